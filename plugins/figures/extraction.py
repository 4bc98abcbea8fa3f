"""An article's figures: quantities with what they measure, where, when, whose and how firm."""

import datetime
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from plugins.chinese.reading_form import ReadingForm, make_reading_form
from plugins.chinese.simplified import is_traditional
from plugins.figures.context.holders import HEAD, Holder, HolderState, default_holder
from plugins.figures.context.natures import find_nature
from plugins.figures.context.period_dates import resolve_period
from plugins.figures.context.places import Place, PlaceFinder
from plugins.figures.context.scopes import AREAS, can_hold, speaker_scope
from plugins.figures.context.timelines import assign_periods
from plugins.figures.naming.clauses import Clause, Seat, seat, split_clauses
from plugins.figures.naming.indicators import name_indicators
from plugins.figures.naming.links import CHANGE, find_links
from plugins.figures.naming.words import Tagger, load_lexicon
from plugins.figures.numbers.measures import MeasureTable, load_measures
from plugins.figures.numbers.no_figures import Span
from plugins.figures.numbers.periods import Period, end_opening, find_periods
from plugins.figures.numbers.quantities import Quantity
from plugins.figures.numbers.scanner import find_quantities
from plugins.model import Block, Figure
from plugins.system.digests import hex_digest

#: A year's statistics of a county, the densest that a newspaper prints, have half as many.
MOST_FIGURES = 1500
#: How much of a sentence before a figure can bear on its nature.
SENTENCE = 240
_LEAD = '“”"’ \u3000在从自于由据,，而但整个'
_AFTER_TIME = "的末底间内里到"
#: A quotation that is speech holds whole clauses.
_SPEECH = re.compile(r"“[^“”]{0,400}[，,。！？!?…][^“”]{0,200}”")


class TooManyFiguresError(ValueError):
    """A text of more figures than any article has; the message is Chinese."""


@dataclass(frozen=True)
class FigureTables:
    """What extraction needs besides the article: the measure words and a tagger of words."""

    measures: MeasureTable
    tagger: Tagger


def load_tables(folder: Path) -> FigureTables:
    """Read the tables of content/data; raises ValueError that names the line of a bad row."""
    lexicon = load_lexicon(folder / "figure-words.toml")
    return FigureTables(load_measures(folder / "measures.csv"), Tagger(lexicon))


@dataclass(frozen=True, slots=True)
class _ReadBlock:
    """One block with everything found in it so far; `text` is in reading form."""

    number: int
    printed: str
    form: ReadingForm
    quantities: tuple[Quantity, ...]
    periods: tuple[Period, ...]
    clauses: tuple[Clause, ...]
    seats: tuple[Seat, ...]

    @property
    def text(self) -> str:
        """The text in which all is found; `form` says where in the printed one that is."""
        return self.form.text


def extract_figures(
    blocks: Sequence[Block],
    places: Sequence[Place],
    issue_date: datetime.date | None,
    tables: FigureTables,
) -> tuple[Figure, ...]:
    """Return the figures of an article in order of place; start and end count code points.

    `places` are those the article is about or names, the one it is about first; places that the
    text itself names with their rank (石泉县) need not be given. Raises TooManyFiguresError.
    """
    read = [_read_block(number, block.text, tables) for number, block in enumerate(blocks)]
    count = sum(len(block.quantities) for block in read)
    if count > MOST_FIGURES:
        limit = f"最多 {MOST_FIGURES} 个，请分成几篇，或写上 figures: []，不取数字"
        raise TooManyFiguresError(f"正文里有 {count} 个数字，{limit}")
    state = HolderState(PlaceFinder(places, tables.tagger), default_holder(places))
    figures: list[Figure] = []
    group = 1
    for block in read:
        state.new_paragraph()
        found = list(_figures(block, state, issue_date, tables, group))
        group = max([group, *(f.group + 1 for f in found if f.group)])
        figures += found
    return _identified(figures, read)


def _read_block(number: int, printed: str, tables: FigureTables) -> _ReadBlock:
    form = make_reading_form(printed, join_blanks=True, simplified=is_traditional(printed))
    text = form.text
    periods = find_periods(text)
    quantities = find_quantities(text, tables.measures, periods)
    clauses = split_clauses(text, [(q.start, q.end) for q in quantities])
    seats = seat(clauses, [quantity.start for quantity in quantities])
    return _ReadBlock(number, printed, form, quantities, periods, clauses, tuple(seats))


