"""Figures as pages show them: in words, with an address, and sorted into public and private."""

import datetime
import re
from collections.abc import Iterable
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from plugins.chinese.expressions import compile_late
from plugins.chinese.punctuation import widen
from plugins.content.sources import Source
from plugins.figures import is_sure
from plugins.model import Bound, Figure, Nature, Part, PeriodDates, Scope
from plugins.model.date_labels import date_label
from plugins.privacy.excerpts import SENTENCE, begins_in_name, is_shareable, names_private
from plugins.site.articles.article_subjects import ArticleSubjects
from plugins.site.display.text_parts import TextParts
from plugins.subjects.tables.gazetteer import Gazetteer

#: A number of one person or family stays in its article.
PRIVATE_SCOPES = ("个人", "家庭")
#: Whole numbers below this have no more digits than those that `exact` writes.
_EXACT = 10**15
BOUNDS = {"=": "", ">": "多于", "<": "少于", ">=": "不少于", "<=": "不多于", "~": "约"}
#: What concerns most people first: the order of figures in summaries.
SCOPES = ("全国", "省", "市", "县区", "镇", "项目", "单位", "村", None)

#: Words that say of what a sum is taken, not of what it is the sum.
_LEADING = compile_late(r"^(?:(?:全|该)[县区市]|[县区市]上?|今年|累计|已|共|总|实现)+")


class Origin(NamedTuple):
    """The article that a figure is of, as tables name it."""

    url: str
    slug: str
    title: str
    #: The title without private people's names.
    share_title: str
    date: datetime.date | None
    date_label: str

    @property
    def date_iso(self) -> str | None:
        """The date as 2019-11-21, None where it is not known for certain."""
        return self.date.isoformat() if self.date else None


class FigureFacts(NamedTuple):
    """What a Figure says, as a plain value: of tens of thousands, a model each has no room."""

    id: str | None
    raw: str
    value: float
    unit: str
    bound: Bound
    indicator: str | None
    kind: str | None
    place: str | None
    period: str | None
    scope: Scope | None
    period_dates: PeriodDates | None
    per: str | None
    group: int | None
    part: Part | None
    nature: Nature | None
    topics: tuple[str, ...]
    weight: str
    paragraph: int
    start: int
    end: int


class ShownFigure(NamedTuple):
    """One figure of an article; `number` is its place among the article's figures, from 1.

    `raw` is the figure as printed, `indicator` what it measures, `details` where, when and how
    firm, all with full-width marks. `page` is the address of the page that its mark stands on.
    `county` is today's name of the county that the figure is about, `sentence` that which tells
    it, "" where that may not leave the article. The figure `is_public` where it may itself.
    """

    figure: FigureFacts
    number: int
    origin: Origin
    raw: str
    indicator: str
    details: tuple[str, ...]
    page: str
    county: str | None
    is_public: bool
    sentence: str

    @property
    def key(self) -> str:
        """What tells it from the article's other figures."""
        return self.figure.id or str(self.number)

    @property
    def anchor(self) -> str:
        """The id of its mark in the article."""
        return f"n-{self.key}"

    @property
    def url(self) -> str:
        """The address of its mark, from the site's root."""
        return f"{self.page}#{self.anchor}"

    @property
    def is_major(self) -> bool:
        """Whether tables show it: 四个 and 两家 are small change."""
        return self.figure.weight == "major"

    @property
    def is_told(self) -> bool:
        """Whether lists, charts and counts tell it."""
        return self.is_public and self.is_major

    @property
    def amount(self) -> str:
        """The value in the base unit: 846,000,000 元."""
        return f"{BOUNDS[self.figure.bound]}{self.exact:,f} {self.figure.unit}".strip()

    @property
    def exact(self) -> Decimal:
        """The value as digits write it: 0.00003, which a float says as 3e-05."""
        return Decimal(f"{self.figure.value:.15g}")

    @property
    def number_value(self) -> int | float:
        """The value in the base unit, a whole number where it is one."""
        value = self.figure.value
        if value.is_integer() and abs(value) < _EXACT:
            return int(value)
        exact = self.exact
        return int(exact) if exact == exact.to_integral_value() else float(exact)

    @property
    def year(self) -> int | None:
        """The year that its period ends in, as far as that is known."""
        first, last = self.figure.period_dates or (None, None)
        day = last or first or self.origin.date
        return day.year if day else None


