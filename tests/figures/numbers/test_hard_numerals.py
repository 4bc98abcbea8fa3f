"""Sentences that trip readers of numbers: each figure right, and no tail of what is not read."""

from decimal import Decimal
from pathlib import Path

import pytest

from plugins.figures import FigureTables, extract_figures
from plugins.model import Block

LINES = Path(__file__).with_name("hard_numerals.txt").read_text(encoding="utf-8").splitlines()
CASES = [line.split(" ⇒") for line in LINES if line and not line.startswith("#")]


@pytest.mark.parametrize(("sentence", "wanted"), CASES, ids=[text for text, _ in CASES])
def test_hard_numeral(tables: FigureTables, sentence: str, wanted: str) -> None:
    """A sentence gives exactly the figures that a careful reader takes from it."""
    found = extract_figures([Block("paragraph", sentence)], (), None, tables)
    said = [f"{f.bound.removeprefix('=')}{_write(Decimal(str(f.value)))} {f.unit}" for f in found]
    assert said == [part.strip() for part in wanted.split(";") if part.strip()]


def _write(value: Decimal) -> str:
    """Write a value as cases have it: two decimals, but all that a small one has."""
    return f"{round(value, 2).normalize() if abs(value) >= 1 else value:f}"
