"""Shelves: pages that groups share where a kind has too many to give each a page of its own.

An archive of ten thousand articles names thousands of villages, people and authors, most of them
in an article or two. Pages for each would be the most of its files and would say the least.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from plugins.chinese.pinyin import read_name
from plugins.model.date_labels import UNKNOWN, interval_label
from plugins.site.groups.groups import Group, GroupKind, KindKey, Shelf

#: A kind of so many groups at most gives each a page of its own.
MOST_GROUPS = 150
#: Of more, only those with more articles than this: a shelf lists all that its groups have.
MOST_SHELVED = 20
#: So many articles on one shelf, and it goes on on a second one.
MOST_LISTED = 140


class _Place(NamedTuple):
    """A shelf's key and name, and what the shelves of a kind are sorted by."""

    key: str
    name: str
    rank: tuple[int | str, ...]


class _Shelving(NamedTuple):
    """What a kind is shelved by, what its groups are counted in, and where each stands."""

    label: str
    unit: str
    find: Callable[[Group], _Place]


def shelve_groups(kinds: Mapping[KindKey, GroupKind]) -> None:
    """Put the groups of each kind that has many on shelves, in their order."""
    for key, shelving in _SHELVINGS.items():
        kind = kinds[key]
        if len(kind.groups) > MOST_GROUPS:
            _shelve(kind, shelving)


def _shelve(kind: GroupKind, shelving: _Shelving) -> None:
    kind.shelved_by, kind.unit = shelving.label, shelving.unit
    places: dict[_Place, list[Group]] = {}
    for group in kind.groups:
        places.setdefault(shelving.find(group), []).append(group)
    for place in sorted(places, key=lambda place: place.rank):
        kind.shelves += _fill_shelves(kind, place, places[place])


def _fill_shelves(kind: GroupKind, place: _Place, groups: Iterable[Group]) -> list[Shelf]:
    """Put the groups of one place on as many shelves as they need."""
    shelves = [Shelf(kind, place.key, place.name)]
    listed = 0
    for group in groups:
        own = group.count if group.count <= MOST_SHELVED else 1
        if listed + own > MOST_LISTED:
            number, listed = len(shelves) + 1, 0
            shelves.append(Shelf(kind, f"{place.key}-{number}", f"{place.name}（{number}）"))
        listed += own
        shelves[-1].groups.append(group)
        if group.count <= MOST_SHELVED:
            group.shelf = shelves[-1]
    return shelves


def _find_letter(group: Group) -> _Place:
    """Shelve a name by the first letter of its pinyin."""
    letter = read_name(group.name)[:1]
    if letter.isalpha():
        return _Place(letter, letter.upper(), (0, letter))
    return _Place("other", "其他", (1,))


def _find_county(group: Group) -> _Place:
    """Shelve a village by its county, or one of which that is not known by its letter."""
    place = group
    while place.parent:
        place = place.parent
    if place is not group:
        return _Place(place.key, place.name, (0, *place.rank))
    letter = _find_letter(group)
    name = f"所属待考（{letter.name}）"
    return _Place(f"unknown-{letter.key}", name, (1, *letter.rank))


def _find_month(group: Group) -> _Place:
    """Shelve an issue by its month, the newest first."""
    date = group.articles[0].date
    if not date:
        return _Place("undated", UNKNOWN, (1,))
    month = f"{date.year:04}-{date.month:02}"
    return _Place(month, interval_label(f"{month}/{month}"), (0, -date.year, -date.month))


_SHELVINGS: dict[KindKey, _Shelving] = {
    "village": _Shelving("按县区", "个村", _find_county),
    "person": _Shelving("按姓名拼音首字母", "人", _find_letter),
    "author": _Shelving("按姓名拼音首字母", "人", _find_letter),
    "issue": _Shelving("按月份", "个版面", _find_month),
}
