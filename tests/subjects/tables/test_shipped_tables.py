"""The tables of content/data are sound, whatever prefecture they are of."""

import pytest

from plugins.site.settings.county_tiles import read_tiles
from plugins.site.settings.table_faults import find_faults
from plugins.site.settings.tables import Tables, load_tables
from tests.prefecture.data import SHIPPED, compare_sources


@pytest.fixture(scope="module")
def shipped() -> Tables:
    """Return the tables as they are."""
    return load_tables(SHIPPED)


def test_nothing_is_wrong_with_any() -> None:
    """The check has nothing to tell of any table."""
    assert find_faults(SHIPPED) == []


def test_every_table_names_its_source() -> None:
    """Each table is named in sources.csv, and none that is not there."""
    assert compare_sources(SHIPPED) == set()


def test_every_name_leads_to_a_place_of_today(shipped: Tables) -> None:
    """A former name's successors end at a name in use, and every town is of a county in use."""
    places = shipped.subjects.gazetteer
    counties = {county.name for county in places.counties if not county.is_former}
    assert counties
    assert all(not places.today(place).is_former for place in (*places.counties, *places.towns))
    assert {town.county for town in places.towns} <= counties


def test_no_place_is_both_here_and_elsewhere(shipped: Tables) -> None:
    """What ties a story to the area is no place of elsewhere, nor is a county of the area."""
    places = shipped.subjects.gazetteer
    here = {name for county in places.counties for name in (county.name, county.stem)}
    assert (here | places.area) & places.elsewhere == set()


def test_every_county_has_a_tile() -> None:
    """Each county of today has one tile of the comparison, and no two are in one place."""
    tiles = read_tiles(SHIPPED / "county-tiles.csv")
    today = load_tables(SHIPPED).subjects.gazetteer.counties
    assert set(tiles) == {county.name for county in today if not county.is_former}
    assert len({(tile.row, tile.column) for tile in tiles.values()}) == len(tiles)


def test_topics_are_explained(shipped: Tables) -> None:
    """Every topic has a short explanation, in today's words."""
    topics = shipped.subjects.topics
    assert topics
    assert all(10 <= len(topic.explanation) <= 60 for topic in topics)
    assert [topic.name for topic in topics if "贫困户" in topic.explanation] == []
