"""Lines that were cut at the column's width come together; lines that only look so stay apart."""

from plugins.newspaper import convert_page

BRIEFS = (
    "杉树乡通了自来水",
    "本报讯(通讯员 谢立新)4月6日,杉树乡三个村通上自来水,七百户人家用水不再靠肩挑。",
    "渡口县茶叶开园",
    "本报讯(记者 汪雨晴)今年渡口县春茶提前五天开园,首批鲜叶每斤收购价八十元。",
    "麻柳镇办起夜校",
    "本报讯(通讯员 丁秋月)麻柳镇办起农民夜校,每周三晚上讲课,已有四百人来听讲。",
)
WIDTH = 17


def test_short_unindented_pages_are_not_wrapped() -> None:
    """Headlines of like length between short paragraphs, one a line, are not taken for a column."""
    page = convert_page("\n".join(BRIEFS).encode(), "页.txt")
    assert [a.title for a in page.articles] == list(BRIEFS[::2])
    assert [a.body[0].text for a in page.articles] == list(BRIEFS[1::2])


def test_wrapped_paragraphs_come_together() -> None:
    """The same page cut at seventeen characters gives the same articles."""
    lines: list[str] = []
    for title, text in zip(BRIEFS[::2], BRIEFS[1::2], strict=True):
        told = "　　" + text
        lines += [title, *(told[n : n + WIDTH] for n in range(0, len(told), WIDTH))]
    page = convert_page("\n".join(lines).encode(), "页.txt")
    assert [a.title for a in page.articles] == list(BRIEFS[::2])
    assert [a.body[0].text for a in page.articles] == list(BRIEFS[1::2])
