"""How well figures are read: precision, recall, each field; and a table of all that was read."""

from collections import Counter
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
    rest = list(passage.labels)
    for figure in extract(passage, tables):
        label = next((one for one in rest if _same(one, figure)), None)
        if label is not None:
            rest.remove(label)
            _score_fields(passage, label, figure, score)
        elif figure.weight == "major" and not any(
            o in figure.raw or figure.raw in o for o in passage.optional
        ):
            score.extra += 1
            score.errors.append(f"多出: {passage.title} {figure.raw} {figure.value:g}{figure.unit}")
    for label in rest:
        score.missed += 1
        score.errors.append(f"漏掉: {passage.title} {label.raw} {label.value:g}{label.unit}")


def extract(passage: Passage, tables: FigureTables) -> tuple[Figure, ...]:
    """Return the figures of a passage as those of an article about its place."""
    blocks = [Block("paragraph", text) for text in passage.paragraphs]
    places = []
    if passage.place:
        name, _, rank = passage.place.partition(":")
        places = [Place(name, RANKS[rank or name[-1]])]
    return extract_figures(blocks, places, passage.date, tables)


def names_it(passage: Passage, figure: Figure) -> bool | None:
    """Tell whether a figure's indicator is the one labelled; None where it has no label."""
    label = next((one for one in passage.labels if _same(one, figure)), None)
    if label is None:
        return None
    indicator = figure.indicator or ""
    return any(all(head in indicator for head in heads) for heads in label.heads)


def _same(label: Label, figure: Figure) -> bool:
    return (
        (figure.raw in label.raw or label.raw in figure.raw)
        and abs(label.value - figure.value) <= 1e-9 * max(1, abs(label.value))
        and label.unit == figure.unit
    )


def _score_fields(passage: Passage, label: Label, figure: Figure, score: Score) -> None:
    where = f"{passage.title} {figure.raw}"
    score.right["value"] += 1
    score.note("bound", label.bound == figure.bound, f"{where} {label.bound} 得 {figure.bound}")
    indicator = figure.indicator or ""
    score.note(
        "indicator", any(all(head in indicator for head in heads) for heads in label.heads),
        f"{where} {label.heads} 得 {indicator}",
    )  # fmt: skip
    for name in FIELDS:
        wanted, got = label.fields.get(name), getattr(figure, name) or ""
        if wanted is not None:
            fits = got in wanted or (name == "period" and got and any(
                w and (w in got or got in w) for w in wanted))  # fmt: skip
            score.note(name, bool(fits), f"{where} {wanted} 得 {got}")


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
