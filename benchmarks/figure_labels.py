"""Figures of whole labelled articles, field by field: what is right, silent and wrong.

A folder holds one JSON file an article: `source` (with its date), `split`, `body` (paragraphs),
`figures` (paragraph, start, end, raw, value, unit, bound, indicator[], place, period, scope,
nature, topics; a field's `…_ok` holds what is also accepted) and `arguable` (spans that may be
figures or not). Run it as `python -m benchmarks.figures --labels FOLDER [SPLIT]`.
"""

import datetime
import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from plugins.model import Block, Figure
from plugins.site.articles.derivation import derive_figures
from plugins.site.settings.tables import Tables, load_tables
from plugins.subjects import find_subjects

JUDGED = ("indicator", "place", "period", "scope", "nature", "bound")
#: Words that change nothing of what is measured.
_PLAIN = re.compile(r"[^\w]|[的了]|人数$|数量$|[量数]$|^(?:累计|共|总)")
#: What a time is called by, whatever word leads to it or ends it.
_TIME = re.compile(r"[“”\"\s]|^(?:截至|截止到?|到|自|从|在|至)|期间$|以来$|间$|年?底$|年?末$")
_RANK = re.compile(r"(?:自治[区州县]|[省市县区镇乡村州])$")

Label = Mapping[str, Any]


@dataclass
class Tally:
    """Counts for every field: right, silent (wrongly null) and wrong; and the errors in words."""

    found: int = 0
    missed: int = 0
    extra: int = 0
    counts: Counter[tuple[str, str]] = field(default_factory=Counter)
    errors: list[str] = field(default_factory=list)

    def note(self, name: str, verdict: str, error: str) -> None:
        """Count one judged field."""
        self.counts[name, verdict] += 1
        if verdict != "right":
            self.errors.append(f"{name} {verdict}: {error}")


def read_articles(folder: Path, split: str | None = None) -> Iterator[dict[str, Any]]:
    """Yield the labelled articles of a folder, of one split where it is named."""
    for path in sorted(folder.glob("*.json")):
        article = json.loads(path.read_text(encoding="utf-8"))
        if split in (None, article["split"]):
            yield {"name": path.stem, **article}


def extract_labelled(article: Mapping[str, Any], tables: Tables) -> tuple[Figure, ...]:
    """Return an article's figures as the site would find them: its own context from the tables."""
    blocks = [Block("paragraph", text) for text in article["body"]]
    date = datetime.date.fromisoformat(article["source"]["date"])
    subjects = find_subjects("", None, blocks, tables.subjects, date=date)
    return derive_figures(blocks, subjects.counties, subjects.towns, date, tables)


def tally_article(article: Mapping[str, Any], tables: Tables, tally: Tally) -> None:
    """Judge one article's figures."""
    # Ages of people are no figures here: they are kept out for their sake.
    rest = [one for one in article["figures"] if one["unit"] != "岁"]
    for figure in extract_labelled(article, tables):
        where = f"{article['name']}:{figure.paragraph}:{figure.start} {figure.raw}"
        label = find_label(rest, figure)
        if label is None:
            arguable = any(_overlaps(one, figure) for one in article["arguable"])
            if figure.weight == "major" and not arguable:
                tally.extra += 1
                tally.errors.append(f"extra: {where} {figure.value:g}{figure.unit}")
            continue
        rest.remove(label)
        words = tables.figures.measures.words
        units = [label["unit"], *label.get("unit_ok", [])]
        units += [words[unit].unit for unit in units if unit in words]
        same = abs(figure.value - label["value"]) <= 1e-6 * max(1, abs(label["value"]))
        if not same or figure.unit not in units:
            tally.extra += 1
            tally.missed += 1
            tally.errors.append(f"value: {where} {figure.value:g}{figure.unit} {label['value']}"
                                f"{label['unit']}")  # fmt: skip
            continue
        tally.found += 1
        _judge_fields(label, figure, tally, where)
    for label in rest:
        tally.missed += 1
        tally.errors.append(f"missed: {article['name']}:{label['paragraph']} {label['raw']}")


def find_label(labels: Iterable[Label], figure: Figure) -> Label | None:
    """Return the label that stands where a figure does."""
    return next((one for one in labels if _overlaps(one, figure)), None)


def _overlaps(label: Label, figure: Figure) -> bool:
    return bool(label["paragraph"] == figure.paragraph and label["start"] < figure.end
                and figure.start < label["end"])  # fmt: skip


def _judge_fields(label: Label, figure: Figure, tally: Tally, where: str) -> None:
    for name in JUDGED:
        if name in label:
            wanted = f"{label[name]}"[:60]
            tally.note(
                name, judge(label, figure, name), f"{where} | {getattr(figure, name)} | {wanted}"
            )


def judge(label: Label, figure: Figure, name: str) -> str:
    """Return whether a field is right, wrong, or silent though the label says something."""
    got = getattr(figure, name)
    wanted = label[name] if isinstance(label[name], list) else [label[name]]
    wanted = [one or None for one in (*wanted, *label.get(f"{name}_ok", []))]
    fits = {"indicator": same_thing, "place": _same_place, "period": _same_time}.get(name)
    if got in wanted:
        return "right"
    if got is None:
        return "silent"
    said = [one for one in wanted if one is not None]
    return "right" if fits is not None and any(fits(got, one) for one in said) else "wrong"


def same_thing(got: str, wanted: str) -> bool:
    """Tell whether two indicators name one thing: the one's letters are nearly all the other's."""
    got, wanted = _PLAIN.sub("", got), _PLAIN.sub("", wanted)
    if not got or not wanted:
        return False
    common = sum((Counter(got) & Counter(wanted)).values())
    holds = wanted in got and len(got) <= 2 * len(wanted) + 8
    return holds or (got in wanted and wanted.endswith(got[-2:])) or (
        common >= 0.75 * len(wanted) and common >= 0.6 * len(got)
    )  # fmt: skip


def _same_place(got: str, wanted: str) -> bool:
    """Tell whether a place is the one wanted, or the county or town that this lies in."""
    got, wanted = _RANK.sub("", got), _RANK.sub("", wanted)
    return got in wanted


def _same_time(got: str, wanted: str) -> bool:
    got, wanted = _TIME.sub("", got), _TIME.sub("", wanted)
    return got == wanted or (min(len(got), len(wanted)) >= 2 and (got in wanted or wanted in got))


def report_tally(tally: Tally) -> str:
    """Return the table of a tally."""
    right = tally.found
    lines = [
        f"value+unit  precision {right / max(1, right + tally.extra):.4f}"
        f"  recall {right / max(1, right + tally.missed):.4f}  ({right})"
    ]
    for name in JUDGED:
        good, silent, wrong = (tally.counts[name, v] for v in ("right", "silent", "wrong"))
        total = max(1, good + silent + wrong)
        lines.append(f"{name:10}  right {good / total:.3f}  silent {silent / total:.3f}"
                     f"  wrong {wrong / total:.3f}  ({total})")  # fmt: skip
    return "\n".join(lines)


def tally_folder(folder: Path, split: str | None) -> None:
    """Print the table of a folder's articles, of one split where it is named, and the errors."""
    tables = load_tables(Path(__file__).parent.parent / "content" / "data")
    tally = Tally()
    for article in read_articles(folder, split):
        tally_article(article, tables, tally)
    sys.stdout.write("".join(f"   {error}\n" for error in tally.errors))
    sys.stdout.write(f"{report_tally(tally)}\n")
