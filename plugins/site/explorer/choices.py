"""What the explorer's filters offer: each value with the number of figures that have it."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from plugins.site.articles.shown_figures import ShownFigure
from plugins.site.articles.stories import Story

#: A longer list of values is no choice on a phone.
MOST_VALUES = 40
#: How many figures the page itself lists.
LISTED = 150


@dataclass(frozen=True)
class Choice:
    """One filter: its name in addresses, its label, its values with their counts."""

    name: str
    label: str
    values: list[tuple[str, int]]


@dataclass(frozen=True)
class FiguresOfStory:
    """The figures of a list that stand in one story, in their order."""

    story: Story
    figures: list[ShownFigure]


_FILTERS: Sequence[tuple[str, str, Callable[[ShownFigure], Iterable[str | None]]]] = (
    ("county", "县区", lambda shown: [shown.county.name if shown.county else None]),
    ("topic", "专题", lambda shown: shown.topics),
    ("kind", "类别", lambda shown: [shown.figure.kind]),
    ("unit", "单位", lambda shown: [shown.figure.unit]),
    ("year", "年份", lambda shown: [str(shown.year or "")]),
    ("nature", "性质", lambda shown: [shown.figure.nature]),
)


def list_choices(figures: Sequence[ShownFigure]) -> list[Choice]:
    """Return the filters with the values that figures have, the most frequent first."""
    return [
        Choice(name, label, _count(value for shown in figures for value in read(shown)))
        for name, label, read in _FILTERS
    ]


def _count(values: Iterable[str | None]) -> list[tuple[str, int]]:
    counts = Counter(value for value in values if value)
    return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))[:MOST_VALUES]


def group_by_story(figures: Iterable[ShownFigure]) -> list[FiguresOfStory]:
    """Put figures under their stories, both in the order in which they come."""
    grouped: dict[Story, list[ShownFigure]] = {}
    for shown in figures:
        grouped.setdefault(shown.story, []).append(shown)
    return [FiguresOfStory(story, shown) for story, shown in grouped.items()]
