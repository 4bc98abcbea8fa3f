"""The parts that a fragment of a page may play, and which may follow which.

A page is read as section? (kicker* headline subtitle* byline* body+)+.
"""

from enum import Enum


class Role(Enum):
    """The part that a fragment plays; the learned weights know it by its place in this list."""

    SECTION = "section"
    KICKER = "kicker"
    TITLE = "title"
    TITLE_END = "title, second line"
    SUBTITLE = "subtitle"
    BYLINE = "byline"
    HEADING = "heading"
    BRIEF = "start of a brief without a headline"
    START = "start of a paragraph"
    REST = "rest of a paragraph"
    END_BYLINE = "byline behind the body"


HEAD = (Role.TITLE, Role.TITLE_END, Role.SUBTITLE, Role.BYLINE)
BODY = (Role.HEADING, Role.BRIEF, Role.START, Role.REST)
OPENING = (Role.SECTION, Role.KICKER, Role.TITLE)
#: What a story, or a section of them, begins with.
BEGINNING = (*OPENING, Role.BRIEF)
#: What display type may be: it is no byline and no running text.
DISPLAYED = (*BEGINNING, Role.TITLE_END, Role.SUBTITLE, Role.HEADING)
_AFTER_BODY = (*OPENING, *BODY, Role.END_BYLINE)
#: Which roles may follow which; None is the page's top.
FOLLOWERS: dict[Role | None, tuple[Role, ...]] = {
    None: (*OPENING, Role.BRIEF, Role.START, Role.HEADING),
    Role.SECTION: (*OPENING, Role.BRIEF, Role.REST),
    Role.KICKER: (Role.KICKER, Role.TITLE),
    Role.TITLE: (Role.TITLE_END, Role.SUBTITLE, Role.BYLINE, Role.HEADING, Role.START),
    Role.TITLE_END: (Role.TITLE_END, Role.SUBTITLE, Role.BYLINE, Role.HEADING, Role.START),
    Role.SUBTITLE: (Role.SUBTITLE, Role.BYLINE, Role.HEADING, Role.START),
    Role.BYLINE: (Role.BYLINE, Role.SUBTITLE, Role.HEADING, Role.START),
    Role.HEADING: (Role.HEADING, Role.START, Role.END_BYLINE, *OPENING),
    Role.BRIEF: _AFTER_BODY,
    Role.START: _AFTER_BODY,
    Role.REST: _AFTER_BODY,
    Role.END_BYLINE: (*OPENING, Role.BRIEF, Role.START, Role.HEADING, Role.END_BYLINE),
}
