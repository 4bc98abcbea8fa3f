"""What was asked to be hidden, hidden in an article before anything is made of it."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from bs4 import Tag

from plugins.content.content_error import ContentError
from plugins.content.markdown_text import find_blocks, html_blocks, join_lines, parse_html
from plugins.content.sources import Source
from plugins.content.tables import TableError
from plugins.newspaper import NewsArticle
from plugins.privacy.masked_fields import cover_words, find_secrets, mask_front
from plugins.privacy.masks import MASK, Masks, cover, list_parts
from plugins.site.display.display import FORMATTER
from plugins.site.pictures.scans import find_uncovered


def mask_sources(
    sources: Sequence[Source], masks: Masks, withdrawn: Iterable[str] = ()
) -> tuple[list[Source], list[ContentError | TableError]]:
    """Return the articles with what is on record hidden, and why they cannot be published so.

    That is rows that do not fit their article, or name one that is neither here nor among the
    `withdrawn`, and pictures that show what is hidden.
    """
    names = {name for source in sources for name in (source.front.id, source.slug) if name}
    errors: list[ContentError | TableError] = [*masks.find_strangers({*names, *withdrawn})]
    masked = []
    for source in sources:
        try:
            masked.append(mask_source(source, masks))
        except TableError as error:
            errors.append(error)
            masked.append(source)
    return masked, [*errors, *find_uncovered(masked)]


def mask_source(source: Source, masks: Masks) -> Source:
    """Return an article with what is on record hidden, and with no entry that names it.

    Raises TableError for a row that does not fit the article.
    """
    parts = source.parts
    covered = cover(parts, masks.list_of((source.front.id, source.slug)), masks.path)
    if not any(MASK in text for text in covered.values()):
        return source
    secrets = find_secrets(parts, covered)
    front = mask_front(source.front, covered, secrets)
    if covered == parts:
        return replace(source, front=front)
    html = _cover_html(source.html, covered, parts, secrets)
    return replace(source, front=front, html=html, blocks=tuple(html_blocks(parse_html(html))))


def mask_news(article: NewsArticle, names: Iterable[str], masks: Masks) -> NewsArticle:
    """Return a converted article, which goes by `names`, with what is on record hidden.

    Raises TableError for a row that does not fit the article.
    """
    parts = list_parts(article.title, article.subtitle, article.kicker, article.body)
    covered = cover(parts, masks.list_of(names), masks.path)
    return replace(
        article,
        title=covered["title"],
        subtitle=covered["subtitle"] or None,
        kicker=covered["kicker"] or None,
        body=tuple(replace(b, text=covered[str(n)]) for n, b in enumerate(article.body)),
    )


def _cover_html(
    html: str, covered: Mapping[str, str], parts: Mapping[str, str], secrets: Collection[str]
) -> str:
    """Return rendered HTML with the body blocks' texts as they are covered."""
    soup = parse_html(html)
    for element in soup.find_all(True):
        for attribute in ("alt", "title"):
            if attribute in element.attrs:
                element[attribute] = cover_words(str(element[attribute]), secrets)
    printed = [block for block in find_blocks(soup) if join_lines(block.get_text()).strip()]
    for number, block in enumerate(printed):
        if covered[str(number)] != parts[str(number)]:
            _put_text(block, covered[str(number)])
    return str(soup.decode(formatter=FORMATTER))


def _put_text(block: Tag, text: str) -> None:
    """Put a text of the same length into a block's nodes, or in their place where they differ."""
    nodes = list(block.find_all(string=True))
    joined = [join_lines(node) for node in nodes]
    whole = "".join(joined)
    lead = len(whole) - len(whole.lstrip())
    if len(whole.strip()) != len(text):
        block.string = text
        return
    padded = whole[:lead] + text + whole[lead + len(text) :]
    for node, part in zip(nodes, joined, strict=True):
        node.replace_with(padded[: len(part)])
        padded = padded[len(part) :]
