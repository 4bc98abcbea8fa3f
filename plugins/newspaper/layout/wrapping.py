"""Hard-wrapped layouts: lines cut at the column's width, joined again into paragraphs.

A page is hard-wrapped when a good part of its lines are as long as the longest ones, which
running text, a paragraph to a line, never is.
"""

from collections.abc import Callable, Sequence
from itertools import pairwise

from plugins.chinese.characters import CLOSERS, COMMAS, STOPS, count_columns, ends_sentence
from plugins.newspaper.layout.fragments import Fragment

Measure = Callable[[Fragment], int]

#: No newspaper column is wider, in half-width columns.
_WIDEST = 100
#: A line may fall this short of the column: punctuation may not start the next line.
_SLACK = 4
#: How many lines before and after a line tell how wide its column is.
_NEIGHBOURS = 6

#: No headline runs over more lines, its byline included.
_HEAD_LINES = 3


def unwrap(fragments: Sequence[Fragment]) -> list[Fragment]:
    """Join the lines of each hard-wrapped paragraph; other layouts come back as they are."""
    measure = find_measure(fragments)
    if measure is None:
        return list(fragments)
    widths = _find_column_widths(fragments, measure)
    indented = _indents_paragraphs(fragments, widths, measure)
    joined = [fragments[0]]
    for i, (line, following) in enumerate(pairwise(fragments)):
        if _continues(line, following, measure(line) >= widths[i] - _SLACK, indented) and not (
            _starts_head(fragments, i + 1, widths, measure)
            or (indented and _interrupts(fragments, i + 1, widths, measure))
        ):
            joined[-1] = joined[-1].join(following)
        else:
            joined.append(following)
    return joined


def find_measure(fragments: Sequence[Fragment]) -> Measure | None:
    """How this page's lines were counted when they were wrapped; None where they were not.

    Some programs wrap at a width in half-width columns, some at a number of characters.
    """

    def columns(fragment: Fragment) -> int:
        return fragment.indent + count_columns(fragment.text)

    def characters(fragment: Fragment) -> int:
        return 2 * (fragment.indent // 2 + len(fragment.text))

    shares = [(_share_of_full_lines(fragments, m), m) for m in (columns, characters)]
    share, measure = max(shares, key=lambda pair: pair[0])
    return measure if share >= 0.4 else None


def _share_of_full_lines(fragments: Sequence[Fragment], measure: Measure) -> float:
    """The share of lines that fill their column, among those directly above another."""
    if len(fragments) < 4 or max(map(measure, fragments)) > 2 * _WIDEST:
        return 0.0
    widths = _find_column_widths(fragments, measure)
    full = [
        abs(measure(f) - width) <= _SLACK
        for f, following, width in zip(fragments, fragments[1:], widths, strict=False)
        if following.gap == 0 and width <= _WIDEST
    ]
    return sum(full) / len(fragments)


def _find_column_widths(fragments: Sequence[Fragment], measure: Measure) -> list[int]:
    """For each line the width of its column: that of most full lines near it.

    The longest line will not do: a headline may run across several columns.
    """
    sizes = [measure(f) for f in fragments]
    return [
        _find_width(sizes[max(0, i - _NEIGHBOURS) : i + _NEIGHBOURS + 1])
        for i in range(len(fragments))
    ]


def _find_width(sizes: Sequence[int]) -> int:
    """The size that most of `sizes` come up to and hardly fall short of."""
    return max(sizes, key=lambda width: (sum(width - _SLACK <= s <= width for s in sizes), width))


def _indents_paragraphs(
    fragments: Sequence[Fragment], widths: Sequence[int], measure: Measure
) -> bool:
    """Whether this page sets paragraphs off by an indent."""
    full = [f for f, w in zip(fragments, widths, strict=True) if measure(f) >= w - _SLACK]
    return sum(f.indent >= 2 for f in full) >= 0.05 * len(full)


def _continues(line: Fragment, following: Fragment, full: bool, indented: bool) -> bool:
    """Whether `following` goes on with the paragraph that `line` belongs to."""
    if following.gap or following.indent >= 2 or line.size != following.size:
        return False
    if line.reading[-1] in COMMAS and not full:
        return indented
    return full


def _starts_head(
    fragments: Sequence[Fragment], i: int, widths: Sequence[int], measure: Measure
) -> bool:
    """Whether line `i`, behind a finished sentence, is a headline and no paragraph's last line.

    A paragraph's last line ends with a stop; where one to three lines do not, and a paragraph
    begins behind them, they are set in display type, however long they are.
    """
    if not ends_sentence(fragments[i - 1].reading) or ends_sentence(fragments[i].reading):
        return False
    size = measure(fragments[i])
    if not widths[i] - _SLACK <= size <= widths[i] + _SLACK:
        return True
    end = next(
        (j for j in range(i + 1, len(fragments)) if fragments[j].indent >= 2), len(fragments)
    )
    return end - i <= _HEAD_LINES and not any(ends_sentence(f.reading) for f in fragments[i:end])


def _interrupts(
    fragments: Sequence[Fragment], i: int, widths: Sequence[int], measure: Measure
) -> bool:
    """Whether line `i` is a box's heading, printed between two lines of a paragraph.

    Only a paragraph's last line falls short of the column, and that ends with a stop and has an
    indented line below it.
    """
    if i + 1 == len(fragments) or measure(fragments[i]) > widths[i] // 2:
        return False
    before, line, following = fragments[i - 1 : i + 2]
    running = measure(following) >= widths[i] - _SLACK or ends_sentence(following.reading)
    goes_on = following.gap == 0 and following.indent < 2 and running
    cut = not ends_sentence(before.reading) and line.reading[-1] not in COMMAS + STOPS + CLOSERS
    return goes_on and cut and _is_in_paragraph(fragments, i - 1, widths, measure)


def _is_in_paragraph(
    fragments: Sequence[Fragment], i: int, widths: Sequence[int], measure: Measure
) -> bool:
    """Whether full lines lead up from line `i` to an indented one; a headline has no indent.

    Below a line that ends a sentence a headline may begin, so that no more is known above it.
    """
    while fragments[i].indent < 2 and measure(fragments[i]) >= widths[i] - _SLACK:
        i -= 1
        if i < 0 or ends_sentence(fragments[i].reading):
            return False
    return fragments[i].indent >= 2
