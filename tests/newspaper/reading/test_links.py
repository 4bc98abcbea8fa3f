"""Which text may be the rest of another: what breaks off goes on, what is finished never moves."""

import pytest

from plugins.newspaper import convert_page
from plugins.newspaper.conversion import read_pieces
from plugins.newspaper.reading.links import Candidates
from plugins.newspaper.reading.reading import read_page
from plugins.newspaper.reading.segments import cut_segments

STORIES = (
    "杉树乡通了自来水",
    "本报讯(通讯员 谢立新)4月6日,杉树乡三个村通上自来水,七百户人家用水不再靠肩挑。",
    "乡长聂长顺说,水源在对面山上,管子从山腰绕过来,再翻一道梁就是最高的那个组,组里十一户人家都盼着,{}",
    "渡口县茶叶开园",
    "本报讯(记者 汪雨晴)今年渡口县春茶提前五天开园,首批鲜叶每斤收购价八十元。",
    "茶厂里,炒茶师傅们连夜赶工,头一批春茶第二天就送到了省城的茶市。",
)


def find_ends(ending: str) -> list[str]:
    """Give the texts of this page, its first story ending so, that may go on elsewhere."""
    text = "\n\n".join(STORIES).format(ending)
    evidence = read_pieces(text.encode(), "页.txt").evidence
    assert evidence is not None
    roles = read_page(evidence).roles
    candidates = Candidates(cut_segments(roles), roles, evidence)
    return [evidence.features[i].text for i in candidates.ends]


def test_text_that_breaks_off_may_go_on() -> None:
    """A paragraph cut in mid-sentence is an open end."""
    assert [text[-8:] for text in find_ends("明年入夏以前全部")] == ["明年入夏以前全部"]


@pytest.mark.parametrize(
    "ending", ["明年入夏以前完工。", "当中有三件事要办：", "明年完工。（通讯员 谢立新）"]
)
def test_what_is_finished_never_moves(ending: str) -> None:
    """Behind a stop, a colon or a credit nothing from elsewhere goes on."""
    assert find_ends(ending) == []


def test_pages_without_moved_text_have_no_joins() -> None:
    """Where all is in its place, no article is said to go on elsewhere."""
    page = convert_page("\n\n".join(STORIES).format("明年入夏以前完工。").encode(), "页.txt")
    assert [len(a.body) for a in page.articles] == [2, 2]
    assert not [remark for a in page.articles for remark in a.review if "原在别处" in remark]
