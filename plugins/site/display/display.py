"""Rendered text as pages show it: full-width marks, terms linked, figures and misprints marked."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import count

from bs4 import BeautifulSoup, Tag

from plugins.chinese.punctuation import widen
from plugins.content.markdown_text import (
    HEADINGS,
    find_blocks,
    join_lines,
    parse_html,
    write_html,
)
from plugins.privacy.masks import RUN
from plugins.site.display.misprints import MarkedMisprint
from plugins.site.display.paragraphs import address_block
from plugins.site.display.plain_display import display_plainly
from plugins.site.display.stretches import Mark, Stretch, write_text
from plugins.site.settings.glossary import Glossary

#: What readers are told of words that were hidden.
HIDDEN = "应当事人要求隐去"
#: Text inside these stays as typed.
VERBATIM = ("code", "pre")
#: Terms inside these are not linked: links do not nest, and headings are signposts.
UNLINKED = ("a", *HEADINGS, *VERBATIM)


def display_html(
    html: str,
    glossary: Glossary,
    glossary_url: str,
    marks: Sequence[Mark] = (),
    misprints: Sequence[MarkedMisprint] = (),
    *,
    is_addressed: bool = False,
) -> str:
    """Return an article's safe HTML ready for its page.

    Marks between Chinese characters become full-width, soft line breaks vanish as Chinese asks,
    the first mention of each glossary term leads to `glossary_url`#slug, figures and what is
    hidden are marked, and an editor's words follow each misprint. Blocks have ids where the text
    `is_addressed`.
    """
    if not misprints:
        plain = display_plainly(html, glossary, glossary_url, marks, is_addressed=is_addressed)
        if plain is not None:
            return plain
    return display_parsed(html, glossary, glossary_url, marks, misprints, is_addressed)


def display_parsed(
    html: str,
    glossary: Glossary,
    glossary_url: str,
    marks: Sequence[Mark],
    misprints: Sequence[MarkedMisprint],
    is_addressed: bool,
) -> str:
    """Return what display_html does, of any HTML."""
    soup = parse_html(html)
    writer = _Writer(soup, glossary, glossary_url)
    printed = count()
    for block in find_blocks(soup):
        # Marks and misprints count the blocks that have a text.
        number = next(printed) if block.get_text().strip() else None
        writer.write_block(
            block,
            [mark for mark in marks if mark.block == number],
            [misprint for misprint in misprints if misprint.block == number],
        )
        if is_addressed and number is not None:
            address_block(soup, block, number)
    for place, table in enumerate(soup.find_all("table"), 1):
        _wrap_table(soup, table, place)
    shown: str = write_html(soup)
    return shown


def _wrap_table(soup: BeautifulSoup, table: Tag, place: int) -> None:
    """Let a wide table move in a region of its own, by keys too, and stay a table to all."""
    region = soup.new_tag("section", tabindex="0")
    region["class"] = "wide"
    region["aria-label"] = f"表格 {place}"
    table.wrap(region)


@dataclass
class _Writer:
    """Writes blocks for display; remembers which terms have been linked."""

    soup: BeautifulSoup
    glossary: Glossary
    url: str
    linked: set[str] = field(default_factory=set)

    def write_block(
        self, block: Tag, marks: Sequence[Mark], misprints: Sequence[MarkedMisprint]
    ) -> None:
        """Widen a block's text, link its terms, mark its figures and misprints."""
        nodes = list(block.find_all(string=True))
        texts = [join_lines(node) for node in nodes]
        whole = "".join(texts)
        # A mark's neighbours may stand in another node (emphasis), so the block is widened whole.
        shown = widen(whole)
        lead = len(whole) - len(whole.lstrip())
        at = -lead
        for node, text in zip(nodes, texts, strict=True):
            part = shown[at + lead : at + lead + len(text)]
            around = {parent.name for parent in node.parents}
            if around.isdisjoint(VERBATIM):
                figures = [m for m in marks if at <= m.start and m.end <= at + len(text)]
                may_link = around.isdisjoint(UNLINKED)
                stretches = self._find_stretches(text, figures, at) if may_link else []
                stretches += [(*run.span(), self._hide()) for run in RUN.finditer(text)]
                stretches.sort(key=lambda span: span[0])
                inside = [replace(m, start=m.start - at, end=m.end - at) for m in misprints]
                written = list(write_text(self.soup, part, stretches, inside))
                # To be replaced a node is sought among its neighbours: in a thousand too long.
                if written != [node]:
                    node.replace_with(*written)
            at += len(text)

    def _find_stretches(self, text: str, marks: Sequence[Mark], offset: int) -> list[Stretch]:
        """List a text's figures and terms; `offset` is where it starts in its block."""
        spans: list[Stretch] = [(m.start - offset, m.end - offset, self._mark(m)) for m in marks]
        return spans + [
            (match.start(), match.end(), link)
            for match in self.glossary.pattern.finditer(text)
            if not any(a < match.end() and match.start() < b for a, b, _ in spans)
            if (link := self._link(match.group()))
        ]

    def _mark(self, mark: Mark) -> Tag:
        element = self.soup.new_tag("data", id=mark.anchor, value=mark.value)
        element["class"] = "figure"
        # The row of the table below says what is counted, where and when.
        element["aria-describedby"] = f"{mark.anchor}-says"
        return element

    def _hide(self) -> Tag:
        element = self.soup.new_tag("span", title=HIDDEN)
        element["class"] = "masked"
        element["role"] = "img"
        element["aria-label"] = HIDDEN
        return element

    def _link(self, words: str) -> Tag | None:
        """Return a link for a term's first mention, None for any later one."""
        term = self.glossary.term(words)
        if term.slug in self.linked:
            return None
        self.linked.add(term.slug)
        link = self.soup.new_tag("a", href=f"{self.url}#{term.slug}")
        link["class"] = "term"
        return link
