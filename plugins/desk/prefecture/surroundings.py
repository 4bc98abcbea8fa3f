"""What lies around a prefecture, and what it is called: elsewhere.csv, area.csv."""

from collections.abc import Iterable, Iterator, Sequence

from plugins.desk.prefecture.divisions import Prefecture, read_divisions
from plugins.desk.prefecture.places import Row
from plugins.subjects.tables.place_endings import prefecture_stem

#: Of these the nation's list has no divisions.
_BEYOND = ("台湾", "澳门", "香港")
#: Headings of the list, not places.
_HEADINGS = ("市辖区", "县", "直辖县级行政区划")


def list_elsewhere(
    prefecture: Prefecture, kept: Iterable[str], villages: Iterable[str]
) -> list[Row]:
    """Return provinces and prefectures elsewhere, then what editors have added to them.

    `kept` are the table's names so far: those in no list of divisions stay, but for the
    prefecture's own `villages`. The province's capital is no elsewhere: reports of all of its
    prefectures speak of it.
    """
    divisions = [*read_divisions("provinces"), *read_divisions("cities")]
    names = {one.code: prefecture_stem(one.name) for one in divisions if _is_place(one.name)}
    home = prefecture.province.code
    own = {home, f"{home}01", *(one.code[:4] for one in prefecture.counties)}
    others = {name for code, name in names.items() if code not in own}
    listed = sorted(others.union(_BEYOND))
    known = {*names.values(), *_BEYOND, *villages}
    return [{"name": name} for name in (*listed, *(one for one in kept if one not in known))]


def list_area(prefecture: Prefecture) -> list[Row]:
    """Return the words for the area: its province, and what it is called itself."""
    cities = {one.code[:4] for one in prefecture.counties}
    own = [one.name for one in read_divisions("cities", cities) if _is_place(one.name)]
    names = [name for name in (*own, prefecture.name) if name]
    stems = {prefecture_stem(name) for name in names}
    words = [*_list_forms([prefecture.province.name]), *_list_forms(names)]
    return [
        {"name": word, "beside": "yes", "ties": "yes" if word in stems else ""}
        for word in dict.fromkeys(words)
    ]


def _is_place(name: str) -> bool:
    return not name.endswith(_HEADINGS)


def _list_forms(names: Sequence[str]) -> Iterator[str]:
    """Yield each name short, full, and as people shorten it: 恩施州."""
    for name in names:
        stem = prefecture_stem(name)
        yield from (stem, name)
        if name.endswith("自治州"):
            yield f"{stem}州"
