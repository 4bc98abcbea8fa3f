"""Raw lines with what an article hides hidden, too.

A block holds the text of its raw lines, blanks aside, so its hidden characters are found on them.
Where an editor has changed the block since, its lines are hidden whole.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import groupby

from plugins.chinese.expressions import compile_late
from plugins.content.sources import Source
from plugins.model import MASK
from plugins.newspaper.layout.labels import read_label
from plugins.privacy.masks import HEAD, RUN, list_parts_of

#: A character's place on a raw page: the line's index and the column, both from 0.
Place = tuple[int, int]
#: Editors type two marks for a name of any length.
NAME = ".{1,40}?"
#: What a sentence is made of, with the marks that end it.
MARKS = "，。；：！？,.;:!?“”‘’\"'（）()《》、—－-"
CLAUSE = compile_late(f"[^{MARKS}]+[{MARKS}]*|[{MARKS}]+")
#: Stands for words that an editor has corrected since; before that, what is no character at all.
CORRECTED, _GONE = "〔勘正〕", "\ufdd0"
#: A pattern of more gaps of open length might try too many ways to fill them.
MOST_NAMES = 3


def hide_lines(
    lines: Sequence[str], sources: Sequence[Source], *, hides_rest: bool = False
) -> tuple[str, ...]:
    """Return a raw page's lines with all characters hidden that its articles hide.

    `sources` are the articles made of the page. On lines that are in no article, the same words
    are hidden as well; or, with `hides_rest`, everything.
    """
    hidden: set[Place] = set()
    owned: set[int] = set()
    words: set[str] = set()
    for source in sources:
        for numbers, text in _list_printed(source):
            indices = [n - 1 for n in numbers if 0 < n <= len(lines)]
            owned.update(indices)
            if MASK in text:
                places = _find_hidden(_list_places(indices, lines), text)
                hidden.update(places)
                words.update(_read_words(places, lines))
    rest = set(range(len(lines))) - owned
    if hides_rest:
        hidden |= {place for place, _ in _list_places(rest, lines)}
    return tuple(
        _hide_words(_hide_places(line, index, hidden), words if index in rest else ())
        for index, line in enumerate(lines)
    )


def mark_corrected(lines: Sequence[tuple[int, str]], text: str) -> list[tuple[int, str]]:
    """Return raw lines, by number, without the clauses that their article's `text` has no more.

    Who takes a name out of an article by deleting it expects it to be gone, so what was there is
    not shown; that it was corrected is. A clause with hidden words is hidden as well, to its end.
    """
    printed = _list_places(range(len(lines)), [line for _, line in lines])
    whole = "".join(character for _, character in printed)
    kept = "".join(filter(_is_printed, text))
    gone = [m for m in CLAUSE.finditer(whole) if _is_gone(m.group(), kept)]
    masked, corrected = (
        {printed[at][0] for m in gone if (MASK in m[0]) is is_masked for at in range(*m.span())}
        for is_masked in (True, False)
    )
    return [
        (number, _mark_places(_hide_places(line, index, masked), index, corrected))
        for index, (number, line) in enumerate(lines)
    ]


def _list_printed(source: Source) -> Iterator[tuple[Sequence[int], str]]:
    """Yield the raw lines and the text of each part; of a body cut otherwise, of the whole."""
    provenance = source.front.provenance
    if provenance is None:
        return
    parts = list_parts_of(source)
    for name in HEAD:
        yield getattr(provenance.lines, name), parts[name]
    yield provenance.lines.byline, ""
    body = [parts[str(n)] for n in range(len(source.blocks))]
    if len(body) == len(provenance.blocks):
        yield from zip(provenance.blocks, body, strict=True)
    else:
        yield [n for numbers in provenance.blocks for n in numbers], "".join(body)


def _list_places(indices: Iterable[int], lines: Sequence[str]) -> list[tuple[Place, str]]:
    """List the printed characters of lines: what is no blank of any kind."""
    return [
        ((index, at), character)
        for index in indices
        for at, character in enumerate(lines[index])
        if _is_printed(character)
    ]


def _is_printed(character: str) -> bool:
    return not (character.isspace() or character == "\u200b")


def _find_hidden(printed: Sequence[tuple[Place, str]], text: str) -> list[Place]:
    """Return the places of the characters that `text` hides; all of them where it does not fit."""
    whole = "".join(character for _, character in printed)
    wanted = "".join(filter(_is_printed, text))
    for pattern in _list_patterns(RUN.split(wanted), RUN.findall(wanted)):
        found = list(re.finditer(pattern, whole, re.DOTALL))
        if len(found) == 1:
            groups = range(1, found[0].re.groups + 1)
            return [printed[at][0] for group in groups for at in range(*found[0].span(group))]
    return [place for place, _ in printed]


def _list_patterns(texts: Sequence[str], runs: Sequence[str]) -> Iterator[str]:
    """Yield patterns of `texts` with the runs between them: of their length, then of any."""
    gaps = [[f".{{{len(run)}}}" for run in runs]]
    if len(runs) <= MOST_NAMES:
        gaps.append([NAME] * len(runs))
    for chosen in gaps:
        groups = [*(f"({gap})" for gap in chosen), ""]
        yield "".join(re.escape(t) + group for t, group in zip(texts, groups, strict=True))


def _read_words(places: Sequence[Place], lines: Sequence[str]) -> Iterator[str]:
    """Yield the hidden words of two characters or more, as lines have them."""
    for _, run in groupby(enumerate(places), lambda pair: (pair[1][0], pair[1][1] - pair[0])):
        word = "".join(lines[index][at] for _, (index, at) in run)
        if len(word) > 1:
            yield word


def _hide_places(line: str, index: int, hidden: Collection[Place]) -> str:
    return "".join(MASK if (index, at) in hidden else c for at, c in enumerate(line))


def _is_gone(clause: str, kept: str) -> bool:
    """Whether a text has no more what a clause says; a label before a line was never of it."""
    return clause.strip(MARKS) not in kept and read_label(f"{clause}甲")[0] != "甲"


def _mark_places(line: str, index: int, corrected: Collection[Place]) -> str:
    """Return a line with one mark for each run of corrected characters and the blanks in it."""
    marked = "".join(_GONE if (index, at) in corrected else c for at, c in enumerate(line))
    return re.sub(rf"{_GONE}(?:\s*{_GONE})*", CORRECTED, marked)


def _hide_words(line: str, words: Iterable[str]) -> str:
    for word in sorted(words, key=lambda word: (-len(word), word)):
        line = line.replace(word, MASK * len(word))
    return line
