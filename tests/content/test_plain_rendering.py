"""What has no markup is rendered at once, to the bytes that Python-Markdown and nh3 give."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from plugins.content.plain_rendering import render_plainly
from plugins.content.rendering import MOST_CHARACTERS, render
from tests.amounts import choose

#: Pieces of articles, and of what means something to Markdown.
PIECES = (
    "本报讯（记者 王萍）", "茶园", "3.5", "1", ".", " ", "  ", "（", "）", "“", "”", "——", "…",
    "-", "+", ":", "：", "/", "!", "%", "～", "ab", "·", "#", "## ", "*", "_", "[", "<", "&", "|",
    "=", "`", "\\", "\n", "\n\n", "\n\n\n", "\u3000", "\u00a0", "\t", "{", "^", "~", "㐀", "é",
)  # fmt: skip


@settings(max_examples=choose(400, 20_000))
@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
@example("12. 茶园")
@example("- 茶园")
@example("茶园\n\n---\n\n茶园")
@example("## 茶园 ##")
def test_same_bytes_or_none(text: str) -> None:
    """Whatever the text, its plain rendering is the true one, or there is none."""
    assert render_plainly(text) in (None, render(text))


@pytest.mark.parametrize(
    "text",
    [
        "新华社北京9月30日电  （记者朱某）“两不愁”有了保障：今年人均收入1.2万元！",
        "第一段。\n\n## 一、产业\n\n第二段，4.5%，http://example.org/a-b。\n\n\n2019.11……完",
    ],
)
def test_articles_are_plain(text: str) -> None:
    """The paragraphs and sub-headlines of an article have a plain rendering."""
    assert render_plainly(text) == render(text)


@pytest.mark.parametrize(
    "text", ["", "茶*园*", "[茶](a.html)", "两\n行", "茶" * (MOST_CHARACTERS + 1)]
)
def test_markup_is_not_plain(text: str) -> None:
    """What has markup, or more characters than any article, is left to the renderer."""
    assert render_plainly(text) is None
