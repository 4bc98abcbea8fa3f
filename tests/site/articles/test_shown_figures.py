"""Figures as pages show them keep all that a figure says."""

from plugins.model import Figure
from plugins.site.articles.shown_figures import FigureFacts


def test_facts_are_those_of_a_figure() -> None:
    """Pages have all fields of a figure but how sure its reading was, which is judged before."""
    assert set(Figure.model_fields) - set(FigureFacts._fields) == {"confidence"}
    assert set(FigureFacts._fields) < set(Figure.model_fields)
