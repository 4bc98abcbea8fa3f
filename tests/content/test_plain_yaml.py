"""Plain YAML is read quickly where that gives what the careful reader gives."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ruamel.yaml.error import YAMLError

from plugins.content.plain_yaml import careful, quick, read_mapping
from tests.amounts import choose

#: What YAML gives a meaning to, side by side with what newspapers print.
PIECES = st.sampled_from(
    ["title", "figures", "id", ": ", ":", " :", "- ", "-", "\n", "\n  ", "\n    ", "\n- ", "\n  - ",
     "{", "}", "[", "]", ", ", ",", "，", "'", '"', "''", '\\"', "\\n", "\\x01", "\\", "#", " #",
     "&a", "*a", "!!str", "!", "|", ">", "|-", "%", "@", "`", "?", "? ", "~", "null", "Null", "yes",
     "1", "3.0", "0x1F", "1_000", "12:30:45", "2019-11-21", "=", "<<", "浔滨区", "茶园 3亩", "“茶”",
     "---", "...", "\t", "\x85", "\u2028", "\x00", "\x7f", "\ufeff", "\U00020bb7", " ", "  "]
)  # fmt: skip
TEXTS = st.lists(PIECES, max_size=25).map("".join)
ENTRIES = st.lists(st.tuples(PIECES, TEXTS), max_size=6).map(
    lambda entries: "".join(f"k{n}{key}: {value}\n" for n, (key, value) in enumerate(entries))
)


@settings(max_examples=choose(400, 20000))
@given(text=st.one_of(TEXTS, ENTRIES))
def test_what_is_read_quickly_is_what_is_read_carefully(text: str) -> None:
    """Whatever the text, the quick reader gives nothing, or what the careful one gives."""
    read = quick.read_plain(text, first_line=3)
    if read is None or not isinstance(read[0], dict):
        return
    value, lines = careful.read_mapping(text, 3)
    assert (read[0], dict(read[1])) == (value, dict(lines))


def test_records_as_the_converter_writes_them_are_read_quickly() -> None:
    """Nested lists, mappings in braces, quoted words and empty values need no careful reader."""
    text = "title: 浔滨 茶园\nfigures:\n  - {raw: 3.5亩, id: '13'}\nlines: {title: [6]}\ndate:\n"
    read = quick.read_plain(text, first_line=2)
    assert read is not None
    assert read[0] == {
        "title": "浔滨 茶园",
        "figures": [{"raw": "3.5亩", "id": "13"}],
        "lines": {"title": ["6"]},
        "date": None,
    }
    assert read[1][("figures", 0, "id")] == 4


@pytest.mark.parametrize(
    "text",
    ["a: &x 1", "a: *x", "a: !!int 1", "a: 1\na: 2", "a: [", "a: b: c", "a: \x01", 'a: "\\x01"',
     "a: 1\n---\nb: 2", "a:\n  - - - - - - - - - 1", f"a: {'长' * 3001}"],
)  # fmt: skip
def test_what_has_a_message_is_read_carefully(text: str) -> None:
    """What plain data never needs is left to the reader that says why."""
    assert quick.read_plain(text, first_line=1) is None
    with pytest.raises(YAMLError):
        read_mapping(text)
