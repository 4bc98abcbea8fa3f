"""How well figures are read: precision, recall, each field; and a table of all that was read."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from evaluation.figures.passages import FIELDS, Label, Passage, read_passages
from plugins.figures import FigureTables, Place, extract_figures
from plugins.model import Block, Figure, Scope

RANKS: dict[str, Scope] = {
    "县": "县区", "区": "县区", "县区": "县区", "市": "市", "镇": "镇", "乡": "镇",
}  # fmt: skip


@dataclass
class Score:
    """Counts of what was right, and the errors in words."""

    right: Counter[str] = field(default_factory=Counter)
    total: Counter[str] = field(default_factory=Counter)
    extra: int = 0
    missed: int = 0
    errors: list[str] = field(default_factory=list)

    def note(self, name: str, is_right: bool, error: str) -> None:
        """Count one judged field."""
        self.total[name] += 1
        self.right[name] += is_right
        if not is_right:
            self.errors.append(f"{name}: {error}")


def score_passage(passage: Passage, tables: FigureTables, score: Score) -> None:
    """Compare what is extracted from one passage with its labels."""
    figures = extract(passage, tables)
    pairs = match(passage, figures)
    for figure, label in pairs:
        _score_fields(passage, label, figure, score)
    for figure in figures:
        is_optional = any(o in figure.raw or figure.raw in o for o in passage.optional)
        if figure.weight == "major" and not is_optional and all(figure is not f for f, _ in pairs):
            score.extra += 1
            score.errors.append(f"多出: {passage.title} {figure.raw} {figure.value:g}{figure.unit}")
    for label in passage.labels:
        if any(label is found for _, found in pairs):
            continue
        score.missed += 1
        score.errors.append(f"漏掉: {passage.title} {label.raw} {label.value:g}{label.unit}")


def match(passage: Passage, figures: Iterable[Figure]) -> list[tuple[Figure, Label]]:
    """Return the figures that are labelled, each with its label."""
    rest = list(passage.labels)
    pairs = []
    for figure in figures:
        label = next((one for one in rest if same_figure(one, figure)), None)
        if label is not None:
            rest.remove(label)
            pairs.append((figure, label))
    return pairs


def extract(passage: Passage, tables: FigureTables) -> tuple[Figure, ...]:
    """Return the figures of a passage as those of an article about its place."""
    blocks = [Block("paragraph", text) for text in passage.paragraphs]
    places = []
    if passage.place:
        name, _, rank = passage.place.partition(":")
        places = [Place(name, RANKS[rank or name[-1]])]
    return extract_figures(blocks, places, passage.date, tables)


def names_it(label: Label, figure: Figure) -> bool:
    """Tell whether a figure's indicator is the one labelled."""
    indicator = figure.indicator or ""
    return any(all(head in indicator for head in heads) for heads in label.heads)


def is_right(label: Label, figure: Figure, name: str) -> bool | None:
    """Tell whether another field is as labelled; None where it has no label."""
    wanted, got = label.fields.get(name), getattr(figure, name) or ""
    if wanted is None:
        return None
    return got in wanted or bool(
        name == "period" and got and any(w and (w in got or got in w) for w in wanted)
    )


def same_figure(label: Label, figure: Figure) -> bool:
    """Tell whether a label is of this figure."""
    return (
        (figure.raw in label.raw or label.raw in figure.raw)
        and abs(label.value - figure.value) <= 1e-9 * max(1, abs(label.value))
        and label.unit == figure.unit
    )


def _score_fields(passage: Passage, label: Label, figure: Figure, score: Score) -> None:
    where = f"{passage.title} {figure.raw}"
    score.right["value"] += 1
    score.note("bound", label.bound == figure.bound, f"{where} {label.bound} 得 {figure.bound}")
    score.note("indicator", names_it(label, figure), f"{where} {label.heads} 得 {figure.indicator}")
    for name in FIELDS:
        fits = is_right(label, figure, name)
        if fits is not None:
            wanted, got = label.fields[name], getattr(figure, name)
            score.note(name, fits, f"{where} {wanted} 得 {got}")


def table(path: Path, tables: FigureTables) -> str:
    """Return every field of every figure of a file's passages, a figure a line."""
    return "".join(f"{row}\n" for p in read_passages(path) for row in _rows(p, tables))


def _rows(passage: Passage, tables: FigureTables) -> list[str]:
    rows = [f"## {passage.title}"]
    for figure in extract(passage, tables):
        days = "" if figure.period_dates is None else "~".join(
            "" if day is None else day.isoformat() for day in figure.period_dates
        )  # fmt: skip
        cells = (
            figure.raw, figure.bound, f"{figure.value:.12g}", figure.unit, figure.indicator,
            figure.kind, figure.place, figure.scope, figure.period, days, figure.nature,
            figure.per, f"{figure.group}{figure.part}" if figure.group else None,
            figure.weight if figure.weight == "minor" else None,
        )  # fmt: skip
        rows.append(" | ".join(cell or "" for cell in cells).rstrip(" |"))
    return rows
