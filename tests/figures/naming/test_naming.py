"""What a number measures, in the article's own words."""

import pytest

from plugins.figures import FigureTables, extract_figures
from plugins.model import Block

CASES = [
    # The noun behind the measure, with what describes it.
    ("吸引35名像小霞这样的农民就业。", ["像小霞这样的农民就业"]),
    ("7家全球知名金融机构落户。", ["全球知名金融机构落户"]),
    ("街道60多名党员、干部、群众到场。", ["党员、干部、群众"]),
    ("资金投向12个集中连片特困地区。", ["集中连片特困地区"]),
    ("覆盖全部12个集中连片特困地区。", ["集中连片特困地区"]),
    ("北山安置区750户3200名建档立卡贫困群众住进新房。", ["建档立卡贫困群众", "建档立卡贫困群众"]),
    ("省里明确的52个挂牌督战贫困县。", ["挂牌督战贫困县"]),
    ("新城的30多名“邻里志愿者”上门服务。", ["“邻里志愿者”"]),
    ("南坡10个未摘帽深度贫困村。", ["未摘帽深度贫困村"]),
    ("这是35万元捐款。", ["捐款"]),
    ("增设停车、休息、问讯等4项举措。", ["举措"]),
    ("增加近6万平方米展览面积。", ["展览面积"]),
    ("人口由2012年底的69万降到2018年底的11万。", ["人口", "人口"]),
    # A share is of what stands behind its 的.
    ("92%的贫困户有了产业。", ["贫困户"]),
    # Brackets hold the number of what stands before them.
    ("向敬老院赠送电视机（93台）。", ["赠送电视机"]),
    # What a counted noun does belongs to it, and a verb of change to what changes.
    ("实现3.1万贫困人口就近就业。", ["贫困人口就近就业"]),
    ("顺差2.05亿元，扩大44.2%。", ["顺差", "顺差扩大"]),
    # 、 ends what belongs to another.
    ("做到医院“零感染”、治愈率100%。", ["治愈率"]),
    ("古墓30处，古建筑280处。", ["古墓", "古建筑"]),
]


def test_the_object_of_what_is_counted_is_not_its_name(tables: FigureTables) -> None:
    """A noun that is the measure has no verb with an object in its indicator."""
    text = "帮助3.1万贫困人口告别交通不便的日子。"
    (figure,) = extract_figures([Block("paragraph", text)], [], None, tables)
    assert figure.indicator is not None
    assert figure.indicator.endswith("贫困人口")


@pytest.mark.parametrize(("text", "wanted"), CASES, ids=[text for text, _ in CASES])
def test_indicator(tables: FigureTables, text: str, wanted: list[str]) -> None:
    """Each number has the words that name what it measures, and none of another's."""
    found = extract_figures([Block("paragraph", text)], [], None, tables)
    indicators = [figure.indicator or "" for figure in found]
    assert len(indicators) == len(wanted)
    assert all(word in said for word, said in zip(wanted, indicators, strict=True)), indicators


def test_a_relative_clause_without_its_noun_names_nothing(tables: FigureTables) -> None:
    """What stands before 的 says nothing of a count when no noun follows it."""
    (figure,) = extract_figures([Block("paragraph", "远低于规划提出的70例。")], [], None, tables)
    assert figure.indicator is None
