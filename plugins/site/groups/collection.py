"""The whole archive: all stories, all ways to browse them, and what the site says of itself."""

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, partial

from plugins.content.content_error import ArticleError, ContentError
from plugins.content.sources import Source
from plugins.model import FrontMatter
from plugins.model.date_labels import date_label
from plugins.site.articles.issues import story_order
from plugins.site.articles.raw_lines import raw_blocks
from plugins.site.articles.reference import Reference
from plugins.site.articles.shown_figures import ShownFigure
from plugins.site.articles.stories import Story
from plugins.site.articles.storytelling import tell_story
from plugins.site.display.corrections import ShownCorrection
from plugins.site.groups.catalogue import Catalogue
from plugins.site.groups.comparisons import Comparison, compare_counties
from plugins.site.groups.groups import GroupKind
from plugins.site.groups.relations import relate_stories
from plugins.site.groups.shelves import shelve_groups
from plugins.site.settings.addresses import Addresses
from plugins.site.settings.glossary import Glossary
from plugins.site.settings.site_settings import SiteSettings
from plugins.system.processes import count_processes, share_work


@dataclass(frozen=True, eq=False)
class Archive:
    """What every template sees as `archive`."""

    settings: SiteSettings
    glossary: Glossary
    kind: dict[str, GroupKind]
    articles: list[Story]
    comparisons: list[Comparison]
    #: How many more comparisons there are, for which there was no room.
    comparisons_left: int
    addresses: Addresses

    @property
    def figures(self) -> list[ShownFigure]:
        """Every major figure that may stand outside its article, in the articles' order."""
        shown = (figure for story in self.articles for figure in story.figures)
        return [figure for figure in shown if figure.is_major and figure.is_public]

    # Every page's foot asks for these.
    @cached_property
    def waiting(self) -> list[Story]:
        """The articles that only a preview shows."""
        return [story for story in self.articles if story.waits]

    @cached_property
    def corrections(self) -> list[ShownCorrection]:
        """The corrections of all articles, the newest first."""
        all_of_them = (one for story in self.articles for one in story.corrections)
        return sorted(all_of_them, key=lambda one: one.date, reverse=True)

    @property
    def kinds(self) -> list[GroupKind]:
        """The kinds of groups in the order of navigation."""
        return list(self.kind.values())

    @property
    def count(self) -> int:
        """The number of articles."""
        return len(self.articles)


def build_archive(sources: Iterable[Source], reference: Reference) -> Archive:
    """Build the archive of the sources that the site shows.

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
    shelve_groups(catalogue.kinds)
    relate_stories(stories)
    comparisons, left = compare_counties(catalogue.kinds["county"].groups, reference.tiles)
    return Archive(
        reference.settings,
        reference.glossary,
        catalogue.kinds,
        stories,
        comparisons,
        left,
        reference.tables.addresses,
    )


def tell_stories(
    sources: Iterable[Source], reference: Reference
) -> tuple[list[Story], list[ContentError]]:
    """Make the stories that the site shows, and list what is wrong with published sources.

    One that waits for its day is judged now, and not when that day's build stops at it.
    """
    read = [s for s in sources if s.front.status != "draft" or reference.is_preview]
    told = share_work(partial(_tell, reference=reference), read, count_processes(len(read)))
    errors = [error for one in told if isinstance(one, ContentError) for error in one.list_all()]
    stories = [one for one in told if isinstance(one, Story)]
    return [story for story in stories if reference.shows(story.source.front)], errors


def _tell(source: Source, reference: Reference) -> Story | ContentError:
    try:
        story = tell_story(source, reference)
    except ContentError as error:
        return error
    story.waits = _say_waiting(source.front, reference.day)
    return story


def _say_waiting(front: FrontMatter, day: datetime.date) -> str:
    if front.is_out(day):
        return ""
    return "草稿" if front.status == "draft" else f"{date_label(front.publish_on, None)}发布"


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
