"""Long texts in parts: where they begin, and what each shows."""

import re
from itertools import count, pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.content.sources import Source, make_source
from plugins.model import FrontMatter
from plugins.site.display.text_parts import MOST, TextParts, divide_html, part_text

LINE = "<p>{}</p>\n".format("茶" * 1000)
CAPTION = LINE.replace("<p", '<p class="caption"')
HEADING = "<h2>修路</h2>\n"
LIST = "<ul>\n<li>{0}</li>\n<li>{0}</li>\n</ul>\n".format("路" * 600)
PICTURE = '<p><img alt="茶" src="tea.png"></p>\n'
TABLE = "<table>\n<tr><td>{0}</td></tr>\n<tr><td>{0}</td></tr>\n</table>\n".format("户" * 900)


def write_source(html: str) -> Source:
    """Return an article of this text."""
    path = Path("articles/tea.md")
    return make_source(path, path, FrontMatter(title="茶"), html)


def address(html: str) -> str:
    """Give every block its id, as display_html does."""
    numbers = count(1)
    blocks = "<(p|tr|h2|li)((?: class=.caption.)?)>(?!<img)"
    return re.sub(blocks, lambda tag: f'<{tag[1]}{tag[2]} id="p{next(numbers)}">', html)


@pytest.mark.parametrize(
    ("html", "starts"),
    [
        ("", (0,)),
        (LINE * 9, (0,)),
        (LINE * 12, (0, 6)),
        (LINE * 22, (0, 7, 15)),
        # A sub-headline opens a part, and never ends one.
        (f"{LINE * 7}<h2>修路</h2>{LINE * 5}", (0, 7)),
        (f"{LINE * 5}<h2>种茶</h2>{LINE * 7}", (0, 5)),
        # Captions open no part, not even where all are captions; nor does the inside of a list.
        (CAPTION * 12, (0,)),
        (f"<ul>{LINE.replace('p>', 'li>') * 12}</ul>", (0,)),
        # A text that leads to its own places stays whole.
        (LINE * 12 + '<p><a href="#p3">见上</a></p>', (0,)),
    ],
)
def test_long_texts_begin_again(html: str, starts: tuple[int, ...]) -> None:
    """A text of more than a part's length has as many parts as it needs, of about one length."""
    assert part_text(write_source(html), []).starts == starts


def test_figures_weigh() -> None:
    """A text of many marked figures has more parts than one of the same length."""
    assert part_text(write_source(LINE * 9), [8] * 20).starts == (0, 5)


def test_a_part_has_its_own_address() -> None:
    """Each block is led to on the page that it stands on."""
    parts = TextParts("articles/tea.html", (0, 7, 15))
    pages = [parts.locate(block) for block in (0, 6, 7, 14, 15, 99)]
    assert pages == [f"articles/tea{part}.html" for part in ("", "", ".2", ".2", ".3", ".3")]


PIECES = [LINE, TABLE, LIST, HEADING, CAPTION, PICTURE + CAPTION, PICTURE]


@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=30))
def test_parts_are_all_of_the_text(pieces: list[str]) -> None:
    """The parts, put together, are the text; no table is cut, and none is much too long."""
    html = "".join(pieces)
    parts = part_text(write_source(html), [])
    shown = divide_html(address(html), parts)
    assert "".join(shown) == address(html)
    assert len(shown) == len(parts.starts)
    assert all(part.count("<table>") == part.count("</table>") for part in shown)
    assert all(
        f'id="p{start + 1}"' in part
        for start, part in zip(parts.starts[1:], shown[1:], strict=True)
    )
    if "caption" in html or HEADING in html:
        return  # What may open no part, or had better, makes others longer.
    blocks = write_source(html).blocks
    for start, stop in pairwise((*parts.starts, len(blocks))):
        assert sum(len(block.text) for block in blocks[start:stop]) <= 1.2 * MOST
