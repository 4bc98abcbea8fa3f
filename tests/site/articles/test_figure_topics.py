"""A figure's topics are those of its own sentence and sub-headline, not of its article."""

import pytest

from plugins.model import Block, Figure
from plugins.site.articles.figure_topics import add_topics
from plugins.subjects import Topic, TopicTerms

MOVING = Topic(
    name="易地扶贫搬迁",
    slug="banqian",
    shelf="官方",
    explanation="搬家",
    terms={"易地扶贫搬迁": 4, "安置点": 2, "入住": 1, "搬得出": 1, "稳得住": 1},
)
TEACHING = Topic(
    name="教育扶贫",
    slug="jiaoyu",
    shelf="官方",
    explanation="上学",
    terms={"教育扶贫": 4, "助学金": 3},
)
BLOCKS = [
    Block("paragraph", "县里建成安置点8个。发放助学金30万元，入住900户。"),
    Block("heading", "教育扶贫拔穷根"),
    Block("paragraph", "新修校舍12栋。"),
    Block("paragraph", "安置点有车间5个。"),
    Block("paragraph", "搬得出、稳得住，要有工厂，设备50台。"),
]


def figure(paragraph: int, raw: str, topics: tuple[str, ...] = ()) -> Figure:
    """Return a figure at its words."""
    start = BLOCKS[paragraph].text.index(raw)
    return Figure(
        raw=raw, value=1, unit="个", paragraph=paragraph, start=start, end=start + len(raw),
        topics=topics,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("told", "wanted"),
    [
        (figure(0, "8个"), ("易地扶贫搬迁",)),
        (figure(0, "30万元"), ("教育扶贫",)),
        (figure(2, "12栋"), ("教育扶贫",)),
        (figure(3, "5个"), ("易地扶贫搬迁", "教育扶贫")),
        (figure(2, "12栋", ("基础设施",)), ("基础设施",)),
    ],
)
def test_topics_of_a_figure(told: Figure, wanted: tuple[str, ...]) -> None:
    """A clear word of its sentence or of the sub-headline above gives a figure its topic."""
    (found,) = add_topics([told], BLOCKS, TopicTerms([MOVING, TEACHING]), [])
    assert found.topics == wanted


@pytest.mark.parametrize("of_article", [[], ["易地扶贫搬迁"]])
def test_a_passing_word_tells_a_topic_of_the_article_only(of_article: list[str]) -> None:
    """Words that could be of many things give a figure a topic where the article has it."""
    below = [BLOCKS[-1]]
    told = figure(4, "50台").model_copy(update={"paragraph": 0})
    (found,) = add_topics([told], below, TopicTerms([MOVING, TEACHING]), of_article)
    assert list(found.topics) == of_article
