"""The dictionary is jieba's, whether it was read from the package or from what is kept."""

from collections.abc import Callable
from pathlib import Path

import pytest

from plugins.chinese.words.dictionary import Dictionary, find_jieba, read_dictionary


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder in which the dictionary has been kept."""
    folder = tmp_path_factory.mktemp("dictionary")
    read_dictionary(folder)
    return folder


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> Dictionary:
    """Return the dictionary as the package has it."""
    return read_dictionary(tmp_path_factory.mktemp("empty"))


def test_words_are_jiebas(read: Dictionary) -> None:
    """Words, beginnings of words and their total are those that jieba reads."""
    # No other test waits for it.
    import jieba

    with (find_jieba() / "dict.txt").open("rb") as lines:
        frequencies, total = jieba.Tokenizer().gen_pfdict(lines)
    assert (read.frequencies, read.total) == (frequencies, total)


def test_kept_is_what_was_read(folder: Path, read: Dictionary) -> None:
    """What is kept loads as the same dictionary."""
    assert read_dictionary(folder) == read


@pytest.mark.parametrize("spoil", [lambda b: b[:-9], lambda b: b[:40] + b"x" + b[41:]])
def test_spoilt_file_is_not_taken(
    folder: Path, read: Dictionary, spoil: Callable[[bytes], bytes]
) -> None:
    """A file that is cut off or altered is read from the package again, and kept anew."""
    (kept,) = folder.iterdir()
    whole = kept.read_bytes()
    kept.write_bytes(spoil(whole))
    assert read_dictionary(folder) == read
    assert kept.read_bytes() == whole


def test_folder_that_cannot_be_written(read: Dictionary, tmp_path: Path) -> None:
    """Where nothing can be kept, the dictionary is read all the same."""
    (tmp_path / "file").write_text("")
    assert read_dictionary(tmp_path / "file" / "folder") == read