def show_figures(
    figures: Iterable[Figure],
    source: Source,
    subjects: ArticleSubjects,
    share_title: str,
    gazetteer: Gazetteer,
    parts: TextParts,
) -> tuple[ShownFigure, ...]:
    """Give each figure of an article its place on the page."""
    names = subjects.unshared_names
    front = source.front
    origin = Origin(
        source.address,
        source.slug,
        widen(front.title),
        share_title,
        front.date,
        date_label(front.date, front.date_estimate),
    )
    # Several figures stand in one sentence.
    share = cache(lambda sentence: sentence.strip() if is_shareable(sentence, names) else "")
    read = cache(lambda paragraph: _list_sentences(source.blocks[paragraph].text))
    return tuple(
        ShownFigure(
            FigureFacts(*(getattr(figure, name) for name in FigureFacts._fields)),
            number,
            origin,
            widen(figure.raw),
            indicator := widen(figure.indicator or "未写明"),
            _list_details(figure, indicator),
            parts.locate(figure.paragraph),
            _find_county(figure, subjects, gazetteer),
            may_leave(figure, subjects, sentence),
            share(sentence),
        )
        for number, figure in enumerate(figures, 1)
        for sentence in [_find_sentence(figure, read(figure.paragraph))]
    )


def _list_details(figure: Figure, indicator: str) -> tuple[str, ...]:
    """Return where, when and how firm it is: what the indicator does not say."""
    firm = figure.nature if figure.nature != "实际" else None
    said = (figure.place, figure.period, figure.per, firm)
    return tuple(widen(words) for words in said if words and words not in indicator)


def strip_leading(indicator: str) -> str:
    """Return an indicator without the words that say of what a sum is taken."""
    return _LEADING.sub("", indicator)


def group_by_indicator(figures: Iterable[ShownFigure]) -> list[tuple[str, list[ShownFigure]]]:
    """Sort public figures under what they measure, what concerns most people first."""
    rows: dict[str, list[ShownFigure]] = {}
    for shown in sorted(figures, key=lambda f: SCOPES.index(_scope(f))):
        if shown.is_told and shown.figure.indicator:
            rows.setdefault(shown.indicator, []).append(shown)
    return list(rows.items())


def _scope(shown: ShownFigure) -> str | None:
    scope = shown.figure.scope
    return scope if scope in SCOPES else None


def may_leave(figure: Figure, subjects: ArticleSubjects, sentence: str) -> bool:
    """Tell whether a figure is of no one person or family, names none, and is surely understood.

    `sentence` is that which it stands in.
    """
    if not is_sure(figure) or figure.scope in PRIVATE_SCOPES:
        return False
    indicator, names = figure.indicator or "", subjects.unshared_names
    if names_private(indicator + figure.raw, names):
        return False
    return not indicator or not begins_in_name(indicator, sentence, names)


def _list_sentences(text: str) -> list[re.Match[str]]:
    return list(SENTENCE.finditer(widen(text)))


def _find_sentence(figure: Figure, sentences: Iterable[re.Match[str]]) -> str:
    """Return the sentence that a figure stands in."""
    return next((m[0] for m in sentences if m.start() <= figure.start < m.end()), "")


def _find_county(figure: Figure, subjects: ArticleSubjects, gazetteer: Gazetteer) -> str | None:
    """Return the county of a figure's place; where its editor left that out, the article's own.

    A figure that was derived without a place is of none that is known: the nation's, or doubtful.
    """
    place = figure.place
    counties = [gazetteer.today(county) for county in subjects.counties]
    if place is None:
        return counties[0].name if counties and figure.confidence is None else None
    towns = [gazetteer.today(town) for town in subjects.towns]
    for county in counties:
        if place in (county.name, *gazetteer.list_other_names(county)) or any(
            town.name == place and gazetteer.county_of(town) == county for town in towns
        ):
            return county.name
    return None
