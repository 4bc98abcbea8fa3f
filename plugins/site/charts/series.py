"""One number over time: like figures of one place, or of one article, in three periods or more."""

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from plugins.model.date_labels import interval_label
from plugins.site.articles.shown_figures import ShownFigure, strip_leading

#: Fewer periods are no development.
FEWEST_PERIODS = 3
#: A page draws so many charts at most.
MOST_SERIES = 40
#: What a figure may be in its group: a number of its own, or a side of a change.
_PARTS = (None, "并列", "变化前", "变化后")
#: The chart's size, in units of its own.
WIDTH, HEIGHT, MARGIN = 320, 120, 8


@dataclass(frozen=True)
class Point:
    """A figure at its period, and where the chart has it."""

    shown: ShownFigure
    first: datetime.date
    last: datetime.date
    x: float
    y: float

    @property
    def label(self) -> str:
        """The period in words: 2019年, 2020年1—4月."""
        first, last = self.first, self.last
        if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
            return interval_label(f"{first.year:04}/{last.year:04}")
        if first.day == 1 and (last + datetime.timedelta(1)).day == 1:
            return interval_label(f"{first:%Y-%m}/{last:%Y-%m}")
        return interval_label(f"{first}/{last}")


@dataclass(frozen=True)
class Series:
    """A number over time; `place` is "" where one article alone tells it."""

    key: str
    title: str
    place: str
    unit: str
    points: tuple[Point, ...]

    @property
    def line(self) -> str:
        """The points as an SVG polyline has them."""
        return " ".join(f"{point.x:g},{point.y:g}" for point in self.points)


def find_series(figures: Iterable[ShownFigure]) -> list[Series]:
    """Return every number that is told for FEWEST_PERIODS or more, those of most periods first.

    Like is: actual and major, of one place (or one article), the same words, unit, average and
    scope. Of one period the first figure counts, which is that of the newest article.
    """
    found: dict[tuple[str, ...], dict[tuple[datetime.date, datetime.date], ShownFigure]] = {}
    for shown in figures:
        period = _find_period(shown)
        if period and shown.figure.indicator and _is_like(shown):
            found.setdefault(_key(shown), {}).setdefault(period, shown)
    long = [(key, periods) for key, periods in found.items() if len(periods) >= FEWEST_PERIODS]
    long.sort(key=lambda pair: -len(pair[1]))
    return [
        Series(f"s{number}", _title(key), key[0], key[3], _draw(periods))
        for number, (key, periods) in enumerate(long[:MOST_SERIES], 1)
    ]


def _find_period(shown: ShownFigure) -> tuple[datetime.date, datetime.date] | None:
    first, last = shown.figure.period_dates or (None, None)
    return (first, last) if first and last and first <= last else None


def _is_like(shown: ShownFigure) -> bool:
    figure = shown.figure
    return figure.nature == "实际" and figure.part in _PARTS and shown.is_told


def _key(shown: ShownFigure) -> tuple[str, ...]:
    figure = shown.figure
    place = figure.place or shown.county or ""
    words = strip_leading(shown.indicator)
    article = "" if place else shown.origin.slug
    return place, article, words, figure.unit, figure.per or "", figure.scope or ""


def _title(key: tuple[str, ...]) -> str:
    return "，".join(part for part in (key[2], key[4]) if part)


def _draw(
    periods: dict[tuple[datetime.date, datetime.date], ShownFigure],
) -> tuple[Point, ...]:
    """Place each period's middle along the width and its value, from 0, along the height."""
    ordered = sorted(periods.items(), key=lambda pair: (pair[0][1], pair[0][0]))
    middles = [(first.toordinal() + last.toordinal()) / 2 for (first, last), _ in ordered]
    across = _spread(middles, MARGIN, WIDTH - MARGIN)
    values = [shown.figure.value for _, shown in ordered]
    top = max(*values, 0.0) or 1.0
    heights = [HEIGHT - MARGIN - (HEIGHT - 2 * MARGIN) * max(value, 0.0) / top for value in values]
    return tuple(
        Point(shown, *period, round(x, 1), round(y, 1))
        for (period, shown), x, y in zip(ordered, across, heights, strict=True)
    )


def _spread(places: Sequence[float], start: float, end: float) -> list[float]:
    low, high = min(places), max(places)
    width = (high - low) or 1.0
    return [start + (end - start) * (place - low) / width for place in places]
