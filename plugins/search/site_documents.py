"""What the search indexes of the archive: its articles as documents, its places as aliases."""

from plugins.model.date_labels import interval_days
from plugins.model.front_matter import PARENT_KINDS
from plugins.search.corpus.documents import SearchDocument, SearchTables
from plugins.search.named_things import list_county_forms, list_things
from plugins.site.articles.article import Article
from plugins.site.groups.collection import Archive
from plugins.site.groups.groups import Group
from plugins.site.groups.placement import Placement
from plugins.subjects import SubjectTables


def make_documents(archive: Archive) -> list[SearchDocument]:
    """Return the archive's articles as documents, with full-width marks as their pages have."""
    return [_make_document(one, place) for one, place in archive.placements.items()]


def make_tables(archive: Archive, subjects: SubjectTables) -> SearchTables:
    """Return what the search knows besides the articles."""
    counties = (tuple(list_county_forms(_names(group))) for group in archive.kind["county"].groups)
    towns = (tuple(_names(group)) for group in archive.kind["town"].groups)
    aliases = (tuple(dict.fromkeys(names)) for names in (*counties, *towns))
    people = subjects.people.names
    return SearchTables(
        tuple(names for names in aliases if len(names) > 1),
        {kind: parent for kind, parent in PARENT_KINDS.items() if parent},
        list_things(archive, subjects.gazetteer),
        tuple(sorted(people.single | people.compound)),
    )


def _names(group: Group) -> tuple[str, ...]:
    return (group.name, *group.aliases)


def _make_document(article: Article, placement: Placement) -> SearchDocument:
    estimate = article.source.front.date_estimate
    years = sorted({end[:4] for end in estimate.interval.split("/")}) if estimate else []
    return SearchDocument(
        url=article.url,
        title=article.title,
        byline=" ".join(f"{role} {author.name}" for author, role in placement.authors),
        body=article.text,
        date=article.date,
        date_label=article.date_label,
        estimated_year=int(years[0]) if len(years) == 1 else None,
        estimated_days=interval_days(estimate.interval) if estimate else None,
        counties=tuple(group.name for group in placement.counties),
        topics=tuple(group.name for group in placement.topics),
        column=placement.section.name if placement.section else None,
        kind=article.kind,
        towns=tuple(group.name for group in placement.towns),
        villages=tuple(group.name for group in placement.villages),
        people=tuple(group.name for group in placement.people),
        authors=tuple(dict.fromkeys(group.name for group, _ in placement.authors)),
        withheld=tuple(sorted(article.subjects.private_names)),
    )
