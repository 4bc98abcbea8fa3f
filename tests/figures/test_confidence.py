"""How sure a figure is, and what becomes of those that are not."""

import pytest

from plugins.figures import FigureTables, extract_figures, is_sure
from plugins.figures.confidence import LINE
from plugins.model import Block, Figure


def figures(text: str, tables: FigureTables) -> tuple[Figure, ...]:
    """Return the figures of one paragraph."""
    return extract_figures([Block("paragraph", text)], [], None, tables)


def test_every_figure_says_how_sure_it_is(tables: FigureTables) -> None:
    """Each figure found in a text has a number from 0 to 1, and a clear one is above the line."""
    (clear,) = figures("全县发展专业合作社312家。", tables)
    assert clear.indicator == "发展专业合作社"
    assert clear.confidence is not None
    assert LINE <= clear.confidence <= 1


@pytest.mark.parametrize(
    "text",
    ["工程覆盖99%。", "人均2000元。", "确保30分钟。", "可以给5个。", "平常时段10分钟内就可入馆。"],
)
def test_what_names_nothing_is_no_indicator(tables: FigureTables, text: str) -> None:
    """A bare verb, 人均 alone or a time is no indicator, and such a figure is not sure."""
    (figure,) = figures(text.removeprefix("工程"), tables)
    assert figure.indicator is None
    assert not is_sure(figure)


def test_what_an_editor_wrote_is_sure() -> None:
    """A figure without a number of its own is an editor's, and sure."""
    assert is_sure(Figure(raw="5个", value=5, unit="个", paragraph=0, start=0, end=2))
