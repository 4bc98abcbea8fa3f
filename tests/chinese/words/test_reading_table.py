"""Text is read as pypinyin reads it."""

from collections.abc import Sequence
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from plugins.chinese.words.reading_table import load_readings, read_readings
from tests.amounts import choose

# pypinyin reads its tables when it is imported, which only these tests wait for.
WORDS = st.deferred(lambda: st.sampled_from(_list_words()[:: choose(40, 1)]))
#: Whole words, words without their ends, single characters, and what is no Chinese.
PIECES = (
    WORDS
    | WORDS.map(lambda word: word[:-1])
    | st.deferred(lambda: st.sampled_from(_list_characters()[:: choose(20, 1)]))
    | st.sampled_from(["ab3 ", "，", "\n", "〇", "\ue815", "\U0002a6df", "🙂", " "])
)


def _list_words() -> list[str]:
    from pypinyin.constants import PHRASES_DICT

    return sorted(PHRASES_DICT)


def _list_characters() -> list[str]:
    from pypinyin.constants import PINYIN_DICT

    return list(map(chr, sorted(PINYIN_DICT)))


def _read_as_pypinyin(text: str) -> list[str]:
    from pypinyin import lazy_pinyin

    return list(lazy_pinyin(text))


@given(st.lists(PIECES, max_size=6))
def test_any_text(pieces: Sequence[str]) -> None:
    """Words, their beginnings, characters and all else have pypinyin's syllables."""
    text = "".join(pieces)
    assert load_readings().read(text) == (_read_as_pypinyin(text) if text else [])


def test_every_word() -> None:
    """Words and characters have pypinyin's syllables: in `make stress` all, else one in sixteen."""
    known = [*_list_words(), *_list_characters()][:: choose(16, 1)]
    text = "，".join(known)
    assert load_readings().read(text) == _read_as_pypinyin(text)


def test_kept_is_what_was_read(tmp_path: Path) -> None:
    """What is kept reads as the package's own tables do."""
    first, kept = read_readings(tmp_path), read_readings(tmp_path)
    assert first.syllables == kept.syllables
    assert first.han == kept.han
