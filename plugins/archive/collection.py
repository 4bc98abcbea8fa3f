"""The whole archive: all stories, all ways to browse them, and what the site says of itself."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from plugins.archive.catalogue import Catalogue
from plugins.archive.comparisons import Comparison, Tile, compare_counties
from plugins.archive.content_error import ArticleError, ContentError
from plugins.archive.glossary import Glossary
from plugins.archive.groups import GroupKind
from plugins.archive.issues import story_order
from plugins.archive.raw_lines import RawPages, raw_blocks
from plugins.archive.reference import Tables
from plugins.archive.relations import relate_stories
from plugins.archive.shown_figures import ShownFigure
from plugins.archive.site_settings import SiteSettings
from plugins.archive.sources import Source
from plugins.archive.stories import Story, tell_story


@dataclass(frozen=True, eq=False)
class Archive:
    """What every template sees as `archive`."""

    settings: SiteSettings
    glossary: Glossary
    kind: dict[str, GroupKind]
    articles: list[Story]
    comparisons: list[Comparison]

    @property
    def figures(self) -> list[ShownFigure]:
        """Every major figure that may stand outside its article, in the articles' order."""
        shown = (figure for story in self.articles for figure in story.figures)
        return [figure for figure in shown if figure.is_major and figure.is_public]

    @property
    def kinds(self) -> list[GroupKind]:
        """The kinds of groups in the order of navigation."""
        return list(self.kind.values())

    @property
    def count(self) -> int:
        """The number of articles."""
        return len(self.articles)


@dataclass(frozen=True)
class Reference:
    """What articles are read against: tables, terms, raw pages, and the site's address or ""."""

    settings: SiteSettings
    tables: Tables
    glossary: Glossary
    raw_pages: RawPages
    tiles: Mapping[str, Tile]
    site_url: str


def build_archive(sources: Iterable[Source], reference: Reference) -> Archive:
    """Build the archive of published sources; drafts are left out.

    Raises a group of ArticleErrors for all articles that claim another's address or id or name
    unknown subjects, and ContentError where two groups claim one address.
    """
    ordered = sorted(sources, key=story_order)
    stories, errors = tell_stories(ordered, reference)
    if errors := [*find_duplicates(ordered), *errors]:
        raise ExceptionGroup("articles that cannot be used", errors)
    return assemble(stories, reference)


def assemble(stories: list[Story], reference: Reference) -> Archive:
    """Put stories, in the archive's order, into their groups. Raises ContentError."""
    catalogue = Catalogue(reference.tables.subjects)
    catalogue.add_all_counties()
    for story in stories:
        story.raw_lines = raw_blocks(story.source, reference.raw_pages)
        catalogue.place(story)
    catalogue.finish(feed_kinds=("county",))
    relate_stories(stories)
    comparisons = compare_counties(catalogue.kinds["county"].groups, reference.tiles)
    return Archive(reference.settings, reference.glossary, catalogue.kinds, stories, comparisons)


def tell_stories(
    sources: Iterable[Source], reference: Reference
) -> tuple[list[Story], list[ContentError]]:
    """Make the stories of the published sources, and list what is wrong with the others."""
    stories: list[Story] = []
    errors: list[ContentError] = []
    for source in sources:
        if source.front.status != "published":
            continue
        try:
            stories.append(
                tell_story(source, reference.tables, reference.glossary, reference.site_url)
            )
        except ArticleError as error:
            errors += error.list_all()
    return stories, errors


def find_duplicates(sources: Sequence[Source]) -> list[ContentError]:
    """List the articles, drafts too, that claim an address or id which an earlier one has."""
    errors: list[ContentError] = []
    for label in ("slug", "id"):
        seen: dict[str, Source] = {}
        for source in sources:
            value = source.slug if label == "slug" else source.front.id
            if value is not None and seen.setdefault(value, source) is not source:
                hint = f"{label}“{value}”已被 {seen[value].path} 使用，请改成别的"
                errors.append(ArticleError(source.path, None, hint))
    return errors
