import pytest

from plugins.site.settings.tables import Tables
from tests.hostile.hostile_site import HostileSite, make_hostile_site


@pytest.fixture(scope="session")
def hostile_site(tmp_path_factory: pytest.TempPathFactory, tables: Tables) -> HostileSite:
    """Return the site of all attacks, built once."""
    return make_hostile_site(tmp_path_factory.mktemp("hostile"), tables)
