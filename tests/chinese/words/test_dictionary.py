"""The dictionary is jieba's, whether it was read from the package or from what is kept."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from plugins.chinese.words.dictionary import Dictionary, find_jieba, read_dictionary
from plugins.chinese.words.word_table import WordTable


def test_words_are_jiebas_and_kept_so(tmp_path: Path) -> None:
    """Words, beginnings of words and their total are those that jieba reads, and that are kept."""
    # No other test waits for it.
    import jieba

    read = read_dictionary(tmp_path)
    with (find_jieba() / "dict.txt").open("rb") as lines:
        frequencies, total = jieba.Tokenizer().gen_pfdict(lines)
    assert (_list_words(read.frequencies), read.total) == (frequencies, total)
    assert _list_all(read_dictionary(tmp_path)) == _list_all(read)


def _list_all(dictionary: Dictionary) -> tuple[object, ...]:
    words, tags = _list_words(dictionary.frequencies), _list_words(dictionary.tags)
    return words, dictionary.total, tags


def _list_words(table: WordTable[Any]) -> Mapping[str, Any]:
    """Return a table as a plain one: word by word half a million of them take seconds."""
    words: dict[str, Any] = {}
    for row in table.list_rows():
        words.update(row)
    return words
