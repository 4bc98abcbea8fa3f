"""Days of issues that cannot be: still to come, or before the newspaper's first."""

import datetime
from collections.abc import Iterator

from plugins.content.sources import Source, field_error
from plugins.desk.checking.findings import Finding, report_error
from plugins.model.date_labels import date_label
from plugins.site.settings.newspapers import Newspapers


def find_impossible_dates(
    source: Source, newspapers: Newspapers, day: datetime.date
) -> Iterator[Finding]:
    """Yield a warning where an article's date cannot be, and one where its paper has another name.

    An article that waits for a later day may be of a paper of that day.
    """
    front = source.front
    paper = newspapers.find(front.newspaper)
    if front.date and front.date > max(day, front.publish_on or day):
        yield _warn(source, "date", f"{date_label(front.date, None)}还没有到，请核对年份")
    elif front.date and paper and paper.founded and front.date < paper.founded:
        founded = date_label(paper.founded, None)
        yield _warn(source, "date", f"《{paper.name}》{founded}才创刊，请核对日期")
    if paper and paper.name != front.newspaper:
        words = f"“{front.newspaper}”就是《{paper.name}》，请写成 {paper.name}"
        yield _warn(source, "newspaper", words)


def _warn(source: Source, field: str, words: str) -> Finding:
    return report_error(field_error(source, (field,), words), "警告")
