"""What closes a page, and the lines of a bulletin's office, is in no article."""

import pytest

from plugins.newspaper import convert_page
from plugins.newspaper.furniture.label_lines import find_label

NEWS = "近日，石潭乡组织三个村的采茶能手开展培训，共有一百二十名茶农参加，人人学会了手工炒制。"


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("（共印60份）", "编辑"),
        ("印数：200份", "编辑"),
        ("编审：王平  核稿：李月英  投稿信箱：qh@example.com", "编辑"),
        ("供稿单位：青河县石潭乡人民政府    签发人：周明", "编辑"),
        ("编辑部电话：0000-1234567 印刷：青河印务公司", "编辑"),
        ("抄送：县直各部门，各乡镇党委、政府。", "编印"),
        ("内部资料  注意保存", "保存"),
        ("连续性内部资料性出版物", "保存"),
        ("内部资料性出版物 (青)0026号", "保存"),
        ("准印证号：青河第0123号", "保存"),
        ("县报取得准印证", None),
        ("县报三年前领到了准印证，编号是青0123号，", None),
        ("社长：李明 总编：王平", "编辑"),
        ("社长：收了三千斤鲜叶", None),
        ("白果供销社社长：李明", None),
        ("公开形式：公开栏张榜", None),
        ("（机关资料·请勿外传）", None),
        ("李明说：一定要把茶种好", None),
        ("会议要求：编制好规划", None),
    ],
)
def test_lines_of_labels_are_the_offices(line: str, why: str | None) -> None:
    """Labels of who made, signed, printed and keeps a bulletin tell its own lines."""
    assert find_label(line) == why


def test_below_the_addressees_nothing_is_an_article() -> None:
    """What stands below 报 and 送 is theirs, so the end line above is read as its author."""
    foot = ["报：市茶业局。", "　　县委常委、副县长。", "送：各乡镇，县直有关部门", "（存档2份）"]
    lines = ["石潭乡茶农学手艺", NEWS, "（石潭乡 周明）", *foot]
    (article,) = (page := convert_page("\n".join(lines).encode(), "简报.txt")).articles
    assert [a.name for a in article.authors] == ["周明"]
    assert [a.line for a in page.furniture] == [4, 5, 6, 7] and not page.unassigned


def test_other_articles_of_a_site_close_the_page() -> None:
    """Headlines below 往期回顾 lead elsewhere; below a box's name text is an article's."""
    others = ["— 往期精彩回顾 —", "青河这条路通车了", "周末去石潭看茶花"]
    page = convert_page("\n\n".join(["石潭乡茶农学手艺", NEWS, *others]).encode(), "页.txt")
    assert [len(a.body) for a in page.articles] == [1]
    page = convert_page("\n\n".join(["茶农学手艺", NEWS, *others, "图文：周明"]).encode(), "页.txt")
    assert [[a.name for a in article.authors] for article in page.articles] == [["周明"]]
    for signer in ("记者 方敏", "本报讯（记者 方敏）" + NEWS):
        links = ["相关新闻", "青河通车了", "茶花开了", "作者：周明"]
        page = convert_page("\n\n".join(["茶农学手艺", signer, NEWS, *links]).encode(), "页.txt")
        assert [[a.name for a in article.authors] for article in page.articles] == [["方敏"]]
    box = ["相关链接", "石潭茶有三百年历史，清代列为贡品，如今种植面积达两万亩，年产值过亿元。"]
    page = convert_page("\n\n".join(["石潭乡茶农学手艺", NEWS, *box]).encode(), "页.txt")
    assert any(box[1] in block.text for a in page.articles for block in a.body)
