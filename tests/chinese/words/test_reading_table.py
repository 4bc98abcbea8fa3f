"""Text is read as pypinyin reads it."""

from collections.abc import Sequence
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from pypinyin import lazy_pinyin
from pypinyin.constants import PHRASES_DICT, PINYIN_DICT

from plugins.chinese.words.reading_table import load_readings, read_readings
from tests.amounts import choose

WORDS = st.sampled_from(sorted(PHRASES_DICT)[:: choose(40, 1)])
#: Whole words, words without their ends, single characters, and what is no Chinese.
PIECES = (
    WORDS
    | WORDS.map(lambda word: word[:-1])
    | st.sampled_from([chr(code) for code in sorted(PINYIN_DICT)[:: choose(20, 1)]])
    | st.sampled_from(["ab3 ", "，", "\n", "〇", "\ue815", "\U0002a6df", "🙂", " "])
)


@given(st.lists(PIECES, max_size=6))
def test_any_text(pieces: Sequence[str]) -> None:
    """Words, their beginnings, characters and all else have pypinyin's syllables."""
    text = "".join(pieces)
    assert load_readings().read(text) == (lazy_pinyin(text) if text else [])


def test_every_word() -> None:
    """Words and characters have pypinyin's syllables: in `make stress` all, else one in sixteen."""
    known = [*sorted(PHRASES_DICT), *map(chr, sorted(PINYIN_DICT))][:: choose(16, 1)]
    text = "，".join(known)
    assert load_readings().read(text) == lazy_pinyin(text)


def test_kept_is_what_was_read(tmp_path: Path) -> None:
    """What is kept reads as the package's own tables do."""
    first, kept = read_readings(tmp_path), read_readings(tmp_path)
    assert first.syllables == kept.syllables
    assert first.han == kept.han
