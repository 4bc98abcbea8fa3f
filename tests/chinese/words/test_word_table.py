"""A table of words is what it was packed of, and a copy changes for itself alone."""

from pathlib import Path

from plugins.chinese.words.word_table import WordTable, pack_words, read_kept, unpack_words

WORDS = {"公路": 3, "公": 0, "一": 2, "": 1}


def make_table() -> WordTable[int]:
    """Return a table of the few words."""
    return unpack_words(pack_words(WORDS))


def test_is_what_it_was_packed_of() -> None:
    """All words are there, by themselves and in a row; others are not."""
    table = make_table()
    assert (table["公路"], table.get("公"), table.get("公车"), table.get("车", 7)) == (
        3,
        0,
        None,
        7,
    )
    assert "公路" in table
    assert "路" not in table
    assert table == WORDS
    assert len(table) == len(WORDS)


def test_copy_changes_for_itself_alone() -> None:
    """What is added to a copy, changed in it or taken out of it is as it was in the other."""
    table = make_table()
    copy = table.copy()
    copy["公路"], copy["公车"], copy["车"] = 4, 5, 6
    del copy["一"]
    assert copy == {"公路": 4, "公": 0, "公车": 5, "车": 6, "": 1}
    assert table == WORDS


def test_kept_is_made_once(tmp_path: Path) -> None:
    """What was kept by a key is read for that key alone."""
    made = iter([["one"], ["other"]])
    read = [read_kept(tmp_path, [key], lambda: next(made)) for key in (b"a", b"a", b"b")]
    assert read == [["one"], ["one"], ["other"]]
