"""What OCR may have got wrong is told in the articles that are made of it."""

from itertools import chain

import pytest

from plugins.newspaper import Page, convert_page
from plugins.newspaper.doubts.scans import find_misread

HEAD = "桑园养蚕忙\n\n"
ONE = (
    "近日白果乡的蚕农忙着给春蚕喂桑叶全乡今年养蚕三百张预计产茧一万公斤县里派来的技术员"
    "住在村里手把手教大家消毒和控温村民们说有人指导心里就有底了等到茧子卖了钱还要再扩大"
    "桑园的面积让更多的人家跟着养蚕增加收入把日子过得更红火。"
)
TWO = (
    "太平镇的产业路经过三个月的施工已经全线贯通沿线六百户群众出门再也不用绕道收购商的车辆"
    "可以直接开到地头把核桃和黄姜运出大山镇上还打算在路边建一个交易市场方便周围几个村的"
    "群众就近买卖农产品让这条路真正成为大家增收致富的好路子。"
)


def wrap(text: str, width: int = 12) -> list[str]:
    """Cut a text into lines."""
    return [text[i : i + width] for i in range(0, len(text), width)]


def tell(page: Page) -> str:
    """Put all doubts of a page's articles together."""
    return "\n".join(doubt for article in page.articles for doubt in article.review)


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        (
            "投资O.58亿元，惠及l2l6O人，每亩补28OO元，有 l6 名工人。",
            ["O.58", "l2l6O", "28OO", "l6"],
        ),
        ("PM2.5和O3浓度下降，CO2减排，O2O平台，5G网络，I期工程，1,605公里。", []),
    ],
)
def test_letters_in_numbers_are_found(text: str, numbers: list[str]) -> None:
    """A number with an O, l or I in it is told; names that have such letters are not."""
    assert find_misread(text) == numbers


def test_misread_numbers_are_doubts() -> None:
    """Numbers with letters are told with their line, a few by name and the rest by count."""
    body = "近日，白果乡养蚕3OO张，投资O.5万元，产茧l万公斤，户均增收28OO元，带动l6户。\n"
    said = tell(convert_page((HEAD + body).encode(), "页.txt"))
    assert "第3行起的“3OO”像是认错的数字" in said and "另有 1 处数字" in said
    assert "认错" not in tell(
        convert_page((HEAD + body.translate({79: "0", 108: "1"})).encode(), "页.txt")
    )


def test_interleaved_columns_are_told() -> None:
    """Lines of two columns that OCR took in turns are told; the same columns in order are not."""
    one, two = wrap(ONE), wrap(TWO)
    mixed = "\n".join(chain.from_iterable(zip(one, two, strict=False)))
    assert "两栏交错" in tell(convert_page((HEAD + mixed).encode(), "页.txt"))
    assert "两栏交错" not in tell(convert_page((HEAD + "\n".join(one + two)).encode(), "页.txt"))


def test_text_set_downwards_is_put_together_and_told() -> None:
    """Lines of one character each are one paragraph, which an editor is asked to look at."""
    page = convert_page((HEAD + "\n".join(ONE)).encode(), "页.txt")
    assert [block.text for block in page.articles[0].body] == [ONE]
    short = "\n".join(wrap(ONE, 2))
    assert "竖排" in tell(convert_page((HEAD + short).encode(), "页.txt"))


def test_captions_keep_their_order() -> None:
    """Captions below one paragraph stand in the order in which they are printed."""
    lines = ["桑园养蚕忙", "近日，白果乡的蚕农忙着给春蚕喂桑叶。", "图为桑园。", "图为蚕房。"]
    (article,) = convert_page("\n\n".join(lines).encode(), "页.txt").articles
    assert [block.text for block in article.body] == lines[1:]


def test_text_of_another_page_is_a_doubt() -> None:
    """What goes on from another page, and has run into an article of this one, is told there."""
    body = "本报讯 近日，白果乡养蚕三百张，蚕农忙着给春蚕喂桑叶，都说今年的收成好。"
    rest = "（上接第1版）会议要求，各镇办要把任务落到实处，年底前全部完成，不得拖延。"
    page = convert_page(f"{HEAD}{body}\n{rest}\n".encode(), "a.txt")
    assert "有“上接第1版”，是别的版接过来的，请剪到那一篇，或删去" in tell(page)
