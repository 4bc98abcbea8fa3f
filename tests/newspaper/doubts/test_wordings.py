"""A doubt says what a line was taken for, what it may be instead, and of which article."""

import pytest

from plugins.newspaper.conversion import read_pieces
from plugins.newspaper.doubts.risks import Risk
from plugins.newspaper.doubts.wordings import Wordings
from plugins.newspaper.outline import Outline, outline_page

PAGE = (
    "村里办起豆腐坊",
    "——陶家旺和他的十九户邻居",
    "本报讯（记者 廖启明）陶家旺的豆腐坊去年卖出豆腐四十六万斤，带着十九户邻居一起磨豆子。",
    "县医院引进新设备",
    "本报讯（通讯员 施亮）近日，县医院引进核磁共振，群众看病更方便了。",
)


@pytest.fixture(scope="module")
def outline() -> Outline:
    """Read a page of two articles."""
    evidence = read_pieces("\n\n".join(PAGE).encode(), "页.txt").evidence
    assert evidence is not None
    return outline_page(evidence)


def test_both_sides_of_a_cut_are_told_with_the_article_above(outline: Outline) -> None:
    """A headline that may be none is told in its article and in the one above, each by lines."""
    cut = (0.6, 3)
    (_, above), (_, within), (_, below) = Wordings(outline).tell(
        Risk(0.6, (0.0, 0), cut, [(0.1, 2)], [], None)
    )
    assert above == "第1行当作标题，也可能不是文章的开头，请核对"
    assert within == "第5行当作正文，也可能是另一篇的开头，请核对"
    assert below.startswith("第7行起当作下一篇，也可能还是这一篇的")
    ((_, own),) = Wordings(outline).tell(Risk(0.6, cut, None, [], [], 0))
    assert own.startswith("第7行当作标题，也可能是上一篇（第1行起）的")


def test_a_line_of_a_head_is_told_with_the_likeliest_other_part(outline: Outline) -> None:
    """What else a headline's line may be is another part, never a further line of the headline."""
    said = [
        words
        for _, words in Wordings(outline).tell(Risk(1, (0, 0), None, [], [(1, 0), (1, 1)], None))
    ]
    assert said[0].startswith("第1行当作标题，也可能是") and "标题的" not in said[0]
    assert said[1].startswith("第3行当作副题，也可能是") and "也可能是副题" not in said[1]
