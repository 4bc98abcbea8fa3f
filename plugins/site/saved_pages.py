"""The pages of what was just saved, made before all else: an editor waits for these.

The site is as it was composed, with one article or page in the place of what it was. Lists, related
articles and search do not know of that: the whole build that follows renews them. Both make pages
by the same functions, so that what a page says of the article itself is the same.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from plugins.content.content_error import raise_together
from plugins.content.front_matter import parse_article
from plugins.content.sources import Source, render_body
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
from plugins.site.pages.site_pages import article_pages, name_file, text_page
from plugins.site.pictures.pictures import Picture
from plugins.site.reader import read_article, read_page

#: What reads and renders is loaded with the first text that it is asked for.
ANY = "---\ntitle: 茶\n---\n\n*茶*\n"


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
        #: The file of each page that an editor wrote; None for what the site makes.
        self._files = {page.path: name_file(page) for page in site.pages}
        self.articles = {article.source.path: article for article in site.archive.articles}

    def rehearse(self) -> Sequence[SitePage]:
        """Make an article again, if there is one, and return its pages.

        It is made as it was: its file may be another by now. Raises ContentError.
        """
        path = Path("any.md")
        render_body(parse_article(ANY, path)[1], path)
        article = next(iter(self.articles.values()), None)
        if article is None:
            return ()
        settle_article(article.source, self._reference)
        made = self._make(self._sources[article.source.path])
        return made.pages if made else ()

    def make_article(self, file: Path, path: Path) -> SavedFile | None:
        """Make the pages of an article; messages call its file `path`. Raises ContentError.

        None where one of its addresses is another page's, or it leaves one that it had.
        """
        read = read_article(file, path, self._kept)
        return self._make(mask_source(read, self._reference.tables.masks))

    def _make(self, source: Source) -> SavedFile | None:
        path = source.path
        others = [other for name, other in self._sources.items() if name != path]
        raise_together([*find_uncovered([source]), *find_duplicates([*others, source])])
        article = self._kept.settle_one(source, self._reference)
        if not self._fits(path, article):
            return None
        self._files |= dict.fromkeys(article.parts.addresses, path)
        self._sources[path], self.articles[path] = source, article
        self._targets = self._targets.add(path, source.address)
        raise_together([*self._targets.find_dead(source.text)])
        return SavedFile(list(article_pages(article, self._place(article))), article.pictures)

    def _fits(self, path: Path, article: Article) -> bool:
        """Tell whether its pages stand where it has its own, or where nothing is."""
        addresses, before = set(article.parts.addresses), self.articles.get(path)
        left = set(before.parts.addresses) - addresses if before else set()
        return not left and all(self._files.get(one, path) == path for one in addresses)

    def make_text(self, file: Path, path: Path) -> SavedFile | None:
        """Make a page that an editor has written; None where it is new. Raises ContentError."""
        front, text = read_page(file, path)
        # Under the name of one of the site's own pages it would take its place.
        if self._files.get(text.address) != path:
            return None
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
