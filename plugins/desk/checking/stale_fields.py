"""Names that an article's fields still have and its text no longer, after an editor's cut."""

from collections.abc import Iterator

from plugins.content.sources import Source
from plugins.desk.checking.findings import Finding
from plugins.privacy.masks import list_parts_of
from plugins.site.articles.derivation import find_article_subjects
from plugins.subjects import SubjectTables


def find_stale(source: Source, tables: SubjectTables) -> Iterator[Finding]:
    """Yield one warning with the towns, villages and people that the text does not name."""
    front, forms = source.front, tables.gazetteer.forms
    listed = {
        # Of one that no table has the build says so.
        "towns": [n for n in front.towns or () if n in forms or tables.town(n)],
        "villages": front.villages or (),
        "people": tuple(person.name for person in front.people or ()),
    }
    text = "".join(list_parts_of(source).values())
    unwritten = {field: [n for n in names if n not in text] for field, names in listed.items()}
    if not any(unwritten.values()):
        return
    # A town may be written by its short form, or by a former name.
    found = find_article_subjects(front, source.blocks, tables)
    known = (*found.towns, *found.zones, *found.villages, *(p.name for p in found.people))
    stale = [
        f"{'、'.join(names)}（{field}）"
        for field, all_names in unwritten.items()
        if (names := [name for name in all_names if not name.endswith(known)])
    ]
    if stale:
        words = f"正文里没有{'、'.join(stale)}；是改动正文以后留下的，请删去"
        yield Finding(source.path, 0, "警告", words)
