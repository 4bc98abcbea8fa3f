import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.content.markdown_text import html_blocks, parse_html, to_markdown
from plugins.content.rendering import render
from plugins.model import Block
from plugins.site.display.display import display_html
from plugins.site.settings.glossary import Glossary, Term

TERMS = (
    Term(slug="long", name="两不愁三保障", explanation="甲"),
    Term(slug="short", name="三保障", explanation="乙"),
    Term(slug="quoted", name="“57”标准", explanation="丙", aliases=("五七标准",)),
)
GLOSSARY = Glossary(TERMS)


def show(markdown: str) -> str:
    """Return Markdown as a page shows it."""
    return display_html(render(markdown), GLOSSARY, "g.html")


@pytest.mark.parametrize(
    ("markdown", "html"),
    [
        (
            "两不愁三保障,三保障,三保障",
            '<p><a class="term" href="g.html#long">两不愁三保障</a>，'
            '<a class="term" href="g.html#short">三保障</a>，三保障</p>',
        ),
        ("## 三保障\n\n[三保障](a.html)", '<h2>三保障</h2>\n<p><a href="a.html">三保障</a></p>'),
        ("五七标准", '<p><a class="term" href="g.html#quoted">五七标准</a></p>'),
        ("脱贫**攻坚**,好\n了", "<p>脱贫<strong>攻坚</strong>，好了</p>"),
        ("`甲,乙` & 图<br>丙", "<p><code>甲,乙</code> &amp; 图<br>丙</p>"),
        ("甲<style>p{}</style><iframe src=x></iframe>乙", "<p>甲乙</p>"),
        ('<p style="color:red" class="caption skip">甲</p>', '<p class="caption">甲</p>'),
    ],
)
def test_text_is_shown_as_chinese_typography_asks(markdown: str, html: str) -> None:
    """Terms are linked once and longest first, marks widened, lines joined, the rest kept."""
    assert show(markdown) == html


def test_a_wide_table_moves_in_a_region_of_its_own() -> None:
    """Keys reach the region, which says what it is, and the table in it stays one."""
    shown = show("| 户 |\n| --- |\n| 3 |")
    assert shown.startswith('<section aria-label="表格 1" class="wide" tabindex="0"><table>')
    assert shown.endswith("</table></section>")


@given(st.lists(st.text("三保障两不愁“57”标准,.()<>&*_ a1", max_size=30), max_size=3))
def test_showing_keeps_every_character(texts: list[str]) -> None:
    """Apart from the width of marks, the page shows the printed text, character by character."""
    html = render(to_markdown([Block("paragraph", text) for text in texts]))
    before = [block.text for block in html_blocks(parse_html(html))]
    after = [block.text for block in html_blocks(parse_html(display_html(html, GLOSSARY, "g")))]
    narrow = str.maketrans("，。：；？！（）", ",.:;?!()")
    assert [text.translate(narrow) for text in after] == before
