"""Markdown in which nothing is markup, as HTML at once: plain paragraphs and sub-headlines.

Most articles are no more than that, and their rendering by Python-Markdown and nh3, in a process
of its own, costs as much as all that is found out about them. The bytes are the same.
"""

from plugins.chinese.characters import HAN
from plugins.chinese.expressions import compile_late
from plugins.content.rendering import MOST_CHARACTERS, MOST_ELEMENTS

_OPENING = rf"{HAN}A-Za-z0-9“‘《（【"
_CLOSING = rf"{_OPENING}”’》）】、。，：；？！…—％.,:;?!%)"
_INSIDE = rf"{_CLOSING}〈〉「」『』〔〕·～(/+\u0020-"
#: A numeral with a point and a blank behind it opens a list.
_LINE = compile_late(rf"(?!\d+\. )[{_OPENING}](?:[{_INSIDE}]*[{_CLOSING}])?")
_HEADING = "## "
_BETWEEN = compile_late(r"\n\n+")


def render_plainly(text: str) -> str | None:
    """Return the HTML that `rendering.render` gives, or None where it is to be asked.

    That is where a text has markup, or may have, or is longer than any article.
    """
    if len(text) > MOST_CHARACTERS:
        return None
    lines = _BETWEEN.split(text)
    if len(lines) > MOST_ELEMENTS:
        return None
    shown = [one for line in lines if (one := _render_line(line)) is not None]
    return "\n".join(shown) if len(shown) == len(lines) else None


def _render_line(line: str) -> str | None:
    name = "h2" if line.startswith(_HEADING) else "p"
    words = line.removeprefix(_HEADING)
    return f"<{name}>{words}</{name}>" if _LINE.fullmatch(words) else None
