"""What a fragment looks like: its kind at first sight, its form, how it opens and ends."""

from plugins.chinese.expressions import compile_late
from plugins.newspaper.cues.buckets import bucket
from plugins.newspaper.evidence.features import Features

_SIZES = (2, 4, 6, 8, 11, 15, 19, 24, 30, 40, 60, 100)
_FLAGS = (
    "closed", "dangling", "announces", "loose_start", "has_inner_stop", "ends_with_stop",
    "is_question", "is_byline", "may_be_names", "is_signature", "has_dateline", "has_end_credits",
    "is_column", "has_lead", "reads_on", "is_numbered", "is_marked", "is_notice", "is_series",
    "has_dash", "ends_loosely", "names_column", "is_speaking", "is_source",
)  # fmt: skip
_DAY = compile_late(r"(?:\d{1,2}月\d{1,2}日|近日|日前|昨日|昨天|今日|今天|\d{1,2}日)")
_GIVEN = compile_late(
    r"(?:该|其|此|这|那|他|她|它|同时|此外|另外|对此|为此|据此|上述|不仅|除了|与此)"
)
_REPORTER = compile_late(r"记者|笔者")
_SPOKEN = compile_late(r"[“「‘]")
_OPENING = 60
#: What text opens as that may stand without a headline.
STORY_OPENINGS = ("dateline", "day", "news")


def name_kind(f: Features) -> str:
    """What a fragment is at first sight."""
    if f.is_byline:
        return "byline"
    if f.is_signature:
        return "signature"
    if f.has_dateline:
        return "dateline"
    if f.is_column:
        return "column"
    if f.is_display:
        if f.has_dash:
            return "dash"
        return (
            "names"
            if f.may_be_names
            else "word"
            if f.size < 7
            else "line"
            if f.size < 25
            else "long"
        )
    if f.size < 45:
        return "short" if f.closed else "open"
    return "text" if f.closed else "cut"


def name_closing(f: Features) -> str:
    """How a fragment above a headline ends."""
    if f.is_byline or f.is_signature or f.has_end_credits or f.is_source:
        return "credits"
    return "stop" if f.ends_with_stop else "colon" if f.announces else "open"


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


def list_looks(f: Features) -> list[str]:
    """The cues of a fragment's own form."""
    text = f.text
    size = bucket(f.size, _SIZES)
    last = "。" if text[-1] in ".．" and f.ends_with_stop else text[-1]
    end = "han" if last.isalpha() else "digit" if last.isdigit() else last
    if text.endswith(("——", "--", "―")):
        end = "dash"
    cues = [
        f"size {size}",
        f"end {end}",
        f"size {size} end {end if not f.ends_with_stop else 'stop'}",
    ]
    cues += [f"is {name}" for name in _FLAGS if getattr(f, name)]
    cues.append(f"commas {min(f.commas, 4)} {size >= 8}")
    cues.append(f"unpaired {min(f.unpaired[0], 2)} {min(f.unpaired[1], 2)}")
    if not f.is_display:
        return cues
    first = "han" if text[0].isalpha() else "digit" if text[0].isdigit() else text[0]
    blanks = text.split()
    cues.append(f"first {first}")
    cues.append(f"parts {min(len(blanks), 3)} {len(set(map(len, blanks))) == 1}")
    cues.append(f"named {f.names_column:d} {f.is_speaking:d} {end}")
    if f.is_bracketed:
        cues.append("bracketed")
    return cues
