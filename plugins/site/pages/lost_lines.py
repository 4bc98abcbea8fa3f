"""Raw lines that no article has: told in an article's `review` until somebody settles them.

A line is settled once an article of its page has its words, or once its remark is deleted.
"""

import re
from collections.abc import Collection, Iterator, Sequence

from plugins.chinese.expressions import compile_late
from plugins.content.content_error import ContentError
from plugins.content.sources import Source, field_error
from plugins.privacy.masks import list_parts_of
from plugins.site.articles.raw_lines import RawPages

_REMARK = compile_late(r"第([\d、—]+)行没有归入任何文章")
_RUN = compile_late(r"(\d+)(?:—(\d+))?")
#: So many characters of a line tell which one it is.
_BEGINNING = 20
#: Who mends a text keeps most of its runs of so many characters.
RUN = 4
#: What is shorter stands somewhere within the words of any page.
_SHORT = 4


def write_remark(numbers: Sequence[int]) -> str:
    """Return what `review` says of the raw lines with these numbers, which no article has."""
    told = f"第{join_runs(numbers)}行没有归入任何文章"
    return f"{told}，请剪到该去的文章里；不要的，删去这一条"


def is_remark(remark: str) -> bool:
    """Whether a remark of `review` tells of lines that no article has."""
    return _REMARK.match(remark) is not None


def find_lost_lines(sources: Sequence[Source], pages: RawPages) -> Iterator[ContentError]:
    """Yield an error for each remark with lines that are still in no article of their page."""
    for source in sources:
        for index, remark in enumerate(source.front.review):
            if told := _REMARK.match(remark):
                lines = _list_lines(source, told[1], pages)
                lost = [n for n, line in lines if not _stands_in(line, source.raw, sources)]
                if lost or not lines:
                    words = _say(lost, dict(lines), told[1])
                    yield field_error(source, ("review", index), words)


def join_runs(numbers: Sequence[int]) -> str:
    """Return numbers in words, neighbours as a run: 3、5—7."""
    runs: list[list[int]] = []
    for number in sorted(numbers):
        if runs and number == runs[-1][-1] + 1:
            runs[-1] = [runs[-1][0], number]
        else:
            runs.append([number])
    return "、".join("—".join(map(str, run)) for run in runs)


def squeeze(text: str) -> str:
    """Return the letters, digits and characters of a text: what stays while it is set anew."""
    return "".join(filter(str.isalnum, text))


def list_runs(text: str) -> frozenset[str]:
    """Return what two texts are compared by: all runs of RUN characters of its squeezed words."""
    words = squeeze(text)
    return frozenset(words[at : at + RUN] for at in range(len(words) - RUN + 1))


def stands_in(line: str, parts: Collection[str]) -> bool:
    """Whether a text has all words of a line; of a short one, where a clause begins or ends.

    A bare number stands there only by itself: that of a page is no part of 3000万元.
    """
    words = squeeze(line)
    if not words or len(words) >= _SHORT:
        return words in squeeze("".join(parts))
    printed = r"[\W_]*".join(map(re.escape, words))
    begins, ends = rf"(?<![^\W_]){printed}", rf"{printed}(?![^\W_])"
    pattern = rf"{begins}(?![^\W_])" if words.isdecimal() else f"{begins}|{ends}"
    return re.search(pattern, "\n".join(parts)) is not None


def _list_lines(source: Source, told: str, pages: RawPages) -> list[tuple[int, str]]:
    runs = [(int(run[1]), int(run[2] or run[1])) for run in _RUN.finditer(told)]
    return [
        (number, line)
        for number, line in enumerate(pages.lines_of(source), start=1)
        if any(first <= number <= last for first, last in runs)
    ]


def _stands_in(line: str, raw: str, sources: Sequence[Source]) -> bool:
    """Whether some article of a raw page has all words of a line."""
    made = (source for source in sources if source.raw == raw)
    return any(stands_in(line, list_parts_of(source).values()) for source in made)


def _say(lost: Sequence[int], lines: dict[int, str], told: str) -> str:
    beginning = f"（{lines[lost[0]].strip()[:_BEGINNING]}……）" if lost else ""
    where = f"原文第 {join_runs(lost) if lost else told} 行没有归入任何文章{beginning}"
    return f"{where}：请剪到该去的文章里；不要的，删去 review 里的这一条"
