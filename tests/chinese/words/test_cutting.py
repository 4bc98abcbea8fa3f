"""The likeliest cut of a text is jieba's."""

import re
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.chinese.words import cutting
from plugins.chinese.words.cutting import Cutter
from plugins.chinese.words.dictionary import load_dictionary
from plugins.chinese.words.word_table import pack_words, unpack_words

#: What stands between two marks.
BLOCK = re.compile(r"[\u4e00-\u9fd5a-zA-Z0-9+#&\._%\-]+")
PIECES = (
    "汉滨区",
    "脱贫攻坚",
    "的",
    "和平利民",
    "一",
    "COVID-19",
    "3.5%",
    "A",
    "b",
    "，",
    " ",
    "\r\n",
    "\n",
    "🙂",
    "龘",
)


@cache
def make_jieba():
    """Return jieba with its own dictionary."""
    # No other test waits for it.
    import jieba

    made, known = jieba.Tokenizer(), load_dictionary()
    made.FREQ, made.total, made.initialized = dict(known.frequencies), known.total, True
    return made


def cut_by_jieba(text: str) -> list[str]:
    """Return jieba's own words."""
    return list(make_jieba().cut(text, HMM=False))


def cut(text: str) -> list[str]:
    """Return the words of the quick cut."""
    return make_cutter().cut(text)


@cache
def make_cutter() -> Cutter:
    """Return our cutter with the same dictionary."""
    return load_dictionary().make_cutter()


@pytest.mark.parametrize(
    "text",
    [
        "汉滨区的干部群众一起修路，3.5公里全部硬化。",
        "今年COVID-19疫情期间，A4纸和USB线都缺。",
        "石泉籍商人和平利老乡回乡办厂；水平利用得好。",
        "第一行\r\n第二行\n  第三行\u3000完",
        "",
    ],
)
def test_same_words_as_jieba(text: str) -> None:
    """Chinese, Latin letters, numbers, line ends and blanks are cut as jieba cuts them."""
    assert cut(text) == cut_by_jieba(text)


@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=4), max_size=12).map("".join))
def test_any_text(text: str) -> None:
    """Whatever the text, its words are jieba's, and joined they are the text."""
    assert cut(text) == cut_by_jieba(text)
    assert "".join(cut(text)) == text


@cache
def make_own_cutter() -> Cutter:
    """Return a cutter with words taken out and added, some of them again, as an archive's has."""
    known = load_dictionary()
    own = {"贫困户": 300, "脱贫攻": 0, "脱贫攻坚": 300, "双安": 300, "和平": 0, "安利": 0}
    frequencies = known.frequencies.copy()
    frequencies.update(own)
    return Cutter(frequencies, known.total + sum(own.values()))


@given(
    st.lists(
        st.sampled_from(PIECES)
        | st.sampled_from(sorted(load_dictionary().tags)[::50])
        | st.text("贫困户脱攻坚双安和平利民一二aZ9.-_%龘", max_size=6),
        max_size=8,
    ).map("".join)
)
def test_port(text: str) -> None:
    """The Rust port of jieba, given the same words, cuts what stands between marks alike."""
    pytest.importorskip("rjieba")
    cutter = make_own_cutter()
    assert cutter.port is not None
    for block in BLOCK.findall(text):
        assert tuple(cutter.port(block, False)) == cutter.cut_here(block)


def test_port_is_asked_by_who_cuts_much(monkeypatch: pytest.MonkeyPatch) -> None:
    """After so many stretches the port cuts, and without one the cut goes on here."""
    monkeypatch.setattr(cutting, "_MANY", 1)
    asked, alone = (
        make_own_cutter(),
        Cutter(unpack_words(pack_words({"公路": 3, "公": 0, "一": 2})), 5),
    )
    monkeypatch.setitem(alone.__dict__, "port", None)
    for cutter in (asked, alone):
        assert [cutter.cut(text) for text in ("公路", "一公路", "公路一")] == [
            ["公路"], ["一", "公路"], ["公路", "一"],
        ]  # fmt: skip


@given(st.text("贫困户脱攻坚双安和平利民一二", max_size=6), st.text("贫困户脱攻坚和平", max_size=6))
def test_what_is_known_of_an_end_is_not_sought_again(left: str, right: str) -> None:
    """With the likelihoods of its last characters a block has the same as without."""
    cutter = make_cutter()
    assert cutter.weigh(left + right, cutter.weigh(right)) == cutter.weigh(left + right)
