"""A raw page: the lines of text that a file holds, whatever its format."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from plugins.chinese.expressions import compile_late
from plugins.content.content_error import ContentError

#: No page, and no issue of many pages, has more characters than this.
_MOST_CHARACTERS = 1_000_000
#: Those of every system, and what layout programs and Word end a line or a column with.
LINE_END = compile_late(r"\r\n|[\n\r\v\f\x85\u2028\u2029]")
# Layout programs leave these behind as marks of their own; none is a printed character. Articles
# must hold none of them: they turn the direction of text, or are none of Unicode's characters.
MARKS = "\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff"
_UNPRINTED = compile_late(f"[{MARKS}\ud800-\udfff]")
_CONTROLS = compile_late(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text; `size` is the size of its type where running text is 1, 0 if unknown.

    `is_caption` says that it stands where a page has a picture's caption.
    """

    text: str
    size: float = 0.0
    is_caption: bool = False


@dataclass(frozen=True, slots=True)
class RawPage:
    """A raw page: its name for messages, its lines, the first being line 1, and their sizes.

    `captions` are the numbers of those lines that are captions by where they stand.
    """

    name: str
    lines: tuple[str, ...]
    sizes: tuple[float, ...]
    captions: frozenset[int] = frozenset()


def refuse(name: str, words: str, line: int | None = None) -> ContentError:
    """The error of a file called `name`: what is wrong, and what to do, in one Chinese line."""
    return ContentError(Path(name), line, words)


def make_raw_page(name: str, lines: Iterable[Line]) -> RawPage:
    """The page that `lines` make, cut at line ends inside, without what prints nothing.

    Raises ContentError where they hold no text, or more than any page does.
    """
    cut: list[Line] = []
    characters = 0
    for line in lines:
        characters += len(line.text)
        if characters > _MOST_CHARACTERS:
            most = f"{_MOST_CHARACTERS:,}"
            raise refuse(name, f"文字超过 {most} 个，不像一个版面，请按版面分成几个文件")
        text = _CONTROLS.sub(" ", _UNPRINTED.sub("", line.text))
        cut += [replace(line, text=part) for part in LINE_END.split(text)]
    if not any(line.text.strip() for line in cut):
        raise refuse(name, "文件里没有文字，请放入版面文字，或删去这个文件")
    captions = frozenset(n for n, line in enumerate(cut, start=1) if line.is_caption)
    return RawPage(
        name, tuple(line.text for line in cut), tuple(line.size for line in cut), captions
    )
