"""Learn from labelled articles how sure each field of a figure is, and from where it is said.

`python -m benchmarks.figure_confidence FOLDER…` fits the weights and lines of
plugins/figures/confidence/weights.json on folders of labelled articles (see figure_labels) and on
the committed passages. What it writes and prints of every field is measured on articles that the
weights had not seen: of tenths of the articles, each is rated by what the others teach.
"""

import hashlib
import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np

from benchmarks.figure_labels import extract_labelled, find_label, judge, read_articles
from evaluation.figures.passages import TUNED, Label, read_passages
from evaluation.figures.scores import extract, is_right, names_it, same_figure
from plugins.figures.confidence.model import ConfidenceModel, Field
from plugins.model import Figure
from plugins.site.settings.tables import Tables, load_tables

ROOT = Path(__file__).parent.parent
WEIGHTS = ROOT / "plugins" / "figures" / "confidence" / "weights.json"
#: Below it a field is not said. Chosen by the printed tables, so on the articles that they are
#: reported on: a higher one silences far more that is right than wrong.
LINES: Mapping[Field, float] = {
    "indicator": 0.75, "place": 0.88, "period": 0.75, "scope": 0.87, "nature": 0.75,
}  # fmt: skip
PENALTY = 1.0
#: The passages are what the rules were written on, and so say less than an article.
OWN = 0.3
#: So many figures of one article say as much as one each; more of them little more.
WHOLE = 6
FOLDS = 10
#: Evidence that is rarer tells nothing.
FEWEST = 3
SURE = 0.5
ROUNDS = 25


@dataclass(frozen=True)
class Sample:
    """Evidence for one field of a figure of an article, and whether the field is right."""

    article: str
    evidence: tuple[str, ...]
    is_right: bool


Samples = Mapping[Field, list[Sample]]


@dataclass(frozen=True)
class Recorder(ConfidenceModel):
    """A model that is sure of all and keeps the evidence that it was asked about."""

    kept: list[tuple[str, ...]] = field(default_factory=list)

    def rate(self, evidence: Iterable[str]) -> float:
        """Keep the evidence."""
        self.kept.append(tuple(evidence))
        return 1.0


def read_samples(folders: Iterable[Path], tables: Tables) -> Samples:
    """Return what is known of the fields of labelled articles' figures."""
    samples: Samples = {name: [] for name in LINES}
    for folder in folders:
        for article in read_articles(folder):
            recorders = {name: Recorder({}, SURE) for name in LINES}
            asked = replace(tables, figures=replace(tables.figures, confidence=recorders))
            figures = extract_labelled(article, asked)
            for name, figure, evidence in _with_evidence(figures, recorders):
                label = find_label(article["figures"], figure)
                if label is None or abs(label["value"] - figure.value) > 1e-4 * abs(figure.value):
                    continue
                right = judge(label, figure, name) == "right"
                samples[name].append(Sample(f"{folder}/{article['name']}", evidence, right))
    return samples


def read_own_samples(tables: Tables) -> Samples:
    """Return what is known of the fields of the committed passages' figures."""
    samples: Samples = {name: [] for name in LINES}
    for path in sorted(TUNED.glob("*.txt")):
        for passage in read_passages(path):
            recorders = {name: Recorder({}, SURE) for name in LINES}
            figures = extract(passage, replace(tables.figures, confidence=recorders))
            for name, figure, evidence in _with_evidence(figures, recorders):
                label = next((one for one in passage.labels if same_figure(one, figure)), None)
                right = None if label is None else _judge_own(label, figure, name)
                if right is not None:
                    samples[name].append(Sample(passage.title, evidence, right))
    return samples


def _judge_own(label: Label, figure: Figure, name: Field) -> bool | None:
    return names_it(label, figure) if name == "indicator" else is_right(label, figure, name)


def _with_evidence(
    figures: Sequence[Figure], recorders: Mapping[Field, Recorder]
) -> Iterator[tuple[Field, Figure, tuple[str, ...]]]:
    for name, recorder in recorders.items():
        said = [f for f in figures if getattr(f, name) is not None]
        for figure, evidence in zip(said, recorder.kept, strict=True):
            yield name, figure, evidence


