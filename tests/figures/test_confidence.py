"""How sure a figure is, and what becomes of those that are not."""

import pytest

from plugins.figures import FigureTables, extract_figures, is_sure
from plugins.model import Block, Figure


def figures(text: str, tables: FigureTables) -> tuple[Figure, ...]:
    """Return the figures of one paragraph."""
    return extract_figures([Block("paragraph", text)], [], None, tables)


def test_every_figure_says_how_sure_it_is(tables: FigureTables) -> None:
    """Each figure found in a text has a number from 0 to 1, and a clear one is above the line."""
    (clear,) = figures("全县发展专业合作社312家。", tables)
    assert clear.indicator == "发展专业合作社"
    assert clear.confidence is not None
    assert tables.confidence["indicator"].line <= clear.confidence <= 1


@pytest.mark.parametrize(
    "text",
    [
        "工程覆盖99%。",
        "人均2000元。",
        "确保30分钟。",
        "可以给5个。",
        "尚未竣工6个。",
        "平常时段10分钟内就可入馆。",
    ],
)
def test_what_names_nothing_is_no_indicator(tables: FigureTables, text: str) -> None:
    """A bare verb, 人均 alone or a time is no indicator, and such a figure is not sure."""
    (figure,) = figures(text.removeprefix("工程"), tables)
    assert figure.indicator is None
    assert not is_sure(figure)


def test_a_doubtful_field_is_not_said(tables: FigureTables) -> None:
    """What was told in passing, or some sentences ago, is not said of a figure."""
    text = "县里计划建园；群众还栽树，养蜂，共有公司300家。"
    (figure,) = figures(text, tables)
    assert figure.nature is None
    *_, late = figures("今年，县里修路3公里。路通了，大家高兴，客人来了，带动就业30人。", tables)
    assert late.period is None


def test_what_may_be_private_stays_inside(tables: FigureTables) -> None:
    """A figure that may be one family's, or not, has no scope and is not sure."""
    text = "村民王小兰搬进了新区。店开了，还通了车，营业额达3万元。"
    (figure,) = figures(text, tables)
    assert figure.scope is None
    assert not is_sure(figure)


def test_what_an_editor_wrote_is_sure() -> None:
    """A figure without a number of its own is an editor's, and sure."""
    assert is_sure(Figure(raw="5个", value=5, unit="个", paragraph=0, start=0, end=2))
