"""Contents lists: lines in a row that repeat the headlines of the page, and the line above them.

本期要目 ● 白果乡办起夜校 ● …; 目录 白果乡办起夜校………1. What they repeat is a headline for sure.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from plugins.chinese.characters import ends_with_stop
from plugins.chinese.expressions import compile_late
from plugins.newspaper.evidence.display_lines import RUNNING
from plugins.newspaper.layout.fragments import Fragment
from plugins.newspaper.layout.labels import HEADLINE
from plugins.newspaper.layout.page import SetAside, set_aside

#: What such a list is called, and how long its name is at most.
_NAMES = compile_late("目|导读|看点|提要|导航|内容|索引|速览|头条|提示|一览|预告|本期|今日|要闻")
_LONGEST_NAME = 8
#: No repeated headline is shorter, none longer, and none printed in more lines.
_SHORTEST, _LONGEST, _LINES = 4, 60, 3
#: What stands before and behind the headline in its list: bullets, numbers, dots, pages, authors.
_BEFORE = compile_late(
    r"(?:[^\w“‘《（(【\[]+|\d{1,2}\s*[.．、]\s*|[（(]?[一二三四五六七八九十]{1,3}[、.）)]\s*)+"
)
_BEHIND = compile_late(
    r"(?:[\s.．…·・\-—_]*[（(\[]?\s*第?\s*[A-Z]?\d{0,3}\s*[版页]?\s*[）)\]]?|[（(][^（）()]{2,24}[）)])$"
)
_BLANKS = compile_late(r"\s+")


def set_contents_aside(
    fragments: Sequence[Fragment],
) -> tuple[list[Fragment], list[SetAside]]:
    """The fragments without contents lists, what these repeat being headlines, and the lists."""
    found = _find_repeats(fragments)
    listed: set[int] = set()
    heads: set[int] = set()
    for run in _list_runs(found):
        name = run[0] - 1 if run[0] and _names_list(fragments[run[0] - 1]) else None
        told = [found[i] for i in run if _is_headline(fragments[i])]
        if len(told) > (name is None) and _are_apart(fragments, told):
            listed |= {*run, *([name] if name is not None else ())}
            heads |= {line for lines in told for line in lines}
    kept = [
        replace(f, size=max(f.size, HEADLINE)) if i in heads else f
        for i, f in enumerate(fragments)
        if i not in listed
    ]
    return kept, [line for i in sorted(listed) for line in set_aside(fragments[i], "目录")]


def _find_repeats(fragments: Sequence[Fragment]) -> dict[int, range]:
    """The lines that say again what others below them do, with these."""
    printed: dict[str, range] = {}
    for start in range(len(fragments)):
        text = ""
        for end in range(start + 1, min(start + _LINES, len(fragments)) + 1):
            text += _close(fragments[end - 1].reading)
            if len(text) > _LONGEST:
                break
            printed[text] = range(start, end)
    found: dict[int, range] = {}
    for i, fragment in enumerate(fragments):
        told = (printed[text] for text in _list_forms(fragment) if text in printed)
        if below := next((lines for lines in told if lines.start > i), None):
            found[i] = below
    return found


def _list_forms(fragment: Fragment) -> Iterator[str]:
    """What a line of a list may repeat: itself, and that without what stands around it there."""
    whole = fragment.reading
    if (
        len(whole) > _LONGEST
        or ends_with_stop(whole.rstrip("….·0123456789 "))
        or whole[-1] in "，；"
    ):
        return
    bare = _BEFORE.sub("", whole, count=1) if _BEFORE.match(whole) else whole
    ended = _BEHIND.sub("", bare)
    for text in (whole, bare, ended, _BEHIND.sub("", ended)):
        if len(closed := _close(text)) >= _SHORTEST:
            yield closed


def _list_runs(found: Mapping[int, range]) -> Iterator[list[int]]:
    """The numbers of lines that follow each other, each of which repeats one below its run."""
    run: list[int] = []
    for i in sorted(found):
        if run and (i != run[-1] + 1 or i in found[run[0]]):
            yield run
            run = []
        run.append(i)
    if run:
        yield run


def _is_headline(fragment: Fragment) -> bool:
    """Whether a line may repeat a headline, rather than the name of a section."""
    return fragment.reading[0] not in "【[〖" or fragment.reading[-1] not in "】]〗"


def _are_apart(fragments: Sequence[Fragment], told: Sequence[range]) -> bool:
    """Whether running text stands between the headlines: else it is a piece that stands twice."""
    ends = sorted(told, key=lambda lines: lines.start)
    between = [fragments[a.stop : b.start] for a, b in pairwise(ends)]
    return all(any(map(_is_text, lines)) for lines in between)


def _is_text(fragment: Fragment) -> bool:
    return len(fragment.reading) >= RUNNING or ends_with_stop(fragment.reading)


def _names_list(fragment: Fragment) -> bool:
    name = _close(fragment.reading)
    return len(name) <= _LONGEST_NAME and _NAMES.search(name) is not None


def _close(text: str) -> str:
    return _BLANKS.sub("", text)