def fit(samples: Sequence[Sample], own: Sequence[Sample]) -> dict[str, float]:
    """Return weights that make the samples likely, drawn to zero by PENALTY (Newton's method)."""
    of_article = Counter(sample.article for sample in samples)
    worth = [min(1.0, WHOLE / of_article[sample.article]) ** 0.5 for sample in samples]
    weighed = np.array([*worth, *([OWN] * len(own))])
    both = [*samples, *own]
    counts = Counter(name for sample in both for name in set(sample.evidence))
    names = ["always", *sorted(name for name, count in counts.items() if count >= FEWEST)]
    seen = np.array([[name in ("always", *s.evidence) for name in names] for s in both], float)
    right = np.array([sample.is_right for sample in both], float)
    weights = np.zeros(len(names))
    for _ in range(ROUNDS):
        sure = 1 / (1 + np.exp(-seen @ weights))
        slope = seen.T @ (weighed * (sure - right)) + PENALTY * weights
        curve = (seen.T * (weighed * sure * (1 - sure))) @ seen + PENALTY * np.eye(len(names))
        weights -= np.linalg.solve(curve, slope)
    return {name: round(float(weight), 3) for name, weight in zip(names, weights, strict=True)}


def cross_validate(samples: Sequence[Sample], own: Sequence[Sample]) -> list[float]:
    """Rate every sample by a model that has not seen its article."""
    articles = sorted({sample.article for sample in samples})
    np.random.default_rng(0).shuffle(articles)
    folds = {article: place % FOLDS for place, article in enumerate(articles)}
    models = [
        ConfidenceModel(fit([s for s in samples if folds[s.article] != fold], own), 0.0)
        for fold in range(FOLDS)
    ]
    return [models[folds[sample.article]].rate(sample.evidence) for sample in samples]


def weigh_line(line: float, rates: Sequence[float], samples: Sequence[Sample]) -> dict[str, float]:
    """Return which share is said above a line, and which of that is wrong."""
    said = [s.is_right for rate, s in zip(rates, samples, strict=True) if rate >= line]
    wrong = len(said) - sum(said)
    return {"said": round(len(said) / len(samples), 3), "wrong": round(wrong / len(said), 3)}


def learn(name: Field, samples: Sequence[Sample], own: Sequence[Sample]) -> dict[str, object]:
    """Return a field's line and weights, with what they do on articles not seen; print it."""
    rates = cross_validate(samples, own)
    for line in (0.0, 0.6, 0.7, 0.75, 0.8, 0.85, 0.88, 0.9, 0.92, 0.94):
        sys.stdout.write(f"{name} line {line} {weigh_line(line, rates, samples)}\n")
    return {
        "line": LINES[name],
        "on articles not seen": weigh_line(LINES[name], rates, samples),
        "without a line": weigh_line(0.0, rates, samples),
        "samples": {
            "figures": len(samples),
            "articles": len({sample.article for sample in samples}),
            "figures of passages": len(own),
        },
        "weights": fit(samples, own),
    }


def digest_folders(folders: Sequence[Path]) -> str:
    """Return a digest of the folders' labelled articles, whatever the folders are called."""
    told = hashlib.sha256()
    for folder in folders:
        for path in sorted(folder.glob("*.json")):
            told.update(path.name.encode() + b"\0" + path.read_bytes())
    return told.hexdigest()[:16]


def main(folders: Sequence[Path]) -> None:
    """Learn weights and lines, write them, and print what they do."""
    tables = load_tables(ROOT / "content" / "data")
    samples, own = read_samples(folders, tables), read_own_samples(tables)
    fields = {name: learn(name, samples[name], own[name]) for name in LINES}
    said = {
        "command": f"python -m benchmarks.figure_confidence {len(folders)} folders",
        "digest of the folders": digest_folders(folders),
        "fields": fields,
    }
    text = json.dumps(said, ensure_ascii=False, indent=1)
    WEIGHTS.write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main([Path(folder) for folder in sys.argv[1:]])
