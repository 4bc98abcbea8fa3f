"""How firm a number is, by the verb that governs it."""

import datetime

import pytest

from plugins.figures import FigureTables, extract_figures
from plugins.model import Block

CASES = [
    ("搭建虚拟展厅，汇聚企业近百家。", "实际"),
    ("招收符合条件的劳务人员300人。", "实际"),
    ("全县公路总里程将达到900公里。", "预计"),
    ("省里将对每个县奖励300万元。", "目标"),
    ("县里将新建敬老院5所。", "目标"),
    ("推动实现每个乡镇建有卫生院2所。", "目标"),
    ("铁路覆盖99%的20万人口及以上的城市。", "门槛"),
    ("提前解封可使损失减少3亿元。", "预计"),
    ("人才培养计划覆盖高校1000所。", "实际"),
    ("相继实施保护规划工作，修缮城墙24处。", "实际"),
    ("压减产能，为省定目标任务的105.3%。", "实际"),
    ("围绕脱贫目标任务，县里建房300套。", "实际"),
    ("县里计划招录教师240人。", "目标"),
    ("力争三年摘帽，去年实现了脱贫3万人的目标。", "实际"),
    ("县里规划建园区5个，达到了8个。", "实际"),
    ("今年力争脱贫5000人，达到年度目标的64%。", "实际"),
    ("力争实现增收，历年投入3亿元。", "实际"),
    ("集团决定三年投入2亿元。", "目标"),
    ("他粗略估计，去年参会200次。", "实际"),
    ("要是分到每户，户均2000元。", "预计"),
    ("如果不卖，菜就烂了，村里请来客商，打开销路，3天卖菜300吨。", "实际"),
    ("实现了对600多家商户的连接。", "实际"),
    ("对未脱贫人口超过200人的乡镇挂牌督战。", "门槛"),
    ("新校区可容纳学生3000人。", "实际"),
    ("工厂已建成投产，产值3亿元。", "实际"),
    ("企业遍布省市、计划单列市，有网点300个。", "实际"),
    ("城里的商场规划建设到位，开店30家。", "实际"),
    ("补助按每人每天2美元的标准。", "门槛"),
    ("贷款金额超过3亿元的县。", "门槛"),
    ("平台监控并预测分析，误差为3%。", "实际"),
    ("预计到年底，九成的村将出列，办厂30家。", "预计"),
    ("生产线投产后供电可靠率为99%。", "实际"),
    ("生产线投产后，可带动就业300人。", "预计"),
    ("企业制定标准342项，获奖13次。", "实际"),
    ("工厂将新茶运输比例提高到40%。", "实际"),
    ("今年，县里致力打造示范带7条。", "目标"),
    ("实现30户以上村民组通车。", "门槛"),
    ("有计划脱贫户，改造危房171户。", "实际"),
]


@pytest.mark.parametrize(("text", "nature"), CASES, ids=[text for text, _ in CASES])
def test_nature(outspoken: FigureTables, text: str, nature: str) -> None:
    """Modifiers do not decide, the governing verb does."""
    *_, figure = extract_figures([Block("paragraph", text)], [], None, outspoken)
    assert figure.nature == nature


def test_days_to_come(outspoken: FigureTables) -> None:
    """What is told of days to come is aimed at, but not of a year that runs or what was done."""
    texts = [
        "到2021年底，公路达到900公里。",
        "12月底前修路90公里。",
        "今年修路90公里。",
        "年底就修了90公里。",
    ]
    assert _tell_natures(texts, outspoken) == ["目标", "目标", "实际", "实际"]


def test_what_runs_is_no_aim(outspoken: FigureTables) -> None:
    """What is agreed on or runs already is none, 为了 and 了解 tell of nothing done."""
    texts = [
        "鱼塘合同签到2035年，每年租金8万元。",
        "山林租期从2012年到2032年，租金每亩50元。",
        "许可有效期至2026年12月，年产砂石3万吨。",
        "到2022年底，为了通车，全县桥梁达到70座。",
        "记者了解到，到2022年底，全县学校达到70所。",
    ]
    assert _tell_natures(texts, outspoken) == ["实际", "实际", "实际", "目标", "目标"]


def _tell_natures(texts: list[str], tables: FigureTables) -> list[str | None]:
    blocks = [Block("paragraph", text) for text in texts]
    found = extract_figures(blocks, [], datetime.date(2019, 11, 21), tables)
    return [figure.nature for figure in found]
