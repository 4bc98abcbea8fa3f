"""Articles as bytes, and back.

The bytes are Python's own, which code of another version would misread: kept_files.py gives none
that a fault has altered, and site_code.py none of other code. An article's source and the rows of
tables that it refers to are named in them and not repeated.
"""

import io
import pickle

from plugins.content.sources import Source
from plugins.site.articles.article import Article
from plugins.site.kept.plain_pickles import PlainUnpickler
from plugins.site.settings.tables import Tables
from plugins.system.digests import Bytes

#: What stands for an article's source; rows of tables have the numbers from 0.
_SOURCE = -1


class ArticleValues:
    """Writes and reads the articles that were settled with these tables."""

    def __init__(self, tables: Tables) -> None:
        gazetteer = tables.subjects.gazetteer
        places = (*gazetteer.counties, *gazetteer.towns, *gazetteer.zones, *gazetteer.villages)
        self.rows: tuple[object, ...] = (*places, *tables.subjects.topics)
        self.numbers = {id(row): number for number, row in enumerate(self.rows)}

    def dump(self, article: Article) -> bytes:
        """Return an article as bytes."""
        file = io.BytesIO()
        _Pickler(file, self, article.source).dump(article)
        return file.getvalue()

    def load(self, content: Bytes, source: Source) -> Article:
        """Return the article of a source that `dump` has made these bytes of."""
        article: Article = _Unpickler(content, self, source).load()
        return article


class _Pickler(pickle.Pickler):
    def __init__(self, file: io.BytesIO, values: ArticleValues, source: Source) -> None:
        super().__init__(file, pickle.HIGHEST_PROTOCOL)
        self._numbers, self._source = values.numbers, source

    def persistent_id(self, value: object) -> int | None:
        return _SOURCE if value is self._source else self._numbers.get(id(value))


class _Unpickler(PlainUnpickler):
    def __init__(self, content: Bytes, values: ArticleValues, source: Source) -> None:
        super().__init__(io.BytesIO(content))
        self._rows, self._source = values.rows, source

    def persistent_load(self, number: int) -> object:
        return self._source if number == _SOURCE else self._rows[number]
