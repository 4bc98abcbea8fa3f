"""Rows of the tables of places, as the nation's list gives them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from plugins.chinese.expressions import compile_late
from plugins.chinese.pinyin import pinyin
from plugins.desk.prefecture.divisions import Division, Prefecture, read_divisions
from plugins.desk.prefecture.village_names import NO_VILLAGE, name_villages
from plugins.subjects.tables.place_endings import county_stem, town_stem

Row = dict[str, str]
_TOWN = compile_late(r"(?:街道|镇|乡|苏木)$")
_NATIONAL_TOWN = compile_late(r"族(?:乡|镇)$")
#: Characters as names of places read them, where other words read them otherwise: 长阳, 宜都, 佛坪.
_READINGS = str.maketrans("长都佛曾卡", "常督仏增咔")
#: What is no town, but has a name and an administration of its own that reports speak of.
_ZONE = compile_late(r"(?:开发区|园区|示范区|试验区|管理区|新区|风景区|景区|旅游区|合作区|保税区)$")


class Places(NamedTuple):
    """The rows of the tables by their file names, and names that have found no place in them."""

    tables: Mapping[str, list[Row]]
    left: list[str]


def list_places(prefecture: Prefecture) -> Places:
    """Return the rows for a prefecture's counties, towns, zones and villages."""
    streets = list(read_divisions("streets"))
    own = [one for one in streets if one.code.startswith(prefecture.codes)]
    others = {one.name for one in streets if not one.code.startswith(prefecture.codes)}
    counties = {one.code: one.name for one in prefecture.counties}
    towns = [one for one in own if one.code[:6] in counties and _TOWN.search(one.name)]
    no_towns = [one for one in own if one not in towns]
    zones = [*prefecture.zones, *(one for one in no_towns if _ZONE.search(one.name))]
    villages, unnamed = _list_villages(towns, counties)
    tables = {
        "counties.csv": list(_list_counties(prefecture, others)),
        "towns.csv": list(_list_towns(towns, counties, others)),
        "zones.csv": list(_list_zones(zones, counties)),
        "villages.csv": villages,
    }
    left = [one.name for one in no_towns if one not in zones]
    return Places(tables, [*left, *unnamed])


def _list_counties(prefecture: Prefecture, towns: Iterable[str]) -> Iterator[Row]:
    """Yield counties; a short name is shared that a county or town elsewhere has too."""
    others = (one for one in read_divisions("areas") if one.code not in prefecture.codes)
    elsewhere = {county_stem(one.name) for one in others} | {town_stem(name) for name in towns}
    taken: set[str] = set()
    for county in prefecture.counties:
        stem = county_stem(county.name)
        slug = _choose_slug((stem, county.name), taken)
        yield {"name": county.name, "slug": slug, "shared": "yes" if stem in elsewhere else ""}


def _list_towns(
    towns: Iterable[Division], counties: Mapping[str, str], others: set[str]
) -> Iterator[Row]:
    """Yield towns; 于家务回族乡 is also called 于家务乡."""
    taken: dict[str, set[str]] = {}
    for code, name in towns:
        stem = town_stem(name)
        is_national = bool(_NATIONAL_TOWN.search(name)) and stem != name
        yield {
            "name": name,
            "slug": _choose_slug((stem, name), taken.setdefault(code[:6], set())),
            "county": counties[code[:6]],
            "aliases": stem + name[-1] if is_national else "",
            "shared": "yes" if name in others else "",
        }


def _list_zones(zones: Iterable[Division], counties: Mapping[str, str]) -> Iterator[Row]:
    taken: set[str] = set()
    for code, name in dict.fromkeys(zones):
        slug = _choose_slug((name,), taken)
        yield {"name": name, "slug": slug, "county": counties.get(code[:6], "")}


def _list_villages(
    towns: Sequence[Division], counties: Mapping[str, str]
) -> tuple[list[Row], list[str]]:
    """Return the villages of the towns, and the committees that name none."""
    names = dict(towns)
    committees = list(read_divisions("villages", counties))
    rows: dict[tuple[str, str, str], None] = {}
    left: list[str] = []
    for code, county in counties.items():
        own = [one for one in committees if one.code.startswith(code) and one.code[:9] in names]
        for one, name in zip(own, name_villages([one.name for one in own]), strict=True):
            if name:
                rows[name, names[one.code[:9]], county] = None
            elif not NO_VILLAGE.search(one.name):
                left.append(one.name)
    return [dict(zip(("name", "town", "county"), row, strict=True)) for row in rows], left


def _choose_slug(names: Sequence[str], taken: set[str]) -> str:
    """Return the first name's pinyin that no other has, else the last one's with a number."""
    plain = [_read(name) for name in names]
    numbered = (f"{plain[-1]}-{number}" for number in range(2, len(taken) + 3))
    slug = next(one for one in (*plain, *numbered) if one not in taken)
    taken.add(slug)
    return slug


def _read(name: str) -> str:
    return pinyin(name.translate(_READINGS)).replace("-", "").replace("lve", "lue")
