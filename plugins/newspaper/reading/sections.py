"""Headings of sections (栏目): which articles stand under them."""

from collections.abc import Sequence

from plugins.chinese.characters import MARKS
from plugins.chinese.expressions import compile_late
from plugins.chinese.reading_form import make_reading_form
from plugins.newspaper.evidence.features import Features
from plugins.newspaper.layout.note_lines import SECTION_LABEL
from plugins.newspaper.reading.segments import Segment
from plugins.newspaper.roles import Role

#: Names of columns that hold one article: 今日谈, 记者手记.
_ONE = compile_late(".*(?:谈|论|评|话|言|语|随笔|手记|札记|链接)")
_LABEL = compile_late(f"^{SECTION_LABEL}")
_ORNAMENTS = MARKS + "▌【】[]〖〗《》「」·-—"


def find_sections(segments: Sequence[Segment], features: Sequence[Features]) -> list[str | None]:
    """The section of each article, in page order.

    A section's heading holds for the articles below it up to the next, but a feature under a byline
    of its own no longer belongs to a section of unsigned briefs, nor one that opens with a headline
    to a section of marked lines.
    """
    sections: list[str | None] = []
    current: str | None = None
    signed, mark = False, ""
    for segment in segments:
        byline = bool(segment.list_head(Role.BYLINE))
        heading = segment.list_head(Role.SECTION)
        opening = _read_opening(segment, features)
        if heading:
            printed = make_reading_form(features[heading[-1]].fragment.text).text
            current, signed, mark = name_section(printed), byline, opening
        elif (byline and not signed) or opening != mark or _ONE.fullmatch(current or ""):
            current = None
        sections.append(current)
    return sections


def name_section(heading: str) -> str:
    """The name of a section without what adorns its heading: 【简　讯】 is 简讯."""
    return _LABEL.sub("", "".join(heading.split())).strip(_ORNAMENTS)


def _read_opening(segment: Segment, features: Sequence[Features]) -> str:
    """What an article opens with: a mark, 无题 where there is neither that nor a headline."""
    title = segment.list_head(Role.TITLE)
    first = title[0] if title else segment.body[0]
    return features[first].mark or ("" if title else "无题")
