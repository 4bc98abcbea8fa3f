import pytest

from plugins.site.settings.tables import Tables, load_tables
from tests.hostile.hostile_site import HostileSite, make_hostile_site
from tests.structure.sources import ROOT


@pytest.fixture(scope="session")
def tables() -> Tables:
    """Return the project's own tables."""
    return load_tables(ROOT / "content" / "data")


@pytest.fixture(scope="session")
def hostile_site(tmp_path_factory: pytest.TempPathFactory, tables: Tables) -> HostileSite:
    """Return the site of all attacks, built once."""
    return make_hostile_site(tmp_path_factory.mktemp("hostile"), tables)
