"""What a text itself tells of when it was written."""

import datetime
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.newspaper.date_estimates import estimate_date

YEAR = "2016年以来，全县持续推进。三年来，成效明显。"


def test_year_is_counted_out_by_the_text() -> None:
    """2016年以来 with 三年来 gives 2019, and 今年11月 the first month it can have been."""
    estimate = estimate_date(
        ["2016年以来，她包联三个村。三年来，", "今年11月她受到表彰。", "1~8月，"]
    )
    assert estimate is not None
    assert estimate.interval == "2019-11/2019-12"
    assert "今年11月" in estimate.evidence


def test_year_alone_gives_the_whole_year() -> None:
    """Where no month is spoken of as past, the estimate is the year from its first month."""
    estimate = estimate_date(["2016年以来，三年间，全县脱贫。"])
    assert estimate is not None and estimate.interval == "2019-01/2019-12"


@pytest.mark.parametrize(
    "paragraph",
    [
        "今年11月，全县开工。",
        "2016年以来，全县开工。",
        "“十三五”以来，三年间建成。",
        "到2020年底前脱贫。",
        "",
    ],
)
def test_nothing_is_guessed(paragraph: str) -> None:
    """A text that does not count its year out gets no estimate."""
    assert estimate_date([paragraph]) is None


@pytest.mark.parametrize(
    ("paragraph", "first", "words"),
    [
        ("今年11月她受到表彰。", "11", "今年11月"),
        ("浓度由1~8月的35微克下降。", "08", "1~8月"),
        ("今年1至10月，新增10家。", "10", "今年1至10月"),
        ("10月3日，全面完工。", "10", "10月3日"),
        ("截至今年9月，建成三家。", "09", "今年9月"),
        ("今年3月开工，10月3日完工。", "10", "10月3日"),
    ],
)
def test_the_last_month_that_is_past_comes_first(paragraph: str, first: str, words: str) -> None:
    """The last month spoken of as past opens the interval and is its evidence, as printed."""
    estimate = estimate_date([YEAR, paragraph])
    assert estimate is not None
    assert (estimate.interval, estimate.evidence[-1]) == (f"2019-{first}/2019-12", words)


@pytest.mark.parametrize(
    "paragraph",
    [
        "大会将于12月20日举行。",
        "计划今年12月完工。",
        "预计今年11月底投产。",
        "力争到今年12月底脱贫。",
        "今年12月31日前完成。",
        "今年11月底前入住。",
        "去年11月5日，她来到村里。",
        "2018年1~11月，新增10家。",
        "农历12月8日，村里过节。",
        "每年12月1日开园。",
        "从2018年11月3日至12月5日，",
        "今年13月",
        "年末，群众分红。",
    ],
)
def test_other_months_open_no_interval(paragraph: str) -> None:
    """A month to come, of another year or of the lunar calendar does not narrow the estimate."""
    estimate = estimate_date([YEAR, paragraph])
    assert estimate is not None and estimate.interval == "2019-01/2019-12"


@pytest.mark.parametrize(
    ("text", "interval", "evidence"),
    [
        ("截至2018年底，全县建成园区9个。", "2019-01/2019-12", ("截至2018年底",)),
        (
            "截至2018年底，全县建成园区9个。今年5月，新园区开工。",
            "2019-05/2019-12",
            ("截至2018年底", "今年5月"),
        ),
        (
            "本报康宁7月9日电 （记者 甲）截至2018年底，全县建成园区9个。",
            "2019-07/2019-07",
            ("截至2018年底", "本报康宁7月9日电"),
        ),
        (
            "本报康宁7月30日电 （记者 甲）截至2018年底，全县建成园区9个。",
            "2019-07/2019-08",
            ("截至2018年底", "本报康宁7月30日电"),
        ),
        ("截至2019年4月，全县修路80公里。", "2019-04/2019-12", ("截至2019年4月",)),
        (
            "本报康宁3月2日电 （记者 甲）截至2019年11月，全县修路80公里。",
            "2020-03/2020-03",
            ("截至2019年11月", "本报康宁3月2日电"),
        ),
        ("2019年上半年，全县修路80公里。", "2019-01/2019-12", ("2019年上半年",)),
        ("2019年是脱贫摘帽的决胜之年，全县修路80公里。", "2019-01/2019-12", None),
    ],
)
def test_texts_that_look_back_tell_the_year(
    text: str, interval: str, evidence: tuple[str, ...] | None
) -> None:
    """A year's end tells the next year, part of a year that year; a dateline tells the month."""
    estimate = estimate_date([text])
    assert estimate is not None and estimate.interval == interval
    assert evidence is None or estimate.evidence == evidence


@pytest.mark.parametrize(
    "text",
    [
        "截至2018年11月，全县修路80公里。",
        "报名截止到2020年6月。",
        "截至2018年底，全县建成园区9个。2020年春，又建3个。",
        "2019年是建社70周年，大家欢聚一堂。",
        "力争到2020年底，全县建成园区9个。",
    ],
)
def test_late_months_deadlines_and_later_years_tell_nothing(text: str) -> None:
    """No year is told by late months, which next year's texts tell of, too, nor by plans."""
    assert estimate_date([text]) is None


def test_a_month_after_another_year_is_not_this_years() -> None:
    """A day that follows the name of an earlier year does not open the interval."""
    estimate = estimate_date(["2018年遭了灾，8月2日水退了。截至2018年底，房子修好了。"])
    assert estimate is not None and estimate.interval == "2019-01/2019-12"


PHRASES = (
    "2016年以来", "2017年起", "三年来", "十年间", "今年11月", "1~8月", "1-13月", "12月3日", "年末",
    "截至2018年底", "截至2019年6月", "2019年上半年", "本报7月9日讯",
    "去年", "明年", "，", "。", "将", "到", "前", "今年99月", "2019年11月21日",
)  # fmt: skip


@given(st.lists(st.lists(st.sampled_from(PHRASES) | st.text(max_size=6)).map("".join)))
def test_estimates_are_months_with_words_of_the_text(paragraphs: list[str]) -> None:
    """An estimate is whole months of one year in order, its evidence printed in the text."""
    estimate = estimate_date(paragraphs)
    if estimate is None:
        return
    first, last = (datetime.date.fromisoformat(m + "-01") for m in estimate.interval.split("/"))
    assert first.year == last.year and first <= last and last.month == 12
    text = "\n".join(paragraphs)
    assert all(part in text for words in estimate.evidence for part in re.split("……", words))
