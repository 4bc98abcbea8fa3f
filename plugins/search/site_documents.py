"""What the search indexes of the archive: its articles as documents, its places as aliases."""

from collections.abc import Iterable

from plugins.model.date_labels import interval_days
from plugins.model.front_matter import PARENT_KINDS, Author, Person
from plugins.search.corpus.documents import SearchDocument, SearchTables
from plugins.search.named_things import list_county_forms, list_things
from plugins.site.articles.article import Article
from plugins.site.groups.collection import Archive
from plugins.site.groups.groups import Group
from plugins.subjects import County, SubjectTables, Town, Village, Zone
from plugins.subjects.tables.gazetteer import Gazetteer


def make_documents(articles: Iterable[Article], gazetteer: Gazetteer) -> list[SearchDocument]:
    """Return articles as documents, with full-width marks as their pages have.

    What groups they stand in they say themselves: the index begins before there are any.
    """
    return [_make_document(article, gazetteer) for article in articles]


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


def _name_once(
    named: Iterable[County | Town | Zone | Village | Person | Author],
) -> tuple[str, ...]:
    """Return the names: of a place told by its former name, too, or an author of two roles, one."""
    return tuple(dict.fromkeys(one.name for one in named))


def _make_document(article: Article, gazetteer: Gazetteer) -> SearchDocument:
    front, subjects = article.source.front, article.subjects
    estimate = front.date_estimate
    years = sorted({end[:4] for end in estimate.interval.split("/")}) if estimate else []
    return SearchDocument(
        url=article.url,
        title=article.title,
        byline=" ".join(f"{author.role} {author.name}" for author in front.authors),
        body=article.text,
        date=article.date,
        date_label=article.date_label,
        estimated_year=int(years[0]) if len(years) == 1 else None,
        estimated_days=interval_days(estimate.interval) if estimate else None,
        counties=_name_once(map(gazetteer.today, subjects.counties)),
        topics=tuple(topic.name for topic in subjects.topics),
        column=front.column or None,
        kind=article.kind,
        towns=_name_once(map(gazetteer.today, subjects.towns)),
        villages=_name_once(subjects.villages),
        people=_name_once(person for person in subjects.people if person.public),
        authors=_name_once(front.authors),
        withheld=tuple(sorted(subjects.private_names)),
    )
