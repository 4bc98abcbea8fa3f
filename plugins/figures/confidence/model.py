"""How sure it is what is said of a figure: the likelihood that it is right, field by field.

A logistic model for each field over the evidence for it. Where the likelihood is below the field's
line, nothing is said. Weights and lines stand in weights.json with where they come from and what
they do; `python -m benchmarks.figure_confidence` learns them.
"""

import json
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from plugins.model import Figure

#: The fields that are said of a figure only where they are sure.
Field = Literal["indicator", "place", "period", "scope", "nature"]
_WEIGHTS = Path(__file__).with_name("weights.json")


@dataclass(frozen=True)
class ConfidenceModel:
    """The weights of what speaks for a field and against it, and the line below it is not said."""

    weights: Mapping[str, float]
    line: float

    def rate(self, evidence: Iterable[str]) -> float:
        """Return the likelihood, 0 to 1, that a field with this evidence is right."""
        total = self.weights["always"] + sum(filter(None, map(self.weights.get, evidence)))
        return round(1 / (1 + math.exp(-total)), 3)

    def is_sure(self, evidence: Iterable[str]) -> bool:
        """Tell whether a field with this evidence may be said."""
        return self.rate(evidence) >= self.line


Models = Mapping[Field, ConfidenceModel]


def load_models() -> Models:
    """Read the committed weights and lines."""
    fields = json.loads(_WEIGHTS.read_text(encoding="utf-8"))["fields"]
    return {name: ConfidenceModel(one["weights"], one["line"]) for name, one in fields.items()}


def is_sure(figure: Figure) -> bool:
    """Tell whether a figure may stand outside its article; what an editor wrote is sure."""
    return figure.confidence is None or (figure.indicator is not None and figure.confidence > 0)
