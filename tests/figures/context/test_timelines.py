"""Which period a figure belongs to: its own, its sentence's, or one carried, and no other."""

import datetime

import pytest

from plugins.figures import FigureTables, extract_figures
from plugins.model import Block

DATE = datetime.date(2019, 11, 21)
CASES = [
    ("自来水入户率由“十二五”末的68%提高到99%以上。", ["“十二五”末", None]),
    ("去年，贫困发生率从2015年的12%下降到1.5%。", ["2015年", "去年"]),
    ("截至10月底，全县完成投资3亿元；累计脱贫2万人。", ["截至10月底", "截至10月底"]),
    ("今年上半年，全县完成投资3亿元。累计脱贫2万人。", ["今年上半年", None]),
    ("2016年以来，全县造林3万亩。累计兑现补助900万元。", ["2016年以来", "2016年以来"]),
    ("联合行动开展以来，破案120起。", ["联合行动开展以来"]),
    ("2015年启动搬迁以来，建房900套。", ["2015年启动搬迁以来"]),
    ("10月3日，在桥头工地，记者看到全长3公里的大坝。", [None]),
    ("10月18日，公司签约5家企业。", ["10月18日"]),
    ("11月5日至12日，共接待游客3万人次。", ["11月5日至12日"]),
    ("2019.11.07，全县完成投资3亿元。", ["2019.11.07"]),
    ("二零一九年十一月五日，全县完成投资三亿元。", ["二零一九年十一月五日"]),
    ("2019年13月，全县完成投资3亿元。", [None]),
    ("产量为近三年来最高，达到3万吨。", [None]),
    ("县长介绍，到2020年底，公路将达到900公里。", ["到2020年底"]),
    ("2018年是决战之年，全县投入3亿元。", [None]),
    ("2018年，全县人均收入为9200元，是2012年的1.8倍。", ["2018年", "2018年"]),
    ("2014—2018年5年来，全县脱贫2万人。", ["2014—2018年5年来"]),
    (
        "人口从2014年底的9万人减到2018年底的1万人，贫困发生率由30%降至3%。",
        ["2014年底", "到2018年底", "2014年底", "到2018年底"],
    ),
    ("2018年，全县修路30公里。当前，还有危房24户。", ["2018年", None]),
    ("务工人数已达去年务工总数的95%，岗位安置3万人。", [None, None]),
    ("2017年和2018年，全县投入3亿元。", ["2017年和2018年"]),
    ("2018年，县里启动改厕。两个月后，建成公厕30座。", [None]),
    ("今年4月，村里种药材225亩。“发展顺利，一天能收入80元。”村主任说。", ["今年4月", None]),
    ("今年，全县修路30公里。双柳湾村种茶300亩。", ["今年", None]),
    ("2018年，全县脱贫2万人。全县共有村庄300个。", ["2018年", None]),
    ("今年3月，基地开工。基地占地300亩。", [None]),
    ("去年3月，老何一家搬到新区，这里住着697户人家。", [None]),
    ("在两年多时间里，他走访了218个村。", ["两年多时间里"]),
]


@pytest.mark.parametrize(("text", "wanted"), CASES, ids=[text for text, _ in CASES])
def test_period(tables: FigureTables, text: str, wanted: list[str | None]) -> None:
    """Each figure has the period that its sentence gives it."""
    found = extract_figures([Block("paragraph", text)], [], DATE, tables)
    assert [figure.period for figure in found] == wanted


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2019年元月至10月，全县完成投资3亿元。", "2019-01-01", "2019-10-31"),
        ("19年前三季度，全县完成投资3亿元。", "2019-01-01", "2019-09-30"),
        ("21年全年完成投资3亿元。", "2021-01-01", "2021-12-31"),
        ("22年一季度完成投资1亿元。", "2022-01-01", "2022-03-31"),
        ("2019.11.07再投1亿元。", "2019-11-07", "2019-11-07"),
        ("二零一九年十一月五日，全县完成投资三亿元。", "2019-11-05", "2019-11-05"),
        ("２０１９年１１月６日投资２亿元。", "2019-11-06", "2019-11-06"),
        ("11月5日至12日，共接待游客3万人次。", "2019-11-05", "2019-11-12"),
        ("2000年前，全县有茶园3万亩。", None, "1999-12-31"),
    ],
)
def test_period_dates(tables: FigureTables, text: str, first: str | None, last: str) -> None:
    """The first and last day of a period are those that its words mean."""
    (figure,) = extract_figures([Block("paragraph", text)], [], DATE, tables)
    assert figure.period_dates is not None
    days = [day and day.isoformat() for day in figure.period_dates]
    assert days == [first, last]
