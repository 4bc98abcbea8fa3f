"""A day as editors write it, and the day on which a site is published."""

import datetime
import re
from collections.abc import Mapping
from typing import Annotated
from zoneinfo import ZoneInfo

from pydantic import BeforeValidator

DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
#: Where the newspaper's days begin.
TIMEZONE = "Asia/Shanghai"


def read_day(written: str) -> datetime.date:
    """Return a day written as 2019-11-21. Raises ValueError, in Chinese, with what to write."""
    try:
        if DAY.fullmatch(written):
            return datetime.date.fromisoformat(written)
    except ValueError:
        pass
    raise ValueError(f"日期“{written}”不存在或写法不对，请写成 2019-11-21 这样")


def _read_written(value: object) -> object:
    """Read text strictly: pydantic would take any number for seconds since 1970."""
    return read_day(value) if isinstance(value, str) else value


Day = Annotated[datetime.date, BeforeValidator(_read_written)]


def find_publish_day(environment: Mapping[str, str]) -> datetime.date:
    """Return the day that a site is of: PUBLISH_DAY, or that of SOURCE_DATE_EPOCH, or today.

    The first is written as 2026-12-01, the second in seconds since 1970. Raises ValueError, in
    Chinese, where PUBLISH_DAY is no day.
    """
    if written := environment.get("PUBLISH_DAY"):
        try:
            return read_day(written)
        except ValueError as error:
            raise ValueError(f"PUBLISH_DAY：{error}") from None
    zone = ZoneInfo(TIMEZONE)
    if seconds := environment.get("SOURCE_DATE_EPOCH"):
        return datetime.datetime.fromtimestamp(int(seconds), zone).date()
    return datetime.datetime.now(zone).date()
