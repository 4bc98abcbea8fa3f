"""Rows of names, a short line for each."""

from itertools import product

import pytest

from plugins.newspaper import convert_page

DECIDED = (
    "县委决定，对在脱贫攻坚中做出成绩的下列同志予以表彰，望全县干部向他们学习，再接再厉，"
    "把接下来的工作做得更好。"
)
NAMED, NEXT = "青河县表彰脱贫攻坚先进个人", "石潭乡桑园养鸡增收"
STORY = "初夏时节，石潭乡的桑园里鸡鸣阵阵，村民在桑树下养鸡，一亩地有了两份收入，日子越过越好。"
OFFICES = ("县扶贫局", "桑园小学", "石潭乡卫生院", "县农业农村局产业股", "白果村党支部")


@pytest.mark.parametrize(
    "story",
    [
        [f"本报讯（记者 周山）{STORY}"],
        ["周山 方敏", STORY],
        ["本报记者 周山", STORY],
    ],
)
def test_a_roll_is_of_the_article_that_it_follows(story: list[str]) -> None:
    """However many names and offices stand below a decision, none of them is a headline."""
    names = map("".join, product("陈李王赵周何吴郑孙徐", ("立新", "  涛", "红梅（女）")))
    rows = [f"{name}  {OFFICES[i % 5]}" for i, name in enumerate(names)]
    page = "\n\n".join([NAMED, DECIDED, *rows, NEXT, *story])
    roll, below = convert_page(page.encode(), "页.txt").articles
    assert (roll.title, below.title) == (NAMED, NEXT)
    assert [block.text for block in roll.body] == [DECIDED, *rows]


def test_verse_is_no_roll() -> None:
    """Poems one below the other, each by another, stay apart."""
    lines = [
        f"{a}的{b}{c}"
        for a, b in zip("春山茶桑鸡", "风雨叶树鸣", strict=True)
        for c in ("醒来", "落下")
    ]
    page = ["春到桑园", "方敏", *lines, "石潭河边", "周山", *reversed(lines)]
    poems = convert_page("\n".join(page).encode(), "页.txt").articles
    assert [poem.title for poem in poems] == ["春到桑园", "石潭河边"]
