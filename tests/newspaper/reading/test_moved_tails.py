"""Text that column ends have moved, and the lines that read on in it."""

import pytest

from plugins.newspaper.conversion import read_pieces
from plugins.newspaper.evidence.features import Features
from plugins.newspaper.layout.fragments import Fragment
from plugins.newspaper.reading.moved_tails import MovedTails, list_tails

#: A line cut within a word, within a number, within a phrase of the page and between two words.
CUT = (
    "合作社请来老师教村里的妇女刺", "果园去年的收入达到了三十二",
    "他每天都要翻过大山去看望放羊", "县里的剧团把戏台搭到了晒谷场上",
)  # fmt: skip
TAILS = (
    "绣，年底每人分到两千多元。", "万元，比前年多了一半还不止。",
    "老人，放羊老人的话他都记下来。", "的时候，天已经黑了下来，人还没散。",
    "锈迹斑斑的铁门关了十年才打开。", "”老人说完就笑了起来，再不提搬家。",
    "亩，栽的全是核桃树和板栗树。", "从此他再也没有离开过这座大山。",
    "老师傅的手艺传给了三个徒弟。",
)  # fmt: skip


def test_text_below_an_open_sentence_is_no_moved_tail() -> None:
    """What a column's end cut off stands below a finished sentence or a headline."""
    asked = "问：旧楼加装电梯，邻居不同意怎么办？居民常问起这件事，街道逐条答复。"
    open_line, after = "街道把答复汇成册子，发到每个单元，", "街道还留下了电话，随时听大家的意见。"
    lines = ("城东菜场开业", asked, open_line, after, "◆费用分摊按楼层高低商定，一户一份。")
    page = [Features(Fragment(s, (n,), parts=(s,), reading=s), False) for n, s in enumerate(lines)]
    assert list_tails(page) == [1, 2, 4]


@pytest.mark.parametrize("tails", [TAILS, TAILS[::-1], TAILS[1::2], ()])
def test_the_best_tail_is_found_without_weighing_each(tails: tuple[str, ...]) -> None:
    """A line reads on as well as in the best of all tails, which begin in many ways."""
    lines = [line for n, cut in enumerate(CUT) for line in (cut, *tails[2 * n : 2 * n + 2])]
    evidence = read_pieces("\n\n".join([*lines, *tails[8:]]).encode(), "页.txt").evidence
    assert evidence is not None
    listed = list_tails(evidence.features)
    moved = MovedTails(evidence, listed)
    seams = [[evidence.weigh_seam(i, tail) for tail in listed] for i in range(len(lines))]
    best = [max([0.0, *weighed]) for weighed in seams]
    assert [moved.find_seam(i) for i in range(len(lines))] == pytest.approx(best, abs=1e-9)
    assert not tails or max(best) > 5
