"""Figures as pages show them keep all that a figure says."""

from decimal import Decimal

import pytest

from plugins.model import Figure
from plugins.site.articles.article_subjects import ArticleSubjects
from plugins.site.articles.shown_figures import FigureFacts, Origin, ShownFigure, may_leave
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


@pytest.mark.parametrize(
    ("indicator", "sentence", "leaves"),
    [
        ("贫困村", "全县有贫困村7个。", True),
        ("红梅家养", "任红梅家养鸡7只。", False),
        ("红梅家养", "任 红梅家养鸡7只。", False),
        ("红梅养鸡", "任红梅家里养鸡7只。", False),
        ("任红梅家养", "任红梅家养鸡7只。", False),
        ("秋菊家养", "欧阳秋菊家养鸡7只。", False),
        ("英家养", "何秀英家养鸡7只。", False),
        ("桂花种植面积", "张桂花说，村里桂花种植面积7亩。", True),
        ("金阿姨卧床", "金阿姨卧床7天。", False),
        ("李某欠债", "李某欠债7万元。", False),
        ("小麦、红梅种植", "小麦、红梅种植7亩。", True),
    ],
)
def test_a_figure_that_names_somebody_stays(indicator: str, sentence: str, leaves: bool) -> None:
    """Rows of tables name nobody private: by name, by half of it, masked, or as neighbours do."""
    names = frozenset({"任红梅", "欧阳秋菊", "何秀", "张桂花"})
    subjects = ArticleSubjects((), (), (), (), (), {}, (), names, {})
    figure = Figure(raw="7个", value=7, unit="个", indicator=indicator, paragraph=0, start=0, end=2)
    assert may_leave(figure, subjects, sentence) is leaves
