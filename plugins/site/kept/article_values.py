"""Articles and their sources as bytes, and back: a card for all builds, a body for their pages.

The bytes are Python's own, which code of another version would misread: kept_files.py gives none
that a fault has altered, and site_code.py none of other code. An article's source and the rows of
tables that it refers to are named in them and not repeated.
"""

import pickle
from collections import ChainMap
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

from plugins.content.sources import Body, Source
from plugins.site.articles.article import Article, ArticleBody
from plugins.site.kept.plain_pickles import dump_plain, join_parts, load_plain, split_parts
from plugins.site.settings.tables import Tables
from plugins.system.digests import Bytes
from plugins.system.held import Held
from plugins.system.kept_parts import KeptContent

Kind = TypeVar("Kind")
#: What stands for a body, for an article's source, and for a source's two paths; rows of tables
#: have the numbers from 0.
_BODY, _SOURCE, _FILE, _PATH = -1, -2, -3, -4


def dump_source(source: Source) -> bytes:
    """Return a source as bytes, without its paths."""
    own = {id(source.held): _BODY, id(source.file): _FILE, id(source.path): _PATH}
    card = dump_plain(source, own, {Held, type(source.file), type(source.path)})
    return join_parts(card, dump_plain(source.held.get(), {}))


def load_source(content: KeptContent, file: Path, path: Path) -> Source:
    """Return the source with these paths that `dump_source` has made these bytes of."""
    held = Held(partial(_load_body, Body, content))
    own: dict[int, object] = {_BODY: held, _FILE: file, _PATH: path}
    return _load(Source, split_parts(content.read())[0], own.__getitem__)


class ArticleValues:
    """Writes and reads the articles that were settled with these tables."""

    def __init__(self, tables: Tables) -> None:
        gazetteer = tables.subjects.gazetteer
        places = (*gazetteer.counties, *gazetteer.towns, *gazetteer.zones, *gazetteer.villages)
        self.rows: tuple[object, ...] = (*places, *tables.subjects.topics)
        self._numbers = {id(row): number for number, row in enumerate(self.rows)}
        self._kinds = frozenset([Source, Held, *map(type, self.rows)])

    def dump(self, article: Article) -> bytes:
        """Return an article as bytes."""
        own = {id(article.source): _SOURCE, id(article.held): _BODY}
        body = dump_plain(article.held.get(), self._numbers, self._kinds)
        return join_parts(dump_plain(article, ChainMap(own, self._numbers), self._kinds), body)

    def load(self, content: KeptContent, source: Source) -> Article:
        """Return the article of a source that `dump` has made these bytes of."""
        held = Held(partial(_load_body, ArticleBody, content, self.rows.__getitem__))
        own: dict[int, object] = {_SOURCE: source, _BODY: held}

        def find(number: int) -> object:
            return own[number] if number < 0 else self.rows[number]

        return _load(Article, split_parts(content.read())[0], find)


def _load_body(
    kind: type[Kind], content: KeptContent, find: Callable[[int], object] | None = None
) -> Kind:
    """Return the body that stands behind a card, read anew."""
    return _load(kind, split_parts(content.read())[1], find)


def _load(kind: type[Kind], content: Bytes, find: Callable[[int], object] | None = None) -> Kind:
    """Return a value of this kind. Raises pickle.UnpicklingError where it is of another."""
    value = load_plain(content, find)
    if not isinstance(value, kind):
        raise pickle.UnpicklingError(f"{type(value)} is no {kind}")
    return value
