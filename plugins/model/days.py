"""A day as editors write it, and the day on which a site is published."""

import datetime
import re
from collections.abc import Mapping
from typing import Annotated
from unicodedata import normalize
from zoneinfo import ZoneInfo

from pydantic import BeforeValidator

from plugins.chinese.expressions import compile_late
from plugins.system.refusal import FieldError, RefusalError

DAY = compile_late(r"\d{4}-\d{2}-\d{2}", re.ASCII)
#: A day as people write it.
WRITTEN = compile_late(r"[“\"']?(\d{4})[年/.-](\d\d?)[月/.-](\d\d?)[日号]?[”\"']?", re.ASCII)
#: Where the newspaper's days begin.
TIMEZONE = "Asia/Shanghai"
#: The beginning of the last year that dates can state.
_LAST_EPOCH = 253_370_764_800


def read_day(written: str) -> datetime.date:
    """Return a day written as 2019-11-21. Raises FieldError with what to write."""
    try:
        if DAY.fullmatch(written):
            return datetime.date.fromisoformat(written)
    except ValueError:
        pass
    meant = _guess_day(written)
    remedy = f"请写成 {meant}" if meant else "不存在或写法不对，请写成 2019-11-21 这样"
    raise FieldError(f"日期“{written}”{remedy}")


def _guess_day(written: str) -> datetime.date | None:
    """Return the day that somebody means who writes 2019年3月5日 or 2019/3/5."""
    parts = WRITTEN.fullmatch("".join(normalize("NFKC", written).split()))
    try:
        return datetime.date(*map(int, parts.groups())) if parts else None
    except ValueError:
        return None


def _read_written(value: object) -> object:
    """Read text strictly: pydantic would take any number for seconds since 1970."""
    return read_day(value) if isinstance(value, str) else value


Day = Annotated[datetime.date, BeforeValidator(_read_written)]


def find_publish_day(environment: Mapping[str, str]) -> datetime.date:
    """Return the day that a site is of: PUBLISH_DAY, or that of SOURCE_DATE_EPOCH, or today.

    The first is written as 2026-12-01, the second in seconds since 1970. Raises RefusalError, in
    Chinese, where either is none.
    """
    if written := environment.get("PUBLISH_DAY"):
        try:
            return read_day(written)
        except FieldError as error:
            raise RefusalError(f"PUBLISH_DAY：{error}") from None
    zone = ZoneInfo(TIMEZONE)
    seconds = read_epoch(environment)
    if seconds is not None:
        return datetime.datetime.fromtimestamp(seconds, zone).date()
    return datetime.datetime.now(zone).date()


def read_epoch(environment: Mapping[str, str]) -> int | None:
    """Return SOURCE_DATE_EPOCH, in seconds since 1970; None where it is not given.

    Raises RefusalError, in Chinese, where it is no number or beyond the year 9999.
    """
    written = environment.get("SOURCE_DATE_EPOCH")
    if not written:
        return None
    if not (written.isascii() and written.isdigit() and int(written) < _LAST_EPOCH):
        raise RefusalError(
            f"SOURCE_DATE_EPOCH“{written}”不对，应是 1970 年以来的秒数，如 1796054400"
        )
    return int(written)
