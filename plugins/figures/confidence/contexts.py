"""What is said of a figure besides what it measures: where, whose, when and how firm it is."""

import datetime
from dataclasses import dataclass

from plugins.figures.confidence.model import Models
from plugins.figures.context.holders import PERSONAL, Holder
from plugins.figures.context.natures import Told, find_nature, look_ahead
from plugins.figures.context.period_dates import resolve_period
from plugins.figures.context.timelines import Dated
from plugins.figures.numbers.quantities import Quantity
from plugins.model import Nature, PeriodDates, Scope


@dataclass(frozen=True, slots=True)
class Context:
    """What is sure of a figure's context; None is what is not.

    What `may_be_private`, one person's or one family's, is kept in its article.
    """

    place: str | None
    scope: Scope | None
    period: str | None
    days: PeriodDates | None
    nature: Nature | None
    may_be_private: bool


def say_context(
    holder: Holder,
    dated: Dated | None,
    quantity: Quantity,
    around: tuple[str, str],
    issue_date: datetime.date | None,
    models: Models,
) -> Context:
    """Return what is sure of a figure's context, of its sentence before it and clause behind."""
    before, after = around
    told = find_nature(before, after, quantity.bound, quantity.unit)
    days = resolve_period(dated.text, issue_date) if dated is not None else None
    if dated is not None and _has_passed(dated, days, told, issue_date):
        dated = None
    if dated is not None and not models["period"].is_sure(dated.evidence):
        dated = None
    days = days if dated is not None else None
    if issue_date is not None and dated is not None and not dated.text.startswith("截"):
        told = look_ahead(told, before, days, issue_date)
    scope, place = holder.scope, holder.place
    scope = scope if scope and models["scope"].is_sure(holder.for_scope) else None
    return Context(
        place=place if place and models["place"].is_sure(holder.for_place) else None,
        scope=scope,
        period=dated.text if dated is not None else None,
        days=days,
        nature=told.nature if models["nature"].is_sure(told.evidence) else None,
        may_be_private=scope is None and holder.scope in PERSONAL,
    )


def _has_passed(
    dated: Dated, days: PeriodDates | None, told: Told, issue_date: datetime.date | None
) -> bool:
    """Tell whether a time has passed that was told before a number that is still to come."""
    if told.nature not in ("目标", "预计"):
        return told.nature != "实际" and dated.text.endswith("以来")
    last = days[1] if days is not None else None
    is_over = issue_date is not None and last is not None and last < issue_date
    is_day = days is not None and days[0] == days[1]
    elsewhere = is_day or "carried" in dated.evidence
    return dated.text.endswith("以来") or (is_over and elsewhere and "own" not in dated.evidence)
