"""Periods: how they are printed and the dates they mean."""

import datetime

import pytest

from plugins.figures.context.period_dates import resolve_period
from plugins.figures.numbers.periods import end_opening, find_periods

ISSUE = datetime.date(2019, 11, 21)


def _day(text: str) -> datetime.date | None:
    return datetime.date.fromisoformat(text) if text else None


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("从“十二五”末的68%提高", ["“十二五”末"]),
        ("由1~8月的35微克下降到目前31", ["1~8月", "目前"]),
        ("截至2018年10月底,今年下半年以来", ["截至2018年10月底", "今年下半年以来"]),
        ("2016—2019年,二〇一九年三月", ["2016—2019年", "二〇一九年三月"]),
        ("上世纪80年代,20世纪九十年代中期", ["上世纪80年代", "20世纪九十年代中期"]),
        ("去年5月份到年底,本世纪初", ["去年5月份到年底", "本世纪初"]),
        ("从20世纪60年代到80年代,上世纪末至今", ["从20世纪60年代到80年代", "上世纪末至今"]),
        ("3月12日至15日,近三年来", ["3月12日至15日", "近三年来"]),
        ("5月1日—5日,较节前五日增长", ["5月1日—5日"]),
        ("建成后年产值,项目前期", []),
        ("四年内分两次付清,第一年400元、第二年300元", ["四年内", "第一年", "第二年"]),
        ("2017年前郭县种稻2万亩,2017年前,去年前海建厂", ["2017年", "2017年前", "去年"]),
        ("2020年前全部搬完,2019年底前海塘完工,6月前锋村", ["2020年前", "2019年底前", "6月"]),
        ("2021年前镇里修路,2021年前贫困村退出", ["2021年前", "2021年前"]),
        ("月底前1500名学生,12月底前300户", ["月底前", "12月底前"]),
        ("从事月嫂工作前的8个月,从工厂打工时的3000元", []),
        ("由接手时的三户发展到六十户", ["由接手时"]),
        ("连续第三年增收,达到5万元,第三年级20名学生", []),
    ],
)
def test_printed(text: str, wanted: list[str]) -> None:
    """Time expressions are found whole, and nothing else is."""
    assert [period.text for period in find_periods(text)] == wanted


def test_times_are_sought_wherever_one_may_begin() -> None:
    """No time is missed for the characters that it begins with."""
    told = (
        "今明两年 今年 今春 今日 今后三年 去年 大前年 明年 明天 后年 翌年 年内 年末 "
        "年底 年初 全年 岁末 上年度 上半年 上月 上周 上3月 下半年 下月5日 月底 "
        "月初 这些年 这两年 头三年 第二季度 最近 过去5年 未来三年 目前 现在 如今 "
        "眼下 连年 连日来 历年 日前 不久前 国庆节期间 端午 中秋 清明 春节 春季 夏季 "
        "秋冬 冬季 暑期 寒假 改革开放以来 新中国成立以来 党的十八大以来 疫情防控期间 "
        "在“十三五”期间 “五一” 昨日 近日 本周 当月 前不久 前三季度 自2018年以来 "
        "截至目前 到2020年 每月3日 廿日 元旦 两年内 几年来"
    )
    missed = [words for words in told.split() if [p.text for p in find_periods(words)] != [words]]
    assert not missed


@pytest.mark.parametrize(
    ("text", "opening"),
    [
        ("今年以来，全县贫困户", "今年以来"),
        ("截至2018年10月底,今年下半年投入", "截至2018年10月底,今年下半年"),
        ("在“十三五”期间投入", "在“十三五”期间"),
        ("全县今年投入", ""),
        ("由于群众", ""),
    ],
)
def test_openings(text: str, opening: str) -> None:
    """A text is opened by the times that nothing but marks and prepositions stand before."""
    assert text[: end_opening(text)] == opening


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2018年", "2018-01-01", "2018-12-31"),
        ("上世纪七十年代", "1970-01-01", "1979-12-31"),
        ("上世纪二十年代", "1920-01-01", "1929-12-31"),
        ("从20世纪60年代到80年代", "1960-01-01", "1989-12-31"),
        ("上世纪五十年代至二十世纪七十年代", "1950-01-01", "1979-12-31"),
        ("上世纪70年代以来", "1970-01-01", "2019-11-21"),
        ("上世纪70年代至今", "1970-01-01", "2019-11-21"),
        ("去年8月到年底", "2018-08-01", "2018-12-31"),
        ("自去年8月到年底", "2018-08-01", "2018-12-31"),
        ("今年4月至年末", "2019-04-01", "2019-12-31"),
        ("今年", "2019-01-01", "2019-12-31"),
        ("去年", "2018-01-01", "2018-12-31"),
        ("2016年以来", "2016-01-01", "2019-11-21"),
        ("今年以来", "2019-01-01", "2019-11-21"),
        ("1~8月", "2019-01-01", "2019-08-31"),
        ("截至目前", "", "2019-11-21"),
        ("截至10月底", "", "2019-10-31"),
        ("“十二五”末", "2015-12-31", "2015-12-31"),
        ("“十三五”期间", "2016-01-01", "2020-12-31"),
        ("2016—2019年", "2016-01-01", "2019-12-31"),
        ("上半年", "2019-01-01", "2019-06-30"),
        ("前三季度", "2019-01-01", "2019-09-30"),
        ("三年来", "2016-01-01", "2019-11-21"),
        ("12月", "2018-12-01", "2018-12-31"),
    ],
)
def test_dates(text: str, first: str, last: str) -> None:
    """A period means these days when the issue is of 21 November 2019."""
    assert resolve_period(text, ISSUE) == (_day(first), _day(last))


@pytest.mark.parametrize(
    "text", ["上世纪70年代末至今", "二十世纪七十年代初", "上世纪60年代中期", "上世纪末至今"]
)
def test_parts_of_a_decade_have_no_days(text: str) -> None:
    """When a decade's beginning, middle or end is, its words do not say."""
    assert resolve_period(text, ISSUE) is None


@pytest.mark.parametrize("text", ["今年", "目前", "1~8月", "三年来", "国庆期间", "上世纪70年代"])
def test_nothing_is_invented(text: str) -> None:
    """Without the issue's date a relative period has no dates."""
    assert resolve_period(text, None) is None
