"""The table of measure words and its conversions."""

from pathlib import Path

import pytest

from plugins.content.content_error import ContentError
from plugins.figures import FigureTables
from plugins.figures.numbers.measures import load_measures

HEAD = "词,单位,倍数,类别,汉字小数,基准单位,折合,不接\n"


@pytest.mark.parametrize(
    ("value", "unit", "wanted"),
    [(15, "亩", (1.0, "公顷")), (3000, "斤", (1.5, "吨")), (2, "里", (1.0, "公里"))],
)
def test_conversion(
    tables: FigureTables, value: float, unit: str, wanted: tuple[float, str]
) -> None:
    """A value converts to the base unit of its kind."""
    converted = tables.measures.convert(value, unit)
    assert converted is not None
    assert (pytest.approx(converted[0]), converted[1]) == wanted


def test_count_converts_to_nothing(tables: FigureTables) -> None:
    """What has no base unit is not converted."""
    assert tables.measures.convert(3, "个") is None


def test_bad_row_is_named(tmp_path: Path) -> None:
    """A row without a number is reported by file and line, in Chinese."""
    path = tmp_path / "measures.csv"
    path.write_text(HEAD + "亩,亩,一,面积,是,,,\n", encoding="utf-8")
    with pytest.raises(ContentError, match=r"measures\.csv 第 2 行"):
        load_measures(path)


def test_missing_column_is_named(tmp_path: Path) -> None:
    """A table without one of its columns is reported, in Chinese."""
    path = tmp_path / "measures.csv"
    path.write_text("词,单位\n亩,亩\n", encoding="utf-8")
    with pytest.raises(ContentError, match="第 1 行：缺少“倍数"):
        load_measures(path)


def test_editor_adds_a_measure(tmp_path: Path) -> None:
    """A word that an editor adds to the table is counted by."""
    path = tmp_path / "measures.csv"
    path.write_text(HEAD + "爿,家,1,数量,是,,,\n", encoding="utf-8")
    table = load_measures(path)
    found = table.match("3爿店", 1)
    assert found is not None
    assert (found[0].unit, found[1]) == ("家", 2)
