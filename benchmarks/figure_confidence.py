"""Learn how sure a figure is from labelled articles and passages.

`python -m benchmarks.figure_confidence FOLDER` fits the weights of plugins/figures/confidence.json
on the split "tune" of a folder of labelled articles (see figure_labels) and on the committed
passages, and prints how well they tell right indicators from wrong ones on the split "heldout".
"""

import hashlib
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.figure_labels import extract_labelled, find_label, judge, read_articles
from evaluation.figures.passages import TUNED, read_passages
from evaluation.figures.scores import extract, names_it
from plugins.figures.confidence import LINE, ConfidenceModel
from plugins.model import Figure
from plugins.site.settings.tables import Tables, load_tables

ROOT = Path(__file__).parent.parent
WEIGHTS = ROOT / "plugins" / "figures" / "confidence.json"
PENALTY = 0.5
#: The passages are what the rules were written on, and so say less.
OWN = 2.0
ROUNDS = 4000
#: Evidence for a figure's indicator, and whether it is right.
Sample = tuple[tuple[str, ...], bool]


@dataclass(frozen=True)
class Recorder(ConfidenceModel):
    """A model that is sure of all and keeps the evidence that it was asked about."""

    kept: list[tuple[str, ...]] = field(default_factory=list)

    def rate(self, evidence: Iterable[str]) -> float:
        """Keep the evidence."""
        self.kept.append(tuple(evidence))
        return 1.0


def read_samples(folder: Path, split: str, tables: Tables) -> Iterator[Sample]:
    """Yield what is known of the indicators of one split of a folder."""
    for article in read_articles(folder, split):
        recorder = Recorder({})
        asked = replace(tables, figures=replace(tables.figures, confidence=recorder))
        figures = extract_labelled(article, asked)
        for figure, evidence in _with_evidence(figures, recorder):
            label = find_label(article["figures"], figure)
            if label is not None and abs(label["value"] - figure.value) <= 1e-6 * abs(figure.value):
                yield evidence, judge(label, figure, "indicator") == "right"


def read_own_samples(tables: Tables) -> Iterator[Sample]:
    """Yield what is known of the indicators of the committed passages."""
    for path in sorted(TUNED.glob("*.txt")):
        for passage in read_passages(path):
            recorder = Recorder({})
            figures = extract(passage, replace(tables.figures, confidence=recorder))
            for figure, evidence in _with_evidence(figures, recorder):
                if (right := names_it(passage, figure)) is not None:
                    yield evidence, right


def _with_evidence(
    figures: Sequence[Figure], recorder: Recorder
) -> Iterator[tuple[Figure, tuple[str, ...]]]:
    named = [figure for figure in figures if figure.confidence]
    yield from zip(named, recorder.kept, strict=True)


def fit(samples: Sequence[Sample], own: Sequence[Sample]) -> dict[str, float]:
    """Return weights that make the samples likely, drawn to zero by PENALTY."""
    worth = np.array([1.0] * len(samples) + [OWN] * len(own))
    samples = [*samples, *own]
    names = ["always", *sorted({name for evidence, _ in samples for name in evidence})]
    places = {name: place for place, name in enumerate(names)}
    seen = np.zeros((len(samples), len(names)))
    seen[:, 0] = 1
    for row, (evidence, _) in enumerate(samples):
        seen[row, [places[name] for name in evidence]] = 1
    right = np.array([is_right for _, is_right in samples], dtype=float)
    weights = np.zeros(len(names))
    for _ in range(ROUNDS):
        sure = 1 / (1 + np.exp(-seen @ weights))
        slope = seen.T @ (worth * (sure - right)) + PENALTY * weights
        weights -= slope / (worth.sum() + PENALTY)
    return {name: round(float(weight), 3) for name, weight in zip(names, weights, strict=True)}


def table(samples: Sequence[tuple[float, bool]]) -> str:
    """Return for several lines how many indicators are right, silent and wrong."""
    rows = []
    for line in (0.0, 0.4, 0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9):
        said = [right for sure, right in samples if sure >= line]
        good, count = sum(said), len(samples)
        rows.append(f"line {line:.2f}  right {good / count:.3f}  silent {1 - len(said) / count:.3f}"
                    f"  wrong {(len(said) - good) / count:.3f}")  # fmt: skip
    return "\n".join(rows)


def cross_validate(samples: Sequence[Sample], own: Sequence[Sample]) -> list[tuple[float, bool]]:
    """Rate every sample by a model that has not seen its fifth of the articles."""
    rated = []
    for fold in range(5):
        cut = len(samples) // 5 + 1
        held = samples[fold * cut : (fold + 1) * cut]
        rest = [*samples[: fold * cut], *samples[(fold + 1) * cut :]]
        model = ConfidenceModel(fit(rest, own))
        rated += [(model.rate(evidence), right) for evidence, right in held]
    return rated


def main(folder: Path) -> None:
    """Learn the weights, write them, and print what they do."""
    tables = load_tables(ROOT / "content" / "data")
    samples, own = list(read_samples(folder, "tune", tables)), list(read_own_samples(tables))
    weights = fit(samples, own)
    sys.stdout.write(f"tune, five folds\n{table(cross_validate(samples, own))}\n")
    digest = hashlib.sha256(repr((samples, own)).encode()).hexdigest()[:16]
    said: dict[str, Any] = {
        "command": "python -m benchmarks.figure_confidence FOLDER",
        "samples": {"labelled articles": len(samples), "passages": len(own), "digest": digest},
        "line": LINE,
        "weights": weights,
    }
    text = json.dumps(said, ensure_ascii=False, indent=1)
    WEIGHTS.write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
