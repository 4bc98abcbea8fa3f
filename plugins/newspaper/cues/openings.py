"""How running text opens: as a story does, with byline, dateline, day; or as one goes on."""

from plugins.chinese.expressions import compile_late
from plugins.newspaper.evidence.features import Features

_DAY = compile_late(r"(?:\d{1,2}月\d{1,2}日|近日|日前|昨日|昨天|今日|今天|\d{1,2}日)")
_GIVEN = compile_late(
    r"(?:该|其|此|这|那|他|她|它|同时|此外|另外|对此|为此|据此|上述|不仅|除了|与此)"
)
_REPORTER = compile_late(r"记者|笔者")
_SPOKEN = compile_late(r"[“「‘]")
_OPENING = 60
#: What text opens as that may stand without a headline.
STORY_OPENINGS = ("dateline", "day", "news")


def name_opening(f: Features) -> str:
    """What a fragment opens as: byline, dateline, day, given, quote, reporter, short, text."""
    if f.is_byline:
        return "byline"
    if f.has_dateline:
        return "dateline"
    if f.may_be_names and f.is_display:
        return "names"
    text = f.text[:_OPENING]
    if _GIVEN.match(text):
        return "given"
    if _SPOKEN.match(text):
        return "quote"
    if _DAY.match(text):
        return "day"
    if f.size < 45 and f.closed:
        return "short"
    day, reporter = bool(_DAY.search(text)), bool(_REPORTER.search(text))
    return (
        "news" if day and reporter else "day in it" if day else "reporter" if reporter else "text"
    )
