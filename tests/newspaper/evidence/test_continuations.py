"""What goes on from another page is told as such, and is no part of the story above it."""

import pytest

from plugins.newspaper import convert_page
from plugins.newspaper.evidence.continuations import find_page, strip_page

REPORT = (
    "陶家旺办起豆腐坊",
    "本报讯（记者 廖启明）陶家旺的豆腐坊去年卖出豆腐四十六万斤，带着十九户邻居一起磨豆子。",
)
REST = "（上接第1版）与会人员一致认为，今年的防汛工作要早部署、早检查，把责任落到每一座水库。"


@pytest.mark.parametrize(
    ("text", "page", "rest"),
    [
        ("（上接第1版）会议指出，", "第1版", "会议指出，"),
        ("(紧接第二版) 会议指出，", "第二版", "会议指出，"),
        ("【上接A03版】会议指出，", "A03版", "会议指出，"),
        ("（下转第2版）会议指出，", "", "（下转第2版）会议指出，"),
        ("会议（上接第1版）指出，", "", "会议（上接第1版）指出，"),
    ],
)
def test_the_page_before_is_read(text: str, page: str, rest: str) -> None:
    """上接第1版 and its like, at a text's beginning, name the page; the text is what follows."""
    assert (find_page(text), strip_page(text)) == (page, rest)


def test_a_piece_from_another_page_stands_alone() -> None:
    """It is an article of its own, whose doubt names the page that it goes on from."""
    page = convert_page("\n\n".join((*REPORT, REST)).encode(), "页.txt")
    story, piece = page.articles
    assert [block.text for block in story.body] == [REPORT[1]]
    assert [block.text for block in piece.body] == [REST]
    assert piece.title == "与会人员一致认为"
    assert any("上接第1版" in remark for remark in piece.review)


def test_what_goes_on_has_several_paragraphs() -> None:
    """Paragraphs below one that goes on from another page are of the same piece."""
    piece = ("（上接第l版）会议要求，把产业做实。", "会议还通报了督查情况，约谈了六个镇。")
    lines = (*REPORT, *piece)
    page = convert_page("\n\n".join(lines).encode(), "页.txt")
    assert [len(article.body) for article in page.articles] == [1, 2]
