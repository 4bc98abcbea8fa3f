"""Rolls of those who are aided: whose names stand there has not written."""

import pytest

from plugins.newspaper import convert_page

AIDED = "县里近日发放助学金，二十名学生不再为学费发愁，秋天就能到学校报到。贫困学生名单如下。"
STORY = "近日，白果乡的农民夜校开班，八十六名村民白天采茶，晚上跟着老师傅学习手工炒茶的手艺。"


@pytest.mark.parametrize(
    "page",
    [
        [
            *("青河县发放助学金", "本报记者 周山", AIDED),
            *("一年级", "张立新 李红梅 王建国", "二年级", "陈小燕 周小红"),
        ],
        ["青河县贫困学生名单", "张立新 李红梅", "王建国 陈小燕"],
    ],
)
def test_nobody_in_a_roll_has_written(page: list[str]) -> None:
    """Below a list's headline and sub-headlines, too; who signs the next story has written it."""
    lines = [*page, "白果乡办起农民夜校", "方敏 何涛", STORY]
    articles = convert_page("\n".join(lines).encode(), "页.txt").articles
    authors = {author.name for article in articles for author in article.authors}
    assert authors <= {"周山", "方敏", "何涛"}
    assert {"方敏", "何涛"} <= authors
