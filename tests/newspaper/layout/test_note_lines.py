"""Notes of the editors, told by what opens them."""

import pytest

from plugins.newspaper.layout.note_lines import is_note_label, opens_note


@pytest.mark.parametrize(
    "line",
    [
        "（编者按：近日，青河县办起夜校。）",
        "【编者按：近日，青河县办起夜校。】",
        "【编者按】近日，青河县办起夜校。",
        "编者按——近日，青河县办起夜校。",
        "■编者按：近日，青河县办起夜校。",
        "编者按|近日，青河县办起夜校。",
        "编者按　近日，青河县办起夜校。",
        "题记：茶山上的灯",
        "（引子）茶山上的灯",
    ],
)
def test_a_label_opens_a_note(line: str) -> None:
    """A note's label stands in brackets, or before a colon, a dash, a stroke or a blank."""
    assert opens_note(line) and not is_note_label(line)


@pytest.mark.parametrize(
    "line", ["前言 后语说夜校", "导语 要写得短", "引子 一碗茶", "编者按时交稿", "提要求 讲方法"]
)
def test_other_words_open_none(line: str) -> None:
    """What only begins with such a word is a line like others."""
    assert not opens_note(line)


@pytest.mark.parametrize("line", ["编者按", "【开栏的话】", "前言", "核心提示："])
def test_a_label_stands_alone(line: str) -> None:
    """Above a note its label may have a line of its own."""
    assert is_note_label(line) and opens_note(line)
