"""Names are read by their surnames' readings, in pinyin that is typed and in new addresses."""

import pytest

from plugins.chinese.name_readings import read_name, read_text, read_with_names
from plugins.chinese.pinyin import name_slug, slugify


@pytest.mark.parametrize(
    ("name", "reading"),
    [
        ("曾伟", "zeng wei"), ("单小兰", "shan xiao lan"), ("解建国", "xie jian guo"),
        ("仇川", "qiu chuan"), ("查明", "zha ming"), ("尉迟恭", "yu chi gong"),
        ("王伟", "wang wei"), ("曾", "ceng"),
    ],
)  # fmt: skip
def test_surnames_have_their_own_readings(name: str, reading: str) -> None:
    """A name is read by its surname; a character alone as it mostly is."""
    assert " ".join(read_name(name)) == reading


def test_text_is_read_by_its_words() -> None:
    """Only the names in a text are read as names."""
    assert read_text("重庆单位")[:2] == ["chong", "qing"]
    assert " ".join(read_with_names("曾伟不曾查账", ["曾伟"])) == "zeng wei bu ceng cha zhang"
    assert read_with_names("单家坝村")[0] == "shan"
    assert read_with_names("") == []


def test_new_addresses_read_names_as_names() -> None:
    """A new article's address has its people's names as they are read; others stay as they were."""
    assert slugify("曾伟种茶", ["曾伟"]) == "zeng-wei-zhong-cha"
    assert slugify("曾伟种茶") == "ceng-wei-zhong-cha"
    assert name_slug("曾伟").startswith("ceng-wei-")


def test_a_character_is_read_as_pypinyin_reads_it() -> None:
    """What is looked up in pypinyin's table is what pypinyin says, tones and ü included."""
    # Its table takes long to load, and no other test needs it.
    from pypinyin import lazy_pinyin

    characters = [chr(code) for code in (*range(0x4E00, 0x9FA6, 37), 0x5973, 0x7565, 0x41, 0x25)]
    assert [read_text(one) for one in characters] == [lazy_pinyin(one) for one in characters]
