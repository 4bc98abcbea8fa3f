"""The whole archive: all articles, all ways to browse them, and what the site says of itself."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from plugins.content.content_error import ContentError
from plugins.content.sources import Source, field_error
from plugins.site.articles.article import Article
from plugins.site.articles.namings import Naming
from plugins.site.articles.raw_lines import RawPages
from plugins.site.articles.reference import Reference
from plugins.site.articles.shown_figures import ShownFigure
from plugins.site.display.corrections import ShownCorrection
from plugins.site.groups.cards import ArticleCard, Link, make_article_card
from plugins.site.groups.catalogue import Catalogue
from plugins.site.groups.comparisons import Comparison, compare_counties
from plugins.site.groups.groups import Group, GroupKind, KindKey
from plugins.site.groups.placement import Placement
from plugins.site.groups.relations import Neighbours, find_neighbours
from plugins.site.groups.repeats import find_repeats, fold_repeats, name_printing
from plugins.site.groups.shelves import shelve_groups
from plugins.site.settings.addresses import Addresses
from plugins.site.settings.glossary import Glossary
from plugins.site.settings.site_settings import SiteSettings
from plugins.site.sharing.covers import Covers, cover_path
from plugins.system.digests import digest
from plugins.system.memo import Memo


@dataclass(frozen=True, eq=False)
class Archive:
    """All that the site tells. `articles` are in the archive's order."""

    settings: SiteSettings
    glossary: Glossary
    kind: Mapping[KindKey, GroupKind]
    articles: Sequence[Article]
    placements: Mapping[Article, Placement]
    #: For each article that was printed twice all of the same words.
    repeats: Mapping[Article, tuple[Article, ...]]
    comparisons: Sequence[Comparison]
    #: How many more comparisons there are, for which there was no room.
    comparisons_left: int
    addresses: Addresses
    raw_pages: RawPages
    #: Which articles are related, as far as an earlier build has found it.
    related: Memo
    #: The articles beside each, where they are known already.
    beside: Mapping[Article, Neighbours] | None = None

    def narrow(self, article: Article, placement: Placement, beside: Neighbours) -> "Archive":
        """Return what the page of one article shows of the archive, of which it may be new."""
        others = (beside.before, beside.after, *beside.related, *beside.repeats)
        shown = {other: self.placements[other] for other in others if other}
        return replace(self, placements=shown | {article: placement}, beside={article: beside})

    def prepare_pages(self) -> None:
        """Make what most pages ask for: processes that share them would make it each.

        What the next build may know of it is kept.
        """
        _ = self.neighbours, self.card_names, self.group_names
        self.related.keep()

    @cached_property
    def neighbours(self) -> Mapping[Article, Neighbours]:
        """The articles beside each."""
        if self.beside is not None:
            return self.beside
        return find_neighbours(self.placements, self.repeats, self.related)

    @cached_property
    def cards(self) -> Mapping[Article, ArticleCard]:
        """What lists say of each article."""
        return {one: make_article_card(one, place) for one, place in self.placements.items()}

    @cached_property
    def card_names(self) -> Mapping[Article, bytes]:
        """The digest of each article's card."""
        told = ((one, repr(card)) for one, card in self.cards.items())
        return {one: digest(words.encode("utf-8", "surrogatepass")) for one, words in told}

    @cached_property
    def group_names(self) -> Mapping[Group, str]:
        """What decides the link to each group."""
        groups = (group for kind in self.kinds for group in kind.groups)
        return {group: f"{group.kind.key} {group.url} {group.name}" for group in groups}

    def list_cards(self, articles: Iterable[Article]) -> tuple[ArticleCard, ...]:
        """Return what lists say of these articles."""
        return tuple(self.cards[article] for article in articles)

    def list_cards_of(self, group: Group, articles: Sequence[Article]) -> tuple[ArticleCard, ...]:
        """Return what a group's list says of these articles; a report printed twice stands once."""
        return tuple(
            self.cards[one]._replace(namings=namings, repeats=repeats)
            for one, namings, repeats in self._list_told(group, articles)
        )

    def name_cards_of(self, group: Group, articles: Sequence[Article]) -> tuple[object, ...]:
        """Return what decides the cards that `list_cards_of` gives, which takes far less."""
        told = self._list_told(group, articles)
        return tuple((self.card_names[one], *besides) for one, *besides in told)

    def _list_told(
        self, group: Group, articles: Sequence[Article]
    ) -> Iterator[tuple[Article, tuple[Naming, ...], tuple[Link, ...]]]:
        for one, same in fold_repeats(articles, self.repeats):
            links = ((name_printing(other, [one, *same]), other.url) for other in same)
            repeats = tuple(Link(*link) for link in links)
            yield one, group.namings_in(one), repeats

    @cached_property
    def figures(self) -> Sequence[ShownFigure]:
        """Every major figure that may stand outside its article, in the articles' order."""
        return [figure for article in self.articles for figure in article.told]

    def find_cover(self, groups: Iterable[Group]) -> str | None:
        """Return the share picture of the first county among groups that the schematic has."""
        return next((cover_path(one.key) for one in groups if one in self._drawn), None)

    @property
    def covers(self) -> Covers:
        """The share pictures of the counties that the schematic has."""
        tiles = {cell.county.name: cell.tile for cell in self.comparisons[0].cells}
        return Covers(tiles, {county.name: county.key for county in self._drawn})

    @cached_property
    def _drawn(self) -> Sequence[Group]:
        return [cell.county for cell in self.comparisons[0].cells]

    @cached_property
    def waiting(self) -> Sequence[Article]:
        """The articles that only a preview shows."""
        return [article for article in self.articles if article.waits]

    @cached_property
    def corrections(self) -> Sequence[ShownCorrection]:
        """The corrections of all articles, the newest first."""
        all_of_them = (one for article in self.articles for one in article.corrections)
        return sorted(all_of_them, key=lambda one: one.date, reverse=True)

    @property
    def kinds(self) -> Sequence[GroupKind]:
        """The kinds of groups in the order of navigation."""
        return list(self.kind.values())

    @property
    def count(self) -> int:
        """The number of articles."""
        return len(self.articles)


