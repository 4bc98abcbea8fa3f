import datetime

import pytest

from plugins.model import DateEstimate
from plugins.model.date_labels import (
    check_interval,
    date_label,
    interval_days,
    year_label,
)
from plugins.system.refusal import RefusalError

LABELS = [
    ("2019-11/2019-12", "2019年11—12月"),
    ("2019-11/2019-11", "2019年11月"),
    ("2019-11/2020-01", "2019年11月—2020年1月"),
    ("2019/2019", "2019年"),
    ("2018/2020", "2018—2020年"),
    ("2019-11-03/2019-11-09", "2019年11月3—9日"),
    ("2019-11-28/2019-12-02", "2019年11月28日—12月2日"),
    ("2019-11/2019-12-05", "2019年11月—2019年12月5日"),
]


@pytest.mark.parametrize(("interval", "label"), LABELS)
def test_estimate_is_named_as_one(interval: str, label: str) -> None:
    """An estimated date says 约 and that the text is its ground."""
    estimate = DateEstimate(interval=interval)
    assert date_label(None, estimate) == f"约{label}（据内文推定）"


def test_true_and_unknown_dates() -> None:
    """A printed date wins over an estimate; with neither, the date is unknown."""
    estimate = DateEstimate(interval="2018-12/2019-01")
    assert date_label(datetime.date(2019, 1, 3), estimate) == "2019年1月3日"
    assert year_label(datetime.date(2019, 1, 3), None) == "2019年"
    assert year_label(None, estimate) == "约2018—2019年"
    assert date_label(None, None) == year_label(None, None) == "日期不详"


def test_interval_covers_whole_months_and_years() -> None:
    """An interval of months begins on a first and ends on a last day."""
    assert interval_days("2019-11/2020-02") == (
        datetime.date(2019, 11, 1),
        datetime.date(2020, 2, 29),
    )


@pytest.mark.parametrize("interval", ["2019-13/2019-14", "2019-12/2019-11", "0000/2019"])
def test_impossible_interval_is_refused(interval: str) -> None:
    """Months that do not exist, or an end before its start, are an error in Chinese."""
    with pytest.raises(RefusalError, match="前早后晚"):
        check_interval(interval)
