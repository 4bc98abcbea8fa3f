"""Figures as pages show them keep all that a figure says."""

from decimal import Decimal

import pytest

from plugins.model import Figure
from plugins.site.articles.shown_figures import FigureFacts, Origin, ShownFigure
from plugins.site.pages.open_data import write_rows


def test_facts_are_those_of_a_figure() -> None:
    """Pages have all fields of a figure but how sure its reading was, which is judged before."""
    assert set(Figure.model_fields) - set(FigureFacts._fields) == {"confidence"}
    assert set(FigureFacts._fields) < set(Figure.model_fields)


@pytest.mark.parametrize(
    ("value", "told"), [(0.00007, "0.00007"), (0.1 + 0.2, "0.3"), (30.0, "30"), (2.5e14, "2.5e14")]
)
def test_pages_and_tables_spell_a_number_alike(value: float, told: str) -> None:
    """They say 0.00007 %, and no power of ten, and no more digits than a float can hold."""
    printed = Figure(raw="千万分之七", value=value, unit="%", paragraph=0, start=0, end=5)
    facts = FigureFacts(**printed.model_dump(exclude={"confidence"}))
    origin = Origin("", "", "", "", None, "")
    shown = ShownFigure(facts, 1, origin, printed.raw, "", (), "", None, True, "")
    rows = write_rows((("value", "number", ""),), [(shown.number_value,)])
    assert f"{shown.exact:f}" == rows.csv.strip() == f"{Decimal(told):f}"
