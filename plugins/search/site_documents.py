"""What the search indexes of the archive: its stories as documents, its places as aliases."""

from collections.abc import Iterator

from plugins.chinese.punctuation import widen
from plugins.model.front_matter import PARENT_KINDS
from plugins.search.corpus.documents import SearchDocument, SearchTables
from plugins.site.articles.stories import Story
from plugins.site.groups.collection import Archive
from plugins.site.groups.groups import Group

#: What ends a county's full name (汉滨区); people leave it out.
_COUNTY_ENDS = "县区市"


def make_documents(archive: Archive) -> list[SearchDocument]:
    """Return the archive's stories as documents, with full-width marks as their pages have."""
    return [_make_document(story) for story in archive.articles]


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


def _make_document(story: Story) -> SearchDocument:
    estimate = story.source.front.date_estimate
    years = sorted({end[:4] for end in estimate.interval.split("/")}) if estimate else []
    lines = [story.kicker, story.subtitle, *(widen(b.text) for b in story.source.blocks)]
    # What the page says of them: who looks for the right words finds the article too.
    lines += dict.fromkeys(misprint.note for misprint in story.misprints)
    lines += [correction.text for correction in story.corrections]
    return SearchDocument(
        url=story.url,
        title=story.title,
        byline=" ".join(f"{role} {author.name}" for author, role in story.authors),
        body="\n".join(line for line in lines if line),
        date=story.date,
        date_label=story.date_label,
        estimated_year=int(years[0]) if len(years) == 1 else None,
        counties=tuple(group.name for group in story.counties),
        topics=tuple(group.name for group in story.topics),
        column=story.column.name if story.column else None,
        kind=story.kind,
        towns=tuple(group.name for group in story.towns),
        people=tuple(group.name for group in story.people),
        withheld=tuple(sorted(story.subjects.private_names)),
    )
