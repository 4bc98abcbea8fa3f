"""The pages of what was just saved, made before all else: an editor waits for these.

The site is as it was composed, with one article or page in the place of what it was. Lists, related
articles and search do not know of that: the whole build that follows renews them. Both make pages
by the same functions, so that what a page says of the article itself is the same.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from plugins.content.content_error import raise_together
from plugins.content.timed_rendering import render_in_time
from plugins.privacy.masking import find_uncovered, mask_source
from plugins.site.articles.article import Article
from plugins.site.articles.settling import settle_article
from plugins.site.composition import Site
from plugins.site.display.text_pages import show_page
from plugins.site.groups.catalogue import Catalogue
from plugins.site.groups.collection import Archive, find_duplicates
from plugins.site.groups.groups import Group
from plugins.site.groups.relations import Neighbours
from plugins.site.kept.kept_articles import KeptArticles
from plugins.site.pages.site_page import SitePage
from plugins.site.pages.site_pages import article_pages, text_page
from plugins.site.pictures.pictures import Picture
from plugins.site.reader import read_article, read_page


class SavedFile(NamedTuple):
    """What a site has of one file: its pages, and the pictures on them."""

    pages: Sequence[SitePage]
    pictures: Sequence[Picture]


class SavedPages:
    """Makes the pages of single files; `articles` are all of the site, as they were last saved."""

    def __init__(self, site: Site, kept: KeptArticles) -> None:
        self._archive, self._reference, self._kept = site.archive, site.reference, kept
        self._sources = {source.path: source for source in site.sources}
        self._targets = site.targets
        self._beside = {one.source.path: n for one, n in site.archive.neighbours.items()}
        self._groups = {
            (kind.key, group.key): group for kind in site.archive.kinds for group in kind.groups
        }
        self.articles = {article.source.path: article for article in site.archive.articles}

    def rehearse(self) -> Sequence[SitePage]:
        """Make an article again, if there is one, and return its pages.

        What reads, settles and renders is loaded with the first that it is asked for.
        """
        render_in_time("*茶*")
        for path, article in self.articles.items():
            settle_article(article.source, self._reference)
            return self.make_article(article.source.file, path).pages
        return ()

    def make_article(self, file: Path, path: Path) -> SavedFile:
        """Make the pages of an article; messages call its file `path`. Raises ContentError."""
        read = read_article(file, path, self._kept)
        source = mask_source(read, self._reference.tables.masks)
        others = [other for name, other in self._sources.items() if name != path]
        raise_together([*find_uncovered([source]), *find_duplicates([*others, source])])
        article = self._kept.settle_one(source, self._reference)
        self._sources[path], self.articles[path] = source, article
        self._targets = self._targets.add(path, source.address)
        raise_together([*self._targets.find_dead(source.text)])
        return SavedFile(list(article_pages(article, self._place(article))), article.pictures)

    def make_text(self, file: Path, path: Path) -> SavedFile:
        """Make a page that an editor has written. Raises ContentError."""
        front, text = read_page(file, path)
        raise_together([*self._targets.find_dead(text)])
        shown = show_page(text, front, self._reference.glossary, self._reference.pictures)
        return SavedFile([text_page(shown)], shown.pictures)

    def _place(self, article: Article) -> Archive:
        """Return the archive as this article's page shows it: among the groups that there are."""
        placement = Catalogue(self._reference.tables.subjects).place(article)
        beside = self._beside.get(article.source.path, Neighbours(None, None, ()))
        return self._archive.narrow(article, placement.exchange_groups(self._find_group), beside)

    def _find_group(self, group: Group) -> Group:
        """Return the group of the archive that this one stands for, or itself where it is new."""
        return self._groups.get((group.kind.key, group.key), group)
