"""What a text itself tells of when it was written."""

import pytest

from plugins.newspaper.date_estimates import estimate_date


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
