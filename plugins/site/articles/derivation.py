"""What an article's text says of the fields that are left out: one way for all who ask.

The conversion writes it into new files, an editor into their own, and the site shows it.
"""

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from plugins.figures import Place, extract_figures
from plugins.model import Block, Figure, FrontMatter, Person
from plugins.site.settings.tables import Tables
from plugins.subjects import Subjects, SubjectTables, find_subjects

#: The fields that name what an article is about.
NAMED = ("counties", "towns", "villages", "topics", "people")


@dataclass(frozen=True)
class Derivation:
    """What a text is about, and by it the values of the fields that were null."""

    subjects: Subjects
    fields: Mapping[str, object]


def derive_fields(front: FrontMatter, blocks: Sequence[Block], tables: Tables) -> Derivation:
    """Derive what an article's fields leave to its text. Raises TooManyFiguresError."""
    found = find_article_subjects(front, blocks, tables.subjects)
    fields: dict[str, object] = {
        name: getattr(found, name) for name in NAMED if getattr(front, name) is None
    }
    if front.figures is None:
        counties = found.counties if front.counties is None else front.counties
        towns = (*found.towns, *found.zones) if front.towns is None else front.towns
        fields["figures"] = derive_figures(blocks, counties, towns, front.date, tables)
    return Derivation(found, fields)


def find_article_subjects(
    front: FrontMatter, blocks: Sequence[Block], tables: SubjectTables
) -> Subjects:
    """Return what the text of an article with these fields is about."""
    authors = [author.name for author in front.authors]
    return find_subjects(
        front.title, front.subtitle, blocks, tables, authors=authors, date=front.date
    )


def list_unshared(people: Iterable[Person], found: Subjects) -> frozenset[str]:
    """Return the private people's names and all that may be one, but for those known as public."""
    roles = [(person.name, person.public) for person in people]
    public = {name for name, is_public in roles if is_public}
    private = {name for name, is_public in roles if not is_public}
    return frozenset(private.union(name for name in found.unshared_names if name not in public))


def derive_figures(
    blocks: Sequence[Block],
    counties: Iterable[str],
    towns: Iterable[str],
    date: datetime.date | None,
    tables: Tables,
) -> tuple[Figure, ...]:
    """Return the figures that an article's text holds; its own county comes first in `counties`.

    Raises TooManyFiguresError.
    """
    places = _list_places(counties, towns, tables.subjects)
    return extract_figures(blocks, places, date, tables.figures)


def _list_places(
    counties: Iterable[str], towns: Iterable[str], tables: SubjectTables
) -> list[Place]:
    """Return the article's places with every form that text may use for them."""
    named = list(counties)
    places = []
    for name in named:
        county = tables.county(name)
        places.append(Place(name, "县区", county.printed_forms() if county else ()))
    for name in towns:
        town = tables.town(name, named) or tables.zone(name)
        places.append(Place(name, "镇", town.printed_forms() if town else ()))
    return places
