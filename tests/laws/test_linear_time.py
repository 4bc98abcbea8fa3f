"""Whatever reads printed text takes time in proportion to it."""

import pytest

from plugins.site.settings.tables import Tables
from tests.laws.growth import LENGTHS, LONG, grows_linearly
from tests.laws.readers import NAMES, list_readers

#: What stands again and again: numbers that never end, lists, names of places and of people.
UNITS = (
    "1", "一", "半", "万亿", "1,234", "2019年", "3:1", "百分之", "1.2、", "A1", "-", "“", "。",
    " 　", "十", "大县", "户数", "县", "村", "一、", "张三、", "王五  ", "书记李哲、",
    "村民张明说，", "本报讯(记者 王五)", "第1版 ", "\n一", "好！",
)  # fmt: skip
#: They do most with a text, so that what grows in it is hidden longest.
MANIFOLD = ("figures", "subjects", "pages", "excerpts")


@pytest.mark.parametrize("name", NAMES)
def test_time_grows_with_the_text(name: str, tables: Tables) -> None:
    """Four times as much of anything takes about four times as long."""
    read = list_readers(tables)[name]
    read("石潭县")  # the first text waits for the dictionaries
    places = tables.subjects.gazetteer
    towns = sorted(places.town_stems, key=lambda stem: (-len(places.town_stems[stem]), stem))[:1]
    named = [f"{towns[0]}镇、", f"{places.towns[0].name}的", f"{places.villages[0].name}和"]
    lengths = LONG if name in MANIFOLD else LENGTHS
    assert [unit for unit in (*UNITS, *named) if not grows_linearly(read, unit, lengths)] == []


@pytest.mark.parametrize(
    ("read", "is_linear"),
    [
        (lambda text: [text[:at].count("甲") for at in range(len(text))], False),
        (lambda text: [text[at - 40 : at].count("甲") for at in range(len(text))], True),
    ],
    ids=["quadratic", "linear"],
)
def test_quadratic_work_is_told(read, is_linear: bool) -> None:
    """Work that goes through all that came before, at each character, does not pass."""
    assert grows_linearly(read, "甲乙丙") == is_linear
