"""Rendered text as pages show it: full-width marks, and terms linked to the glossary."""

from collections.abc import Iterator

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString, PageElement
from bs4.formatter import HTMLFormatter

from plugins.archive.glossary import Glossary
from plugins.archive.markdown_text import BLOCK_TAGS, HEADINGS, join_lines, parse_html
from plugins.archive.punctuation import widen

#: Text inside these stays as typed.
VERBATIM = ("code", "pre")
#: Terms inside these are not linked: links do not nest, and headings are signposts.
UNLINKED = ("a", *HEADINGS, *VERBATIM)
# Characters stay themselves (“ is no &ldquo;), and void tags have no slash.
FORMATTER = HTMLFormatter(
    entity_substitution=HTMLFormatter.REGISTRY["minimal"].entity_substitution,
    void_element_close_prefix="",
)


def display_html(html: str, glossary: Glossary, glossary_url: str) -> str:
    """Return an article's safe HTML ready for its page.

    Marks between Chinese characters become full-width, soft line breaks vanish as Chinese asks,
    and the first mention of each glossary term leads to `glossary_url`#slug.
    """
    soup = parse_html(html)
    linked: set[str] = set()
    for block in soup.find_all(BLOCK_TAGS):
        if not block.find(BLOCK_TAGS):
            _display_block(soup, block, glossary, glossary_url, linked)
    shown: str = soup.decode(formatter=FORMATTER)
    return shown


def _display_block(
    soup: BeautifulSoup, block: Tag, glossary: Glossary, url: str, linked: set[str]
) -> None:
    nodes = [node for node in block.find_all(string=True) if not node.find_parent(VERBATIM)]
    texts = [join_lines(node) for node in nodes]
    # A mark's neighbours may stand in another node (emphasis), so the block is widened whole.
    shown = widen("".join(texts))
    at = 0
    for node, text in zip(nodes, texts, strict=True):
        part = shown[at : at + len(text)]
        at += len(text)
        if node.find_parent(UNLINKED):
            node.replace_with(part)
        else:
            node.replace_with(*_link_terms(soup, text, part, glossary, url, linked))


def _link_terms(
    soup: BeautifulSoup, text: str, shown: str, glossary: Glossary, url: str, linked: set[str]
) -> Iterator[PageElement]:
    at = 0
    for match in glossary.pattern.finditer(text):
        term = glossary.term(match.group())
        if term.slug in linked:
            continue
        linked.add(term.slug)
        yield NavigableString(shown[at : match.start()])
        link = soup.new_tag("a", href=f"{url}#{term.slug}")
        link["class"] = "term"
        link.string = shown[match.start() : match.end()]
        yield link
        at = match.end()
    yield NavigableString(shown[at:])