def assemble(settled: Iterable[Article], reference: Reference) -> Archive:
    """Put articles, in the archive's order, into their groups. Raises ContentError."""
    catalogue = Catalogue(reference.tables.subjects)
    catalogue.add_all_counties()
    articles = [_name_lines(one, reference.raw_pages) for one in settled]
    placements = {article: catalogue.place(article) for article in articles}
    catalogue.finish(feed_kinds=("county",))
    shelve_groups(catalogue.kinds)
    repeats = find_repeats(articles)
    comparisons, left = compare_counties(catalogue.kinds["county"].groups, reference.tiles)
    return Archive(
        reference.settings,
        reference.glossary,
        catalogue.kinds,
        articles,
        placements,
        repeats,
        comparisons,
        left,
        reference.tables.addresses,
        reference.raw_pages,
        reference.related,
    )


def _name_lines(article: Article, pages: RawPages) -> Article:
    """Return an article whose digest stands for its raw lines, too."""
    named = pages.name_lines(article.source) if article.digest else b""
    return replace(article, digest=digest(article.digest, named)) if named else article


def find_duplicates(sources: Sequence[Source]) -> list[ContentError]:
    """List the articles, drafts too, that claim an address or id which an earlier one has."""
    errors: list[ContentError] = []
    for label in ("slug", "id"):
        seen: dict[str, Source] = {}
        for source in sources:
            value = source.slug if label == "slug" else source.front.id
            if value is not None and seen.setdefault(value, source) is not source:
                hint = f"{label}“{value}”已被 {seen[value].path} 使用，请改成别的"
                is_written = label == "id" or source.front.slug is not None
                error = ContentError(source.path, None, hint)
                errors.append(field_error(source, (label,), hint) if is_written else error)
    return errors
