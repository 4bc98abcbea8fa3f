"""Column headings (栏目): which articles stand under them."""

from collections.abc import Sequence

from plugins.newspaper.features import Features
from plugins.newspaper.roles import Role
from plugins.newspaper.segments import Segment

_ORNAMENTS = "【】[]〖〗《》「」■●◆□★·-— \u3000"


def find_columns(segments: Sequence[Segment], features: Sequence[Features]) -> list[str | None]:
    """The column of each article, in page order.

    A column heading holds for the articles below it that are made like the first of them: a
    feature under a byline no longer belongs to the column of briefs above it.
    """
    columns: list[str | None] = []
    current: str | None = None
    pattern: tuple[bool, bool] | None = None
    for segment in segments:
        made = (bool(segment.list_head(Role.BYLINE)), _has_dateline(segment, features))
        heading = segment.list_head(Role.COLUMN)
        if heading:
            current, pattern = features[heading[-1]].text.strip(_ORNAMENTS), made
        elif made != pattern:
            current = None
        columns.append(current)
    return columns


def _has_dateline(segment: Segment, features: Sequence[Features]) -> bool:
    return bool(segment.body) and features[segment.body[0]].has_dateline
