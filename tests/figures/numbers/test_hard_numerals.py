"""Sentences that trip readers of numbers: each figure right, and no tail of what is not read."""

from decimal import Decimal
from pathlib import Path

from plugins.figures import FigureTables, extract_figures
from plugins.model import Block

LINES = Path(__file__).with_name("hard_numerals.txt").read_text(encoding="utf-8").splitlines()
CASES = [line.split(" ⇒") for line in LINES if line and not line.startswith("#")]


def test_hard_numerals(tables: FigureTables) -> None:
    """Each sentence gives exactly the figures that a careful reader takes from it."""
    wanted = {text: [w.strip() for w in told.split(";") if w.strip()] for text, told in CASES}
    said = {text: _read(text, tables) for text in wanted}
    assert len(said) > 300
    assert {text: found for text, found in said.items() if found != wanted[text]} == {}


def _read(sentence: str, tables: FigureTables) -> list[str]:
    found = extract_figures([Block("paragraph", sentence)], (), None, tables)
    return [f"{f.bound.removeprefix('=')}{_write(Decimal(str(f.value)))} {f.unit}" for f in found]


def _write(value: Decimal) -> str:
    """Write a value as cases have it: two decimals, but all that a small one has."""
    return f"{round(value, 2).normalize() if abs(value) >= 1 else value:f}"
