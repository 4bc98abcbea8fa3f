"""What the search indexes of the archive: its articles as documents, its places as aliases."""

from collections.abc import Iterator

from plugins.chinese.punctuation import widen
from plugins.model.front_matter import PARENT_KINDS
from plugins.search.corpus.documents import SearchDocument, SearchTables
from plugins.site.articles.article import Article
from plugins.site.groups.collection import Archive
from plugins.site.groups.groups import Group
from plugins.site.groups.placement import Placement

#: What ends a county's full name (汉滨区); people leave it out.
_COUNTY_ENDS = "县区市"


def make_documents(archive: Archive) -> list[SearchDocument]:
    """Return the archive's articles as documents, with full-width marks as their pages have."""
    return [_make_document(one, place) for one, place in archive.placements.items()]


def make_tables(archive: Archive) -> SearchTables:
    """Return the names that mean the same, and the kinds that belong to others."""
    groups = (group for key in ("county", "town") for group in archive.kind[key].groups)
    aliases = (tuple(dict.fromkeys(_names(group))) for group in groups)
    parents = {kind: parent for kind, parent in PARENT_KINDS.items() if parent}
    return SearchTables(tuple(names for names in aliases if len(names) > 1), parents)


def _names(group: Group) -> Iterator[str]:
    for name in (group.name, *group.aliases):
        yield name
        if group.kind.key == "county" and len(name) > 2 and name[-1] in _COUNTY_ENDS:
            yield name[:-1]


def _make_document(article: Article, placement: Placement) -> SearchDocument:
    estimate = article.source.front.date_estimate
    years = sorted({end[:4] for end in estimate.interval.split("/")}) if estimate else []
    lines = [article.kicker, article.subtitle, *(widen(b.text) for b in article.source.blocks)]
    # What the page says of them: who looks for the right words finds the article too.
    lines += dict.fromkeys(misprint.note for misprint in article.misprints)
    lines += [correction.text for correction in article.corrections]
    return SearchDocument(
        url=article.url,
        title=article.title,
        byline=" ".join(f"{role} {author.name}" for author, role in placement.authors),
        body="\n".join(line for line in lines if line),
        date=article.date,
        date_label=article.date_label,
        estimated_year=int(years[0]) if len(years) == 1 else None,
        counties=tuple(group.name for group in placement.counties),
        topics=tuple(group.name for group in placement.topics),
        column=placement.section.name if placement.section else None,
        kind=article.kind,
        towns=tuple(group.name for group in placement.towns),
        people=tuple(group.name for group in placement.people),
        withheld=tuple(sorted(article.subjects.private_names)),
    )
