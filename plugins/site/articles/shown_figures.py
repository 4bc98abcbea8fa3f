"""Figures as pages show them: in words, with an address, and sorted into public and private."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from plugins.chinese.punctuation import widen
from plugins.model import Figure

if TYPE_CHECKING:
    from plugins.site.articles.stories import Story
    from plugins.site.groups.groups import Group

#: A number of one person or family stays in its article.
PRIVATE_SCOPES = ("个人", "家庭")
BOUNDS = {"=": "", ">": "多于", "<": "少于", ">=": "不少于", "<=": "不多于", "~": "约"}
#: What concerns most people first: the order of figures in summaries.
SCOPES = ("全国", "省", "市", "县区", "镇", "项目", "单位", "村", None)

#: Words that say of what a sum is taken, not of what it is the sum.
_LEADING = re.compile(r"^(?:(?:全|该)[县区市]|[县区市]上?|今年|累计|已|共|总|实现)+")


@dataclass(frozen=True, eq=False)
class ShownFigure:
    """One figure of a story; `number` is its place among the story's figures, from 1."""

    figure: Figure
    story: "Story"
    number: int

    @property
    def anchor(self) -> str:
        """The id of its mark in the article."""
        return f"n-{self.figure.id or self.number}"

    @property
    def url(self) -> str:
        """The address of its mark, from the site's root."""
        return f"{self.story.url}#{self.anchor}"

    @property
    def raw(self) -> str:
        """The figure as printed, with full-width marks."""
        return widen(self.figure.raw)

    @property
    def indicator(self) -> str:
        """What it measures."""
        return widen(self.figure.indicator or "未写明")

    @property
    def is_major(self) -> bool:
        """Whether tables show it: 四个 and 两家 are small change."""
        return self.figure.weight == "major"

    @property
    def is_public(self) -> bool:
        """Whether it may stand outside its article: it is of no one person or family."""
        names = self.story.subjects.unshared_names
        words = f"{self.figure.indicator}{self.figure.raw}"
        return self.figure.scope not in PRIVATE_SCOPES and not any(n in words for n in names)

    @property
    def amount(self) -> str:
        """The value in the base unit: 846,000,000 元."""
        value = self.figure.value
        digits = f"{value:,.0f}" if value.is_integer() else f"{value:,}"
        return f"{BOUNDS[self.figure.bound]}{digits} {self.figure.unit}".strip()

    @property
    def number_value(self) -> int | float:
        """The value in the base unit, a whole number where it is one."""
        value = self.figure.value
        return int(value) if value.is_integer() else value

    @property
    def topics(self) -> list[str]:
        """The names of the topics that it belongs to: its article's."""
        return [topic.name for topic in self.story.topics]

    @property
    def details(self) -> list[str]:
        """Where, when, how firm: what the indicator does not say."""
        figure = self.figure
        firm = figure.nature if figure.nature != "实际" else None
        said = (figure.place, figure.period, figure.per, firm)
        return [widen(words) for words in said if words and words not in self.indicator]

    @property
    def year(self) -> int | None:
        """The year that its period ends in, as far as that is known."""
        dates = self.figure.period_dates or (None, None)
        last = dates[1] or dates[0] or self.story.date
        return last.year if last else None

    @property
    def county(self) -> "Group | None":
        """The county that it is about: the one named, else the story's own."""
        place = self.figure.place
        if place is None:
            return next(iter(self.story.counties), None)
        for county in self.story.counties:
            if place in (county.name, *county.aliases) or any(
                town.parent is county and town.name == place for town in self.story.towns
            ):
                return county
        return None


def show_figures(figures: Sequence[Figure], story: "Story") -> list[ShownFigure]:
    """Give each figure of a story its place on the page."""
    return [ShownFigure(figure, story, n) for n, figure in enumerate(figures, 1)]


def strip_leading(indicator: str) -> str:
    """Return an indicator without the words that say of what a sum is taken."""
    return _LEADING.sub("", indicator)


def group_by_indicator(figures: Sequence[ShownFigure]) -> list[tuple[str, list[ShownFigure]]]:
    """Sort public figures under what they measure, what concerns most people first."""
    rows: dict[str, list[ShownFigure]] = {}
    for shown in sorted(figures, key=lambda f: SCOPES.index(_scope(f))):
        if shown.is_public and shown.is_major and shown.figure.indicator:
            rows.setdefault(shown.indicator, []).append(shown)
    return list(rows.items())


def _scope(shown: ShownFigure) -> str | None:
    scope = shown.figure.scope
    return scope if scope in SCOPES else None
