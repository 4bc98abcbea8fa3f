"""Sentences that name a village, a town or a person."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.model import Block
from plugins.site.articles.namings import AROUND, MOST_SENTENCES, Naming, find_namings, find_spots
from plugins.site.display.text_parts import TextParts

PARTS = TextParts("articles/tea.html", (0, 1))


def quote(text: str, name: str, private: tuple[str, ...] = ()) -> list[str]:
    """Return the sentences of one paragraph that name `name`, the name in brackets."""
    blocks = [Block("paragraph", text)]
    found = find_namings(blocks, {name: find_spots(blocks, name)}, private, PARTS)
    return [f"{one.before}[{one.name}]{one.after}" for one in found.get(name, ())]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("茶园开了.青松村种茶,收成好.人都说好.", ["[青松村]种茶，收成好。"]),
        ("王小山家住青松村,患病多年.", ["……"]),
        ("家住青松村的王小山,患病多年.", ["家住[青松村]……"]),
        ("走进青松村,王小山正在采茶.", ["走进[青松村]……"]),
        ("青松村王小山采茶。青松村通了路。", ["[青松村]……", "[青松村]通了路。"]),
    ],
)
def test_only_what_may_travel_is_quoted(text: str, told: list[str]) -> None:
    """A sentence is cut to what names nobody private and tells no illness."""
    told = [part if part != "……" else "[]" for part in told]
    assert quote(text, "青松村", ("王小山",)) == told


def test_a_paragraph_is_pointed_to_where_nothing_may_be_quoted() -> None:
    """Where even the clause up to the name tells too much, the paragraph alone is named."""
    blocks = [Block("paragraph", "开头。"), Block("paragraph", "王小山的家青松村通了路。")]
    found = find_namings(blocks, {"青松村": find_spots(blocks, "青松村")}, ("王小山",), PARTS)
    assert found == {"青松村": (Naming(1, "articles/tea.2.html"),)}
    assert (found["青松村"][0].anchor, found["青松村"][0].label) == ("p2", "第 2 段")


def test_each_sentence_is_quoted_once_and_only_some() -> None:
    """A sentence with the name twice is quoted once, and of many the first few."""
    assert quote("青松村的茶,青松村的路.", "青松村") == ["[青松村]的茶，青松村的路。"]
    assert len(quote("青松村好。" * 9, "青松村")) == MOST_SENTENCES
    assert quote("别的村。", "青松村") == []


@given(st.text("青松村茶路，。、", max_size=60), st.text("茶路，。、", max_size=300))
def test_quotes_are_short_and_of_the_text(before: str, after: str) -> None:
    """What is shown is a stretch of the printed text with some fifty characters on either side."""
    text = f"{before}青松村{after}"
    for said in quote(text, "青松村"):
        plain = said.replace("[", "").replace("]", "").strip("…")
        assert plain in text
        assert len(plain) <= 2 * AROUND + 3
