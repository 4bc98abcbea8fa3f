"""Quantities: values, units and bounds, and the numbers that are no figures."""

import pytest

from plugins.figures import FigureTables
from plugins.figures.numbers.periods import find_periods
from plugins.figures.numbers.quantities import Quantity
from plugins.figures.numbers.scanner import find_quantities

FIGURES = [
    ("687条1605.61公里", [(687, "条", "="), (1605.61, "公里", "=")]),
    ("2.7万户7.3万贫困人口", [(27000, "户", "="), (73000, "人", "=")]),
    ("投劳达2.8万个", [(28000, "个", "=")]),
    ("贫困村231个", [(231, "个", "=")]),
    ("近万元", [(10000, "元", "<")]),
    ("年收入过百万元", [(1000000, "元", ">")]),
    ("上百名群众", [(100, "人", ">=")]),
    ("不少于50亩", [(50, "亩", ">=")]),
    ("最多5万元", [(50000, "元", "<=")]),
    ("99%以上", [(99, "%", ">=")]),
    ("95％（含）以上", [(95, "%", ">=")]),
    ("60平方米以内", [(60, "平方米", "<=")]),
    ("约300亩", [(300, "亩", "~")]),
    ("节约500万元", [(5000000, "元", "=")]),
    ("签约30家", [(30, "家", "=")]),
    ("附近5个村", [(5, "个", "=")]),
    ("3年多", [(3, "年", ">")]),
    ("一个多月,3个多小时", [(3, "小时", ">")]),
    ("百分之三十五", [(35, "%", "=")]),
    ("千分之五以下", [(5, "‰", "<=")]),
    ("三分之二以上", [(66.67, "%", ">=")]),
    ("六成左右", [(60, "%", "~")]),
    ("提高6.3个百分点", [(6.3, "百分点", "=")]),
    ("是去年的2.5倍", [(2.5, "倍", "=")]),
    ("翻了一番", [(1, "番", "=")]),
    ("35微克/立方米", [(35, "微克/立方米", "=")]),
    ("4.6元/斤", [(4.6, "元/斤", "=")]),
    ("每股708.62元/股", [(708.62, "元/股", "=")]),
    ("月租8元/平方米·月", [(8, "元/平方米·月", "=")]),
    ("3-5千瓦", [(3, "千瓦", "="), (5, "千瓦", "=")]),
    ("3至5万元", [(30000, "元", "="), (50000, "元", "=")]),
    ("2000元至3500元", [(2000, "元", "="), (3500, "元", "=")]),
    ("收窄1.7、0.7、8.3个百分点", [(1.7, "百分点", "="), (0.7, "百分点", "="),
                              (8.3, "百分点", "=")]),
    ("35台（套）", [(35, "台", "=")]),
    ("530辆(次)", [(530, "辆次", "=")]),
    ("65万美元", [(650000, "美元", "=")]),
    ("约￥2600万元", [(26000000, "元", "~")]),
    ("20万人民币", [(200000, "元", "=")]),
    ("3元5角", [(3.5, "元", "=")]),
    ("1小时40分", [(100, "分钟", "=")]),
    ("最低气温-3℃", [(-3, "℃", "=")]),
    ("零下12℃", [(-12, "℃", "=")]),
    ("平均年龄45岁", [(45, "岁", "=")]),
    ("13.3hm²", [(13.3, "公顷", "=")]),
    ("人均耕地不足一亩", [(1, "亩", "<")]),
    ("贫困人口由2012年底的69万降到2018年底的11万", [(690000, "人", "="), (110000, "人", "=")]),
    ("32万业主", [(320000, "人", "=")]),
    ("3000万结核病例", [(3e7, "例", "=")]),
    ("账上只剩300来块……", [(300, "元", "~")]),
    ("打工寄回4000多块，", [(4000, "元", ">")]),
]  # fmt: skip
NO_FIGURES = [
    "10月3日", "每月25日", "2016年以来", "1~8月", "三年来", "截至2019年10月底", "22时30分",
    "二〇一九年",
    "麻柳镇水磨村5组", "第二家分厂", "位列全省前十位", "付黄四级公路", "316国道", "3号楼2单元501室",
    "“57”标准", "八个一批", "两不愁三保障", "“五招+五单”", "“三比一提升”", "“村有四式、户有八法”",
    "“百家社会组织扶百村,助力精准脱贫”行动", "PM2.5", "“十二五”", "第11期", "国发〔2015〕34号",
    "0915-3211110", "13891512345", "K308次列车", "1486次列车", "68岁", "一个个", "一座座", "一系列",
    "一直", "一定", "一批批", "一份耕耘", "3:1", "2.78∶1", "5G基站", "4A级景区", "五亩地镇",
    "五里镇",
    "十里八乡", "千家万户", "一户一策", "1村1品", "24小时值班", "12345热线", "80后",
    "万历十二年",
    "三级甲等", "七年级", "6路公交", "二期工程", "用时1分40秒", "十三届三次会议",
    "产值l.2亿元", "种茶36O亩", "投资O.58亿元",
]  # fmt: skip


def _find(text: str, tables: FigureTables) -> tuple[Quantity, ...]:
    return find_quantities(text, tables.measures, find_periods(text))


@pytest.mark.parametrize(("text", "wanted"), FIGURES)
def test_quantity(tables: FigureTables, text: str, wanted: list[tuple[float, str, str]]) -> None:
    """A figure has the value in its base unit, the unit, and the bound that the words give."""
    found = _find(text, tables)
    assert [(q.value, q.unit, q.bound) for q in found] == wanted


@pytest.mark.parametrize("text", NO_FIGURES)
def test_no_figure(tables: FigureTables, text: str) -> None:
    """Dates, ordinals, addresses, codes, names and idioms are no figures."""
    found = _find(f"全县{text},干部群众", tables)
    assert [f"全县{text}"[q.start : q.end] for q in found] == []


def test_small_count_is_minor(tables: FigureTables) -> None:
    """A small count spelled out is a figure of lesser weight, one in digits is not."""
    found = _find("四个毛绒玩具厂、两家企业、5家公司、三百户", tables)
    assert [q.minor for q in found] == [True, True, False, False]


def test_what_says_little_is_minor(tables: FigureTables) -> None:
    """A vague number and a time that only says when are of lesser weight."""
    found = _find("几十名工人、十几个人、研究30年、工期缩短30天、20多户", tables)
    assert [q.minor for q in found] == [True, True, True, False, False]
