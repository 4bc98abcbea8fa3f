"""Whatever reads printed text comes to its end, whatever stands side by side in it.

Each text has a bound of the processor's time, so that what does not end fails here and stops
neither the other tests nor a build.
"""

import itertools

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plugins.figures.numbers import scanner
from plugins.site.settings.tables import Tables
from plugins.system.time_limit import TookTooLongError, limit_time
from tests.amounts import choose
from tests.laws.alphabet import CLASSES, chain, list_characters, list_class_texts, list_words
from tests.laws.readers import NAMES, list_readers

#: Seconds for one text; the slowest takes a tenth of this.
BOUND = 20.0
#: They are listed where a test asks for them, not wherever tests are collected.
TEXTS = st.lists(
    st.deferred(lambda: st.sampled_from(list_characters()) | st.sampled_from(list_words())),
    min_size=1,
    max_size=12,
).map("".join)


def test_the_alphabet_is_the_codes_own() -> None:
    """Characters and words are those of the expressions: what once hung is among their pairs."""
    assert {"C", "8", "８", "一", "。", " ", "　", "、", "%"} <= set(list_characters())
    assert {"半", "点", "余", "县", "通讯员"} <= set(list_words())
    assert "C一" in chain(list_characters(), 2)


def test_a_chain_has_every_run() -> None:
    """Every run of three characters of some stands in their chain, once."""
    text = chain("甲乙丙丁", 3)
    runs = [text[at : at + 3] for at in range(len(text) - 2)]
    assert sorted(runs) == sorted(map("".join, itertools.product("甲乙丙丁", repeat=3)))


@pytest.mark.parametrize("name", NAMES)
def test_every_pair_and_triple_is_read(name: str, tables: Tables) -> None:
    """Two characters of the code's own and three of every kind are read in any order, in bound."""
    read = list_readers(tables)[name]
    pairs, triples = chain(list_characters(), 2), chain("".join(CLASSES), 3)
    lines = "\n".join(triples[at : at + 200] for at in range(0, len(triples), 200))
    for text in (pairs, triples, lines):
        with limit_time(BOUND):
            read(text)


@pytest.mark.parametrize("name", NAMES)
def test_every_short_text_is_read(name: str, tables: Tables) -> None:
    """Texts of one and of two characters of every kind are read, each in bound.

    Those of three are for `make stress`: here they stand in one text, and in its lines.
    """
    read = list_readers(tables)[name]
    for length in range(1, choose(2, 3) + 1):
        for text in list_class_texts(length):
            with limit_time(BOUND):
                read(text)


@settings(
    max_examples=choose(150, 5000), suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(text=TEXTS)
def test_words_in_any_order_are_read(tables: Tables, text: str) -> None:
    """The code's own words in any order are read by all that reads, in bound."""
    for read in list_readers(tables).values():
        with limit_time(BOUND):
            read(text)


def test_the_scanner_that_once_hung_would_fail(
    tables: Tables, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A scanner that stands still where a letter is before a Chinese numeral is told."""
    monkeypatch.setattr(scanner, "_read", lambda _text, at, *_: ((), at))
    monkeypatch.setattr(scanner, "max", lambda end, _next: end, raising=False)
    with pytest.raises(TookTooLongError), limit_time(0.5):
        list_readers(tables)["quantities"]("CPI一半")
