"""The likeliest cut of a text is jieba's."""

from functools import cache

import jieba
import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.chinese.cutting import Cutter
from plugins.chinese.dictionary import load_dictionary

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
def make_jieba() -> jieba.Tokenizer:
    """Return jieba with its own dictionary."""
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
