"""Captions: which article, and which place in it, a picture's line belongs to."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from plugins.model import Block
from plugins.newspaper.fragments import Fragment
from plugins.newspaper.page import NewsArticle, SetAside


def place_captions(
    articles: Sequence[NewsArticle], captions: Sequence[Fragment]
) -> tuple[tuple[NewsArticle, ...], list[SetAside]]:
    """The articles with each caption behind the block it was printed after.

    A caption above all articles belongs to the page: it is set aside.
    """
    bodies = [list(a.body) for a in articles]
    loose: list[SetAside] = []
    for caption in captions:
        above = [spot for spot in _list_spots(articles) if spot[0] < caption.lines[0]]
        if not above:
            loose += set_aside(caption, "图片说明")
            continue
        _, number, block = max(above, key=lambda spot: spot[0])
        body = bodies[number]
        at = next((i for i, b in enumerate(body, 1) if b is block), 0)
        body.insert(at, Block("caption", caption.text, caption.lines))
    placed = (replace(a, body=tuple(b)) for a, b in zip(articles, bodies, strict=True))
    return tuple(placed), loose


def _list_spots(articles: Sequence[NewsArticle]) -> Iterator[tuple[int, int, Block | None]]:
    """Each raw line of an article, the article's number, and the line's block, None in its head."""
    for number, article in enumerate(articles):
        head = article.lines.title + article.lines.byline
        yield from ((line, number, None) for line in head)
        yield from ((line, number, b) for b in article.body for line in b.source_lines)


def set_aside(fragment: Fragment, why: str) -> list[SetAside]:
    """A fragment's lines, each set aside for the same reason."""
    parts = zip(fragment.lines, fragment.parts, strict=True)
    return [SetAside(line, text, why) for line, text in parts]
