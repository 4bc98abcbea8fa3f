"""Figures as pages show them keep all that a figure says."""

from plugins.model import Figure
from plugins.site.articles.shown_figures import FigureFacts, Origin, ShownFigure
from plugins.site.pages.open_data import write_rows


def test_facts_are_those_of_a_figure() -> None:
    """Pages have all fields of a figure but how sure its reading was, which is judged before."""
    assert set(Figure.model_fields) - set(FigureFacts._fields) == {"confidence"}
    assert set(FigureFacts._fields) < set(Figure.model_fields)


def test_a_small_share_is_written_in_digits() -> None:
    """Pages and tables say 0.00007 %, and no power of ten."""
    told = Figure(raw="千万分之七", value=0.00007, unit="%", paragraph=0, start=0, end=5)
    facts = FigureFacts(**told.model_dump(exclude={"confidence"}))
    origin = Origin("", "", "", "", None, "")
    shown = ShownFigure(facts, 1, origin, told.raw, "", (), "", None, True, "")
    rows = write_rows((("value", "number", ""),), [(shown.number_value,)])
    assert (shown.amount, rows.csv.strip()) == ("0.00007 %", "0.00007")
