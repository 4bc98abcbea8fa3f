"""Items set as raw lines: one line each with blank lines between, or wrapped at a fixed width."""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from random import Random

from evaluation.pages.printed_page import Item, Line

NOT_AT_START = "，。、；：！？”’）》〉】」』…,.;:!?)%"
BLANKS = ("", "", "", " ", "\u3000", "\u00a0", " \u00a0 ")


@dataclass(frozen=True, slots=True)
class Setting:
    """How a hard-wrapped page is set: width in full-width characters, indent, kinsoku."""

    width: int
    indent: str = "\u3000\u3000"
    kinsoku: bool = True
    wrap_heads: bool = False
    blank_between_stories: bool = False


def spaced_lines(
    groups: Iterable[Sequence[Item]], random: Random, *, stray_blanks: bool = False
) -> list[Line]:
    """Print one line an item, an empty line after each; stray blanks too on request."""
    lines: list[Line] = []
    for item in (item for group in groups for item in group):
        before = random.choice(BLANKS) if stray_blanks and random.random() < 0.2 else ""
        after = random.choice(BLANKS) if stray_blanks and random.random() < 0.2 else ""
        lines.append(Line(f"{before}{item.text}{after}", item))
        count = random.choice((1, 1, 1, 2, 3)) if stray_blanks else 1
        lines.extend(Line(random.choice(BLANKS) if stray_blanks else "") for _ in range(count))
    return lines


def wrapped_lines(groups: Iterable[Sequence[Item]], random: Random) -> list[Line]:
    """Print the lines of a page whose system breaks each line at the column's width."""
    setting = Setting(
        width=random.randint(14, 26),
        indent=random.choice(("\u3000\u3000",) * 5 + ("    ",)),
        kinsoku=random.random() < 0.6,
        wrap_heads=random.random() < 0.4,
        blank_between_stories=random.random() < 0.15,
    )
    lines: list[Line] = []
    for group in groups:
        if lines and setting.blank_between_stories:
            lines.append(Line(""))
        for item in group:
            lines.extend(wrap_item(item, setting))
    return lines


def wrap_item(item: Item, setting: Setting) -> list[Line]:
    """Print the item: body indented and wrapped, a headline on one line or wrapped too."""
    if item.role == "body":
        return [Line(text, item) for text in wrap_text(setting.indent + item.text, setting)]
    if setting.wrap_heads and item.role == "title":
        parts = item.text.split()
        return [Line(text, item) for part in parts for text in wrap_text(part, setting)]
    return [Line(item.text, item)]


def wrap_text(text: str, setting: Setting) -> list[str]:
    """Break text into lines of `width` full-width characters at most, half-width ones half.

    A mark that may not begin a line hangs at the end of the one before (kinsoku). A line never
    ends or begins at a blank within the text, so that joining the lines gives the text back.
    """
    lines: list[str] = []
    start, used = 0, 0
    for at, character in enumerate(text):
        used += 2 if unicodedata.east_asian_width(character) in "WFA" else 1
        if used > setting.width * 2 and at > start and _may_break(text, at, setting):
            lines.append(text[start:at])
            start, used = at, 2 if unicodedata.east_asian_width(character) in "WFA" else 1
    return [*lines, text[start:]]


def _may_break(text: str, at: int, setting: Setting) -> bool:
    if text[at - 1].isspace() or text[at].isspace():
        return False
    return not (setting.kinsoku and text[at] in NOT_AT_START)
