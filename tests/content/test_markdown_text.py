import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from plugins.content.markdown_text import printable, to_blocks, to_markdown
from plugins.model import Block

MARKUP = st.text("\\`*_{}[]()#+-.!<>&:;|=~^\"'/ \t1a安,。", max_size=40)
ANY = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
CELLS = st.text("\\`*_{}[]()#+-.!<>&:;|=~^\"'/1a安,。\u200b", min_size=1, max_size=8)
ROW = st.lists(CELLS, min_size=2, max_size=3).map(" ".join)
BLOCKS = st.lists(
    st.builds(Block, st.sampled_from(["paragraph", "heading", "caption"]), MARKUP | ANY)
    | st.builds(Block, st.just("row"), ROW),
    max_size=4,
)


@settings(max_examples=300, deadline=None)
@given(BLOCKS)
@example([Block("paragraph", "1. 第一"), Block("paragraph", "    缩进")])
@example([Block("heading", "抓学习 {: .x} ##"), Block("caption", "图为<b>大棚</b> &amp; &lt;")])
@example([Block("paragraph", "[x]: http://a.b"), Block("paragraph", "[^1]: 注")])
@example([Block("paragraph", "a | b"), Block("paragraph", "---|---"), Block("paragraph", "===")])
def test_printed_text_survives_markdown(blocks: list[Block]) -> None:
    """Blocks written as Markdown and rendered show the printed text again, character by character.

    The rendering is the site's own (Python-Markdown, then nh3), read by BeautifulSoup.
    """
    printed = [Block(block.type, printable(block.text)) for block in blocks]
    assert to_blocks(to_markdown(blocks)) == [block for block in printed if block.text]


def test_markdown_is_what_an_editor_would_write() -> None:
    """Ordinary text carries no escapes; a sub-headline and a caption have their marks."""
    blocks = [
        Block("heading", "抓重点破瓶颈 脱贫攻坚行稳致远"),
        Block("paragraph", "“党建+项目”投资8.46亿元(含1~8月),占100%."),
        Block("caption", "图为大棚。"),
    ]
    assert to_markdown(blocks) == (
        "## 抓重点破瓶颈 脱贫攻坚行稳致远\n\n"
        "“党建+项目”投资8.46亿元(含1~8月),占100%.\n\n"
        "图为大棚。\n{: .caption}"
    )


@pytest.mark.parametrize(
    ("markdown", "texts"),
    [
        ("一行\n二行\nthree\nfour", ["一行二行three four"]),
        ("- 甲\n- **乙**丙", ["甲", "乙丙"]),
        ("> 引文\n\n正文", ["引文", "正文"]),
        ("### 小标题", ["小标题"]),
        ("甲<script>alert(1)</script>乙", ["甲乙"]),
        ("| 村 | 户数 |\n|---|---|\n| **甲** | 5 |", ["村 户数", "甲 5"]),
    ],
)
def test_editors_markdown_becomes_blocks(markdown: str, texts: list[str]) -> None:
    """Wrapped lines, lists, quotations and raw HTML are read as a reader sees them."""
    assert [block.text for block in to_blocks(markdown)] == texts
