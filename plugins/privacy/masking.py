"""What was asked to be hidden, hidden in an article before anything is made of it."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from bs4 import Tag

from plugins.content.content_error import ContentError
from plugins.content.markdown_text import (
    find_blocks,
    join_lines,
    parse_html,
    write_html,
)
from plugins.content.sources import Source, field_error, make_source
from plugins.model import MASK
from plugins.privacy.masked_fields import cover_words, find_secrets, mask_front
from plugins.privacy.masks import Masks, cover, is_masked, list_parts_of
from plugins.system.digests import digest


def mask_sources(
    sources: Sequence[Source], masks: Masks, withdrawn: Iterable[str] = ()
) -> tuple[list[Source], list[ContentError]]:
    """Return the articles with what is on record hidden, and why they cannot be published so.

    That is rows that do not fit their article, or name one that is neither here nor among the
    `withdrawn`, and pictures that show what is hidden.
    """
    names = {name for source in sources for name in (source.front.id, source.slug) if name}
    errors: list[ContentError] = [*masks.find_strangers({*names, *withdrawn})]
    masked = []
    for source in sources:
        try:
            masked.append(mask_source(source, masks))
        except ContentError as error:
            errors.append(error)
            masked.append(source)
    return masked, [*errors, *find_uncovered(masked)]


def mask_source(source: Source, masks: Masks) -> Source:
    """Return an article with what is on record hidden, and with no entry that names it.

    Raises ContentError for a row that does not fit the article.
    """
    rows = masks.list_of((source.front.id, source.slug))
    if not rows and not is_masked(source):
        return source
    parts = list_parts_of(source)
    covered = cover(parts, rows, masks.path)
    if not any(MASK in text for text in covered.values()):
        return source
    hidden = repr([row for _, row in rows]).encode()
    source = replace(source, digest=source.digest and digest(source.digest, hidden))
    secrets = find_secrets(parts, covered)
    front = mask_front(source.front, covered, secrets)
    if covered == parts:
        return replace(source, front=front)
    html = _cover_html(source.html, covered, parts, secrets)
    return make_source(source.file, source.path, front, html, source.digest)


def find_uncovered(sources: Sequence[Source]) -> Iterator[ContentError]:
    """Yield an error for each scan of a page with hidden words, unless they are covered on it."""
    images = {s.front.scan.image for s in sources if s.front.scan and is_masked(s)}
    raws = {s.raw for s in sources if s.raw and is_masked(s)}
    for source in sources:
        scan = source.front.scan
        if scan and not scan.covered and (scan.image in images or source.raw in raws):
            words = f"这一版有隐去的文字，版面图“{scan.image}”上还看得见"
            remedy = "请换成涂掉了这些字的图，再加上 covered: true；或删去 scan"
            yield field_error(source, ("scan", "image"), f"{words}，{remedy}")


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
    return write_html(soup)


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
