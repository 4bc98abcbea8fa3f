from pathlib import Path

import pytest

from plugins.site.settings.tables import Tables
from tests.prefecture.data import read_tables
from tests.sites.feature_site import build_feature_site
from tests.sites.small_site import SITE_URL, build_site, write_content


@pytest.fixture(scope="session")
def tables() -> Tables:
    """Return the project's own tables."""
    return read_tables()


@pytest.fixture(scope="session")
def small_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the output folder of the small site, built once."""
    folder = tmp_path_factory.mktemp("site")
    return build_site(write_content(folder), folder / "output", CANONICAL_URL=SITE_URL)


@pytest.fixture(scope="session")
def feature_site(tmp_path_factory: pytest.TempPathFactory, tables: Tables) -> Path:
    """Return the output folder of the site with what editors add, built once."""
    return build_feature_site(tmp_path_factory.mktemp("features"), tables)
