"""Contents lists are furniture; what they repeat is a headline."""

from plugins.newspaper import convert_page
from plugins.newspaper.furniture.contents_lists import set_contents_aside
from plugins.newspaper.layout.fragments import read_fragments
from plugins.newspaper.layout.labels import HEADLINE

#: Bodies that stand below the headlines of a bulletin.
TEXTS = (
    "近日，石潭乡组织三个村的采茶能手开展培训，共有一百二十名茶农参加，人人学会了手工炒制。",
    "为了方便群众，白果镇把便民服务搬到集市，三天里办结各类事项八十六件，老人不用再跑县城。",
    "入冬以来，青河县林业局抢抓时机，在五个乡镇补植补造核桃林，全县新增经济林面积三千多亩。",
)
HEADS = ("石潭乡茶农学手艺", "白果镇：服务搬到集市上", "青河补植三千亩核桃")


def lay_out(*contents: str) -> list[str]:
    """Give a bulletin's lines: its contents list, and its articles below."""
    articles = (line for pair in zip(HEADS, TEXTS, strict=True) for line in pair)
    return [*contents, *articles]


def list_kept(lines: list[str]) -> list[str]:
    """Give the lines that no contents list has."""
    return [f.text for f in set_contents_aside(read_fragments(lines))[0]]


def test_lines_that_repeat_headlines_go_with_the_name_above_them() -> None:
    """Bullets, numbers, leaders and pages around the headlines do not matter."""
    printed = (
        ["本期要目", *(f"●{head}" for head in HEADS)],
        ["目    录", *(f"{n}. {head}………………{n}" for n, head in enumerate(HEADS, 1))],
        ["内容导航", *(f"{head}（第{n}版）" for n, head in enumerate(HEADS, 1))],
        [f"◇ {head}（张明）" for head in HEADS],
    )
    for contents in printed:
        assert list_kept(lay_out(*contents)) == lay_out()


def test_sections_within_a_list_go_with_it() -> None:
    """The names of sections that stand between the headlines are of the list, too."""
    articles = ["【乡镇】", *lay_out()[:2], "【部门】", *lay_out()[2:]]
    contents = ["目录", "【乡镇】", HEADS[0], "【部门】", *HEADS[1:]]
    assert list_kept([*contents, *articles]) == articles


def test_a_repeated_headline_is_one() -> None:
    """What a list repeats, be it printed in two lines, counts as a headline by its type."""
    lines = ["今日看点", *HEADS, HEADS[0][:4], HEADS[0][4:], TEXTS[0], *lay_out()[2:]]
    kept, aside = set_contents_aside(read_fragments(lines))
    large = [f.text for f in kept if f.size == HEADLINE]
    assert large == [HEADS[0][:4], HEADS[0][4:], *HEADS[1:]]
    assert [(a.line, a.why) for a in aside] == [(n, "目录") for n in range(1, 5)]


def test_an_article_that_stands_twice_is_no_list() -> None:
    """Lines of one head repeat those of its copy, between which no text stands."""
    lines = ["三月新风", "白果镇：服务搬到集市上", TEXTS[1]]
    assert list_kept([*lines, *lines]) == [*lines, *lines]
    assert list_kept(lay_out(HEADS[1])) == lay_out(HEADS[1])


def test_a_bulletins_contents_are_no_article() -> None:
    """A bulletin with a contents list has the articles that stand below it, and no other."""
    cover = ["青河林业信息", "2018年第3期", "本期要目", *(f"★{head}" for head in HEADS), ""]
    page = convert_page("\n".join([*cover, *lay_out()]).encode(), "简报.txt")
    assert [a.title for a in page.articles] == list(HEADS)
    assert not page.unassigned
