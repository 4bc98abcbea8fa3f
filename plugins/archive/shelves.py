"""Shelves: pages that groups share where a kind has too many to give each a page of its own.

An archive of ten thousand articles names thousands of villages, people and authors, most of them
in an article or two. Pages for each would be the most of its files and would say the least.
"""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from plugins.archive.date_labels import UNKNOWN, interval_label
from plugins.archive.groups import Group, GroupKind, KindKey, Shelf
from plugins.archive.slugs import pinyin

#: A kind of so many groups at most gives each a page of its own.
MOST_GROUPS = 150

#: A shelf's key and name.
_Place = tuple[str, str]


class _Shelving(NamedTuple):
    """What a kind is shelved by, and how many groups, those with most articles, keep a page."""

    label: str
    find: Callable[[Group], _Place]
    own_pages: int


def shelve_groups(kinds: Mapping[str, GroupKind], most: int = MOST_GROUPS) -> None:
    """Put the groups of each kind that has more than so many on shelves, in their order."""
    for key, shelving in _SHELVINGS.items():
        kind = kinds[key]
        if len(kind.groups) > most:
            _shelve(kind, shelving)


def _shelve(kind: GroupKind, shelving: _Shelving) -> None:
    several = [group for group in kind.groups if group.count > 1]
    largest = sorted(several, key=lambda group: -group.count)[: shelving.own_pages]
    kind.shelved_by = shelving.label
    shelves: dict[str, Shelf] = {}
    for group in kind.groups:
        key, name = shelving.find(group)
        shelf = shelves.setdefault(key, Shelf(kind, key, name))
        shelf.groups.append(group)
        if group not in largest:
            group.shelf = shelf
    kind.shelves = list(shelves.values())


def _find_letter(group: Group) -> _Place:
    """Shelve a name by the first letter of its pinyin."""
    letter = pinyin(group.name)[:1]
    return (letter, letter.upper()) if letter.isalpha() else ("other", "其他")


def _find_county(group: Group) -> _Place:
    """Shelve a village by its county, or one of which that is not known by its letter."""
    place = group
    while place.parent:
        place = place.parent
    if place is not group:
        return place.key, place.name
    key, letter = _find_letter(group)
    return f"unknown-{key}", f"所属待考（{letter}）"


def _find_month(group: Group) -> _Place:
    """Shelve an issue by its month."""
    date = group.articles[0].date
    if not date:
        return "undated", UNKNOWN
    month = f"{date.year:04}-{date.month:02}"
    return month, interval_label(f"{month}/{month}")


_SHELVINGS: dict[KindKey, _Shelving] = {
    "village": _Shelving("按县区", _find_county, 50),
    "person": _Shelving("按姓名拼音首字母", _find_letter, 50),
    "author": _Shelving("按姓名拼音首字母", _find_letter, 50),
    # An issue is as large as any other.
    "issue": _Shelving("按月份", _find_month, 0),
}
