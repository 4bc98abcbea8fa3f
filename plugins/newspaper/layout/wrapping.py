"""Hard-wrapped layouts: how wide the column is that lines were cut at.

A page is hard-wrapped when a good part of its lines are as long as the longest ones, which
running text, a paragraph to a line, hardly ever is.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from plugins.chinese.characters import count_columns, ends_sentence
from plugins.newspaper.layout.fragments import Fragment

#: No newspaper column is wider, in half-width columns.
_WIDEST = 100
#: A line may fall this short of the column: punctuation may not start the next line.
_SLACK = 4
#: Of a wrapped page's lines no more than this end a sentence and are longer than the column.
_MOST_LONG = 0.05
#: How many lines before and after a line tell how wide its column is.
_NEIGHBOURS = 6


@dataclass(frozen=True, slots=True)
class Wrapping:
    """How a page's lines were cut: the share that fill their column, each line's size and column.

    Sizes and columns are in half-width columns.
    """

    share: float
    sizes: tuple[int, ...]
    widths: tuple[int, ...]


def measure_wrapping(fragments: Sequence[Fragment]) -> Wrapping:
    """How this page's lines were cut, by the count that fits better.

    Some programs wrap at a width in half-width columns, some at a number of characters.
    """

    def columns(fragment: Fragment) -> int:
        return fragment.indent + count_columns(fragment.text)

    def characters(fragment: Fragment) -> int:
        return 2 * (fragment.indent // 2 + len(fragment.text))

    found: list[Wrapping] = []
    for measure in (columns, characters):
        sizes = tuple(map(measure, fragments))
        widths = _find_column_widths(sizes)
        found.append(Wrapping(_share_full(fragments, sizes, widths), sizes, widths))
    return max(found, key=lambda w: w.share)


def _share_full(
    fragments: Sequence[Fragment], sizes: Sequence[int], widths: Sequence[int]
) -> float:
    """The share of lines that fill their column, among those directly above another."""
    if len(fragments) < 4 or max(sizes) > 2 * _WIDEST:
        return 0.0
    longest = max(widths) + _SLACK
    told = zip(fragments, sizes, strict=True)
    if sum(s > longest and ends_sentence(f.reading) for f, s in told) > _MOST_LONG * len(sizes):
        return 0.0
    full = [
        abs(size - width) <= _SLACK and following.gap == 0 and width <= _WIDEST
        for following, size, width in zip(fragments[1:], sizes, widths, strict=False)
    ]
    return sum(full) / len(fragments)


def _find_column_widths(sizes: Sequence[int]) -> tuple[int, ...]:
    """For each line the width of its column: that of most full lines near it.

    The longest line will not do: a headline may run across several columns.
    """
    return tuple(
        _find_width(sizes[max(0, i - _NEIGHBOURS) : i + _NEIGHBOURS + 1]) for i in range(len(sizes))
    )


def _find_width(sizes: Sequence[int]) -> int:
    """The size that most of `sizes` come up to and hardly fall short of."""
    return max(
        set(sizes), key=lambda width: (sum(width - _SLACK <= s <= width for s in sizes), width)
    )
