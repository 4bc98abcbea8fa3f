"""Column headings (栏目): which articles stand under them."""

from collections.abc import Sequence

from plugins.newspaper.features import Features
from plugins.newspaper.roles import Role
from plugins.newspaper.segments import Segment

_ORNAMENTS = "【】[]〖〗《》「」■●◆□★·-— \u3000"


def find_columns(segments: Sequence[Segment], features: Sequence[Features]) -> list[str | None]:
    """The column of each article, in page order.

    A column heading holds for the articles below it up to the next, but a feature under a byline
    of its own no longer belongs to a column of unsigned briefs.
    """
    columns: list[str | None] = []
    current: str | None = None
    signed = False
    for segment in segments:
        byline = bool(segment.list_head(Role.BYLINE))
        heading = segment.list_head(Role.COLUMN)
        if heading:
            current, signed = features[heading[-1]].text.strip(_ORNAMENTS), byline
        elif byline and not signed:
            current = None
        columns.append(current)
    return columns
