"""Kinds of article, told by how the text is written."""

import pytest

from plugins.model import Kind
from plugins.newspaper.kinds import find_kind

TALK = (
    "“路通了，心也敞亮了。”周大山说。“茶叶好卖了。”他又笑着说。日子一天天好起来，山里人看在眼里。"
)
PLAN = "要抓住重点，必须压实责任。只有上下同心，才能打赢。干部应该沉下去，切实解难题。" * 10


def kind_of(
    *paragraphs: str, head: str = "山里的路", byline: bool = False, headings: int = 0
) -> Kind:
    """Return the kind of an article without dateline."""
    words = ["山里"]
    return find_kind([head], paragraphs, words, dateline=False, byline=byline, headings=headings)


def test_people_who_speak_make_a_feature() -> None:
    """Without dateline a text in which people speak is a 通讯; of work, in parts, a 工作通讯."""
    assert kind_of(TALK) == "通讯"
    assert kind_of(TALK, headings=3) == "通讯"
    assert kind_of(TALK + "政策落实，工作推进。", headings=3) == "工作通讯"


def test_news_opens_with_what_was_held() -> None:
    """A day and a meeting in the opening make news of it, whoever speaks."""
    assert kind_of("7月8日，全县茶叶推介会在城关镇举行。" + TALK) == "消息"


def test_dateline_makes_news() -> None:
    """A dateline makes news, and of a short text a brief."""
    told = {"dateline": True, "byline": True, "headings": 0}
    assert find_kind([], [TALK * 5], [], **told) == "消息"
    assert find_kind([], [TALK], [], **told) == "简讯"


@pytest.mark.parametrize(
    "head",
    ["把路修到心里（一线视角）", "把路修到心里(乡村论坛)", "山城时评", "把路修好（治理之道）"],
)
def test_columns_of_comment(head: str) -> None:
    """A column of comment behind the headline names the kind."""
    assert kind_of(TALK, head=head) == "评论"


def test_arguing_makes_a_comment() -> None:
    """A text that says all along what ought to be, or tells its writer's office, is a comment."""
    assert kind_of(PLAN) == "评论"
    assert kind_of("山里的变化看得见。（作者为茶叶站站长）") == "评论"
    assert kind_of("山里的变化看得见。（执笔：何青松）") == "评论"
    assert kind_of(TALK + "（执笔：何青松）", byline=True) == "通讯"
    assert kind_of("山里的变化看得见。（执笔：本报记者 何青松）", byline=True) == "通讯"
    assert kind_of(PLAN + TALK) == "通讯"


def test_offices_own_accounts() -> None:
    """What ends with where its figures come from is an account of work."""
    assert kind_of("今年全县修路80公里，种茶三万亩。数据来源：县农业农村局") == "综述"


def test_long_unsigned_texts_are_no_news() -> None:
    """Long and in parts it is a survey, long and with speech a feature, else news."""
    long = "今年全县修路80公里，种茶三万亩。" * 50
    assert kind_of(long, headings=3) == "综述"
    assert kind_of(long + "“路通了。”周大山说。") == "通讯"
    assert kind_of(long) == "消息"
    held = "10月2日晚，茶王赛在县城举行。" + long + "“好茶。”周大山说。"
    assert (kind_of(held), kind_of(held, headings=3)) == ("消息", "综述")


def test_plain_text_is_news() -> None:
    """A text with nothing of all this is news."""
    assert kind_of("今年全县修路80公里，种茶三万亩。") == "消息"


def test_one_person_makes_a_portrait() -> None:
    """A name that keeps coming back with he or she makes a portrait; a common word does not."""
    told = {"dateline": False, "byline": True, "headings": 0}
    text = "周岚，三十出头。她来了，她走了，她又来了，她不走了。"
    assert find_kind(["山里"], [text], ["周岚"] * 4, **told) == "人物通讯"
    common = text.replace("周岚", "青年")
    assert find_kind(["山里"], [common], ["青年"] * 4, **told) == "通讯"