def _figures(
    block: _ReadBlock,
    state: HolderState,
    issue_date: datetime.date | None,
    tables: FigureTables,
    group: int,
) -> Iterator[Figure]:
    holders = _holders(block, state)
    drop = [(period.start, period.end) for period in block.periods] + _places(block, state)
    indicators = name_indicators(block.text, block.clauses, block.quantities, drop, tables.tagger)
    periods = assign_periods(block.text, block.seats, block.quantities, block.periods)
    links = find_links(block.text, block.quantities, group)
    for index, quantity in enumerate(block.quantities):
        nature = find_nature(*_around(block, index), quantity.bound)
        period = periods[index]
        if nature != "实际" and period is not None and period.endswith("以来"):
            period = None  # what is still to come is of no time that has passed
        holder, link = holders[index], links.get(index)
        start, end = block.form.locate(quantity.start, quantity.end)
        yield Figure(
            raw=block.printed[start:end],
            value=quantity.value,
            unit=quantity.unit,
            bound=quantity.bound,
            indicator=indicators[index],
            kind=_kind(block, quantity),
            place=holder.place,
            period=period,
            period_dates=resolve_period(period, issue_date) if period else None,
            scope=holder.scope,
            per=quantity.per,
            group=link.group if link else None,
            part=link.part if link else None,
            nature=nature,
            weight="minor" if quantity.minor else "major",
            paragraph=block.number,
            start=start,
            end=end,
        )


def _holders(block: _ReadBlock, state: HolderState) -> list[Holder]:
    """Return whose each quantity of a block is."""
    holders: list[Holder] = []
    index = 0
    speeches = {match.start(): match.end() for match in _SPEECH.finditer(block.text)}
    heard, end = None, -1
    for clause in block.clauses:
        words = block.text[clause.start : clause.end]
        if heard is not None and clause.start >= end and clause.opens:
            state.current, heard = heard, None
        if clause.start in speeches:
            end = speeches[clause.start]
            around = (
                block.text[max(0, clause.start - 24) : clause.start] + block.text[end : end + 24]
            )
            heard = heard or state.hear(speaker_scope(around))
        told = _untimed(words)
        lead = words[: len(words) - len(told)]
        holder = state.read(told, clause.opens, lead.endswith(("在", "从", "到", "于")))
        while index < len(block.quantities) and block.quantities[index].start < clause.end:
            holders.append(_checked(holder, state.default, block, block.quantities[index]))
            index += 1
    return holders


def _checked(holder: Holder, default: Holder, block: _ReadBlock, quantity: Quantity) -> Holder:
    """Return the holder, else whom the article is about, else none, as can have so much."""
    after = quantity.noun or block.text[quantity.end : quantity.end + 10]
    for one in (holder, default):
        if can_hold(one.scope, quantity.value, quantity.unit, after):
            apart = one.scope in AREAS and (quantity.per or "").startswith(("每户", "每人", "每名"))
            return Holder(one.place, None) if apart else one
    return Holder()


def _places(block: _ReadBlock, state: HolderState) -> list[Span]:
    """Return where clauses open with a place: it is the figure's place, not its indicator."""
    spans = []
    for clause in block.clauses:
        words = block.text[clause.start : clause.end]
        start = clause.end - len(_untimed(words))
        named = state.places.open(block.text[start : clause.end][:HEAD])
        spans.append((start, start + (named[-1].end if named else 0)))
    return spans


def _untimed(clause: str) -> str:
    """Return a clause without the times and adverbs that open it."""
    end = end_opening(clause[:60])
    return clause[end:].lstrip(_LEAD + _AFTER_TIME if end else _LEAD)


def _around(block: _ReadBlock, index: int) -> tuple[str, str]:
    """Return the sentence before a quantity, as far as it matters, and the clause after it."""
    quantity, seat = block.quantities[index], block.seats[index]
    opening = max(seat.opening, quantity.start - SENTENCE)
    return block.text[opening : quantity.start], block.text[quantity.end : seat.clause.end]


def _kind(block: _ReadBlock, quantity: Quantity) -> str:
    if quantity.kind == "比例" and CHANGE.search(block.text[: quantity.start][-24:]):
        return "变化"
    if quantity.kind == "资金" and quantity.per:
        return "收入价格"
    return quantity.kind


def _identified(figures: Sequence[Figure], read: Sequence[_ReadBlock]) -> tuple[Figure, ...]:
    """Give each figure an id made of its clause and itself, so that edits elsewhere keep it."""
    seen: Counter[str] = Counter()
    identified = []
    seats = (seat for block in read for seat in block.seats)
    for figure, place in zip(figures, seats, strict=True):
        block = read[figure.paragraph]
        start, end = block.form.locate(place.clause.start, place.clause.end)
        words = block.printed[start:end]
        digest = hex_digest(f"{words[:SENTENCE]}\n{figure.raw}".encode(), 8)
        seen[digest] += 1
        name = digest if seen[digest] == 1 else f"{digest}-{seen[digest]}"
        identified.append(figure.model_copy(update={"id": name}))
    return tuple(identified)
