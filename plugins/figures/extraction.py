"""An article's figures: quantities with what they measure, where, when, whose and how firm."""

import datetime
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from plugins.chinese.reading_form import ReadingForm, make_reading_form
from plugins.chinese.simplified import is_traditional
from plugins.figures.confidence.contexts import say_context
from plugins.figures.confidence.indicators import find_evidence, names_nothing
from plugins.figures.confidence.model import Models, load_models
from plugins.figures.context.clause_holders import find_holders, find_opening_places
from plugins.figures.context.holders import Holder, HolderState, default_holder
from plugins.figures.context.places import Place, PlaceFinder
from plugins.figures.context.timelines import assign_periods
from plugins.figures.naming.clauses import Clause, Seat, seat, split_clauses
from plugins.figures.naming.indicators import name_indicators
from plugins.figures.naming.links import CHANGE, find_links
from plugins.figures.naming.words import Tagger, load_lexicon
from plugins.figures.numbers.measures import MeasureTable, load_measures
from plugins.figures.numbers.numerals import modernise
from plugins.figures.numbers.periods import Period, find_periods
from plugins.figures.numbers.quantities import Quantity
from plugins.figures.numbers.scanner import find_quantities
from plugins.model import Block, Figure
from plugins.system.digests import hex_digest
from plugins.system.refusal import RefusalError

#: A year's statistics of a county, the densest that a newspaper prints, have half as many.
MOST_FIGURES = 1500
#: How much of a sentence before a figure can bear on its nature.
SENTENCE = 240


class TooManyFiguresError(RefusalError):
    """A text of more figures than any article has; the message is Chinese."""


@dataclass(frozen=True)
class FigureTables:
    """What extraction needs besides the article: measure words, a tagger, how sure it can be."""

    measures: MeasureTable
    tagger: Tagger
    confidence: Models


def load_tables(folder: Path) -> FigureTables:
    """Read the tables of content/data; raises ContentError that names the line of a bad row."""
    lexicon = load_lexicon(folder / "figure-words.toml")
    return FigureTables(load_measures(folder / "measures.csv"), Tagger(lexicon), load_models())


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
    # What the numbers of a table are of, only its columns say.
    texts = ["" if block.type == "row" else block.text for block in blocks]
    read = [_read_block(number, text, tables) for number, text in enumerate(texts)]
    count = sum(len(block.quantities) for block in read)
    if count > MOST_FIGURES:
        limit = f"最多 {MOST_FIGURES} 个，请分成几篇，或写上 figures: []，不取数字"
        raise TooManyFiguresError(f"正文里有 {count} 个数字，{limit}")
    state = HolderState(PlaceFinder(places, tables.tagger), default_holder(places))
    figures: list[Figure] = []
    group = 1
    # What is told behind the last number is told of none.
    while read and not read[-1].quantities:
        read.pop()
    for block in read:
        state.new_paragraph()
        holders = find_holders(block.text, block.clauses, block.quantities, state)
        if not block.quantities:
            continue
        found = list(_figures(block, holders, state, issue_date, tables, group))
        group = max([group, *(f.group + 1 for f in found if f.group)])
        figures += found
    return _identified(figures, read)


def _read_block(number: int, printed: str, tables: FigureTables) -> _ReadBlock:
    form = make_reading_form(
        modernise(printed), join_blanks=True, join_numbers=True, simplified=is_traditional(printed)
    )
    text = form.text
    periods = find_periods(text)
    quantities = find_quantities(text, tables.measures, periods)
    clauses = split_clauses(text, [(q.start, q.end) for q in quantities])
    seats = seat(clauses, [quantity.start for quantity in quantities])
    return _ReadBlock(number, printed, form, quantities, periods, clauses, tuple(seats))


def _figures(
    block: _ReadBlock,
    holders: Sequence[Holder],
    state: HolderState,
    issue_date: datetime.date | None,
    tables: FigureTables,
    group: int,
) -> Iterator[Figure]:
    drop = [(period.start, period.end) for period in block.periods]
    drop += find_opening_places(block.text, block.seats, state)
    indicators = name_indicators(block.text, block.clauses, block.quantities, drop, tables.tagger)
    periods = assign_periods(block.text, block.seats, block.quantities, block.periods)
    line = tables.confidence["indicator"].line
    links = find_links(block.text, block.quantities, group)
    for index, quantity in enumerate(block.quantities):
        told = quantity, _around(block, index)
        context = say_context(holders[index], periods[index], *told, issue_date, tables.confidence)
        sure, link = _rate(block, index, indicators[index], tables), links.get(index)
        start, end = block.form.locate(quantity.start, quantity.end)
        yield Figure(
            raw=block.printed[start:end],
            value=quantity.value,
            unit=quantity.unit,
            bound=quantity.bound,
            indicator=indicators[index] if sure >= line else None,
            confidence=0.0 if context.may_be_private else sure,
            kind=_kind(block, quantity),
            place=context.place,
            period=context.period,
            period_dates=context.days,
            scope=context.scope,
            per=quantity.per,
            group=link.group if link else None,
            part=link.part if link else None,
            nature=context.nature,
            weight="minor" if quantity.minor else "major",
            paragraph=block.number,
            start=start,
            end=end,
        )


def _rate(block: _ReadBlock, index: int, indicator: str | None, tables: FigureTables) -> float:
    """Return how sure it is that an indicator is what the figure measures; none is not sure."""
    if indicator is None:
        return 0.0
    # Those of one clause stand side by side.
    beside = block.seats[max(0, index - 1) : index + 2]
    alone = sum(seat.clause == block.seats[index].clause for seat in beside) == 1
    words, quantity = tables.tagger.tag(indicator), block.quantities[index]
    if names_nothing(indicator, words, quantity.kind):
        return 0.0
    evidence = find_evidence(indicator, words, block.text, quantity, alone)
    return tables.confidence["indicator"].rate(evidence)


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
