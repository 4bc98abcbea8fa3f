"""Plain paragraphs and sub-headlines as pages show them, without a parser, to the same bytes.

Most articles are no more than that; to parse them and write them out again costs more than all
that is marked in them.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import count

from bs4.dammit import EntitySubstitution

from plugins.chinese.expressions import compile_late
from plugins.chinese.punctuation import widen
from plugins.content.markdown_text import PLAIN, join_lines, load_formatter
from plugins.privacy.masks import RUN
from plugins.site.display.paragraphs import paragraph_anchor
from plugins.site.display.stretches import Mark
from plugins.site.settings.glossary import Glossary

_BLOCK = compile_late(r"<(p|h2)>([^<>]*+)")
#: Characters [start, end) of a text, and the name and the attributes of the element around them.
_Marked = tuple[int, int, str, str]


def display_plainly(
    html: str, glossary: Glossary, glossary_url: str, marks: Sequence[Mark], *, is_addressed: bool
) -> str | None:
    """Return what display.display_html gives, or None where it is to parse the text."""
    if not PLAIN.fullmatch(html) or RUN.search(html):
        return None
    writer = _Writer(glossary, glossary_url, marks, is_addressed)
    return _BLOCK.sub(writer.write_block, html)


@dataclass
class _Writer:
    """Writes blocks for display; remembers which terms have been linked."""

    glossary: Glossary
    url: str
    marks: Sequence[Mark]
    is_addressed: bool
    linked: set[str] = field(default_factory=set)
    numbers: Iterator[int] = field(default_factory=count)

    def write_block(self, block: re.Match[str]) -> str:
        """Return a block without its end tag: its text widened, its terms and figures marked."""
        name, text = block[1], join_lines(block[2])
        lead = len(text) - len(text.lstrip())
        number = next(self.numbers) if lead < len(text) else None
        is_addressed = self.is_addressed and number is not None
        address = f' id="{paragraph_anchor(number)}"' if is_addressed and number is not None else ""
        # Headings are signposts: nothing in them is linked.
        marked = self._find_marked(text, lead, number) if name == "p" else []
        return f"<{name}{address}>{_write(widen(text), marked)}"

    def _find_marked(self, text: str, lead: int, number: int | None) -> list[_Marked]:
        """List a text's figures and terms; figures are counted from its first character."""
        figures = [
            (mark.start + lead, mark.end + lead, "data", _describe(mark))
            for mark in self.marks
            if mark.block == number and mark.start >= -lead and mark.end + lead <= len(text)
        ]
        terms = [
            (*match.span(), "a", link)
            for match in self.glossary.pattern.finditer(text)
            if not any(a < match.end() and match.start() < b for a, b, *_ in figures)
            if (link := self._link(match.group()))
        ]
        return sorted([*figures, *terms], key=lambda marked: marked[0])

    def _link(self, words: str) -> str:
        """Return the attributes of a link for a term's first mention, "" for any later one."""
        slug = self.glossary.term(words).slug
        if slug in self.linked:
            return ""
        self.linked.add(slug)
        return f'class="term" href={_quote(f"{self.url}#{slug}")}'


def _describe(mark: Mark) -> str:
    says, own = _quote(f"{mark.anchor}-says"), _quote(mark.anchor)
    return f'aria-describedby={says} class="figure" id={own} value={_quote(mark.value)}'


def _quote(value: str) -> str:
    return EntitySubstitution.quoted_attribute_value(load_formatter().attribute_value(value))


def _write(text: str, marked: Sequence[_Marked]) -> str:
    pieces, at = [], 0
    for start, end, name, attributes in marked:
        pieces.append(text[at:start])
        if start < end:
            pieces.append(f"<{name} {attributes}>{text[start:end]}</{name}>")
            at = end
        else:
            at = max(at, start)
    return "".join([*pieces, text[at:]])
