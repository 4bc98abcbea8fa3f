"""What becomes of a content folder when its archive is of a prefecture, before anything is done."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from plugins.content.records import read_text
from plugins.content.sources import list_files
from plugins.content.tables import format_cells, read_cells, read_header
from plugins.desk.prefecture.divisions import Prefecture
from plugins.desk.prefecture.places import Row, list_places
from plugins.desk.prefecture.statements import (
    Names,
    list_newspapers,
    list_sources,
    write_english,
    write_settings,
)
from plugins.desk.prefecture.surroundings import list_area, list_elsewhere
from plugins.desk.prefecture.tiles import arrange_tiles
from plugins.site.settings.site_settings import load_site

#: What tells two rows of a table apart.
_KEYS = {"villages.csv": ("name", "town", "county"), "towns.csv": ("name", "county")}
#: Counties of one name are one where so much of their towns is: of the nation's 28 names that
#: several counties have, no two share more than a seventh.
_SAME = 0.25
#: What is on record of the articles, and goes with them.
_RECORDS = ("addresses.csv", "masks.csv")
_EMPTIED = ("articles", "raw")
_ENGLISH = Path("pages") / "english.md"


@dataclass(frozen=True)
class Plan:
    """The files to be written and removed; names without a place; rows that the list lacks.

    `joining` are counties added to an archive that others of their prefecture are in already.
    """

    files: list[tuple[Path, str]]
    removed: list[Path]
    left: list[str]
    unknown: list[str]
    joining: tuple[str, ...] = ()


def plan_archive(content: Path, prefecture: Prefecture, names: Names) -> Plan:
    """Plan an empty archive of a prefecture in a content folder.

    Where its tables have a county of that prefecture already, nothing is emptied, and only what
    they lack is added to them: the rows that are there have what editors know, and stay as they
    are. Raises RefusalError.
    """
    data, places = content / "data", list_places(prefecture)
    before = {name: read_table(data / name) for name in places.tables}
    if share_county(before, places.tables):
        return _plan_additions(data, before, places.tables, places.left)
    tables = {
        **places.tables,
        "elsewhere.csv": _list_elsewhere(data, prefecture, places.tables["villages.csv"]),
        "area.csv": list_area(prefecture),
        "county-tiles.csv": [
            {"county": name, "row": str(row), "column": str(column)}
            for name, (row, column) in arrange_tiles(prefecture.counties).items()
        ],
        "newspapers.csv": _list_newspapers(data, names),
        **{name: [] for name in _RECORDS},
    }
    tables["sources.csv"] = list(list_sources(read_table(data / "sources.csv"), tables))
    files = [(data / name, _format(data / name, rows)) for name, rows in tables.items()]
    settings = write_settings(read_text(data / "site.yaml"), prefecture, names)
    files.append((data / "site.yaml", settings))
    if (content / _ENGLISH).is_file():
        english = write_english(read_text(content / _ENGLISH), prefecture)
        files.append((content / _ENGLISH, english))
    # Git keeps no empty folder.
    files += [(content / folder / ".gitkeep", "") for folder in _EMPTIED]
    return Plan(files, list_files(content, _EMPTIED), places.left, [])


def share_county(before: Mapping[str, list[Row]], listed: Mapping[str, list[Row]]) -> bool:
    """Whether tables and list have a county in common: many cities have a 鼓楼区 of their own."""
    common = _list_today(before["counties.csv"]) & _list_today(listed["counties.csv"])
    return any(
        _is_same(*(_list_towns(tables, name) for tables in (before, listed))) for name in common
    )


def _is_same(known: set[str], given: set[str]) -> bool:
    return len(known & given) >= _SAME * len(known)


def _list_towns(tables: Mapping[str, list[Row]], county: str) -> set[str]:
    return _list_today(row for row in tables["towns.csv"] if row["county"] == county)


def _list_today(rows: Iterable[Row]) -> set[str]:
    return {row["name"] for row in rows if not row.get("successor")}


def read_table(path: Path) -> list[Row]:
    """Read a table as its cells. Raises ContentError."""
    return [row for _, row in read_cells(path)]


def _list_elsewhere(data: Path, prefecture: Prefecture, villages: Iterable[Row]) -> list[Row]:
    kept = (row["name"] for row in read_table(data / "elsewhere.csv"))
    return list_elsewhere(prefecture, kept, (row["name"] for row in villages))


def _list_newspapers(data: Path, names: Names) -> list[Row]:
    own = load_site(data / "site.yaml", "").newspapers
    return list(list_newspapers(read_table(data / "newspapers.csv"), names, own))


def _plan_additions(
    data: Path, before: Mapping[str, list[Row]], listed: Mapping[str, list[Row]], left: list[str]
) -> Plan:
    """Plan to add what the tables lack; what stands in them is told where the list has it not."""
    files, unknown = [], []
    for name, rows in before.items():
        known, given = _key(name, rows), _key(name, listed[name])
        added = [given[key] for key in given if key not in known]
        files += [(data / name, _format(data / name, [*rows, *added]))] if added else []
        if name != "zones.csv":
            old = (row for key, row in known.items() if key not in given)
            unknown += [row["name"] for row in old if not row.get("successor")]
    joining = _list_today(listed["counties.csv"]) - {row["name"] for row in before["counties.csv"]}
    return Plan(files, [], left, unknown, tuple(sorted(joining)))


def _key(table: str, rows: Sequence[Row]) -> dict[tuple[str, ...], Row]:
    columns = _KEYS.get(table, ("name",))
    return {tuple(row[column] for column in columns): row for row in rows}


def _format(path: Path, rows: Iterable[Row]) -> str:
    """Return a table's text under the header that it has."""
    return format_cells(read_header(path), rows)
