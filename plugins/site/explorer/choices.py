"""What the explorer's filters offer: each value with the number of figures that have it."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from plugins.site.articles.shown_figures import Origin, ShownFigure

#: A longer list of values is no choice on a phone.
MOST_VALUES = 40
#: How many figures the page itself lists.
LISTED = 150


@dataclass(frozen=True)
class Choice:
    """One filter: its name in addresses, its label, its values with their counts."""

    name: str
    label: str
    values: tuple[tuple[str, int], ...]


@dataclass(frozen=True)
class FiguresOfArticle:
    """The figures of a list that stand in one article, in their order."""

    origin: Origin
    figures: tuple[ShownFigure, ...]


_FILTERS: Sequence[tuple[str, str, Callable[[ShownFigure], Iterable[str | None]]]] = (
    ("county", "县区", lambda shown: [shown.county]),
    ("topic", "专题", lambda shown: shown.figure.topics),
    ("kind", "类别", lambda shown: [shown.figure.kind]),
    ("unit", "单位", lambda shown: [shown.figure.unit]),
    ("year", "年份", lambda shown: [str(shown.year or "")]),
    ("nature", "性质", lambda shown: [shown.figure.nature]),
)


def list_choices(figures: Sequence[ShownFigure]) -> Iterator[Choice]:
    """Yield the filters with the values that figures have, the most frequent first."""
    for name, label, read in _FILTERS:
        yield Choice(name, label, _count(value for shown in figures for value in read(shown)))


def _count(values: Iterable[str | None]) -> tuple[tuple[str, int], ...]:
    counts = Counter(value for value in values if value)
    ranked = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    return tuple(ranked[:MOST_VALUES])


def group_by_article(figures: Iterable[ShownFigure]) -> tuple[FiguresOfArticle, ...]:
    """Put figures under their articles, both in the order in which they come."""
    grouped: dict[Origin, list[ShownFigure]] = {}
    for shown in figures:
        grouped.setdefault(shown.origin, []).append(shown)
    return tuple(FiguresOfArticle(origin, tuple(shown)) for origin, shown in grouped.items())
