from pathlib import Path

import pytest

from plugins.site.settings.tables import Tables
from tests.prefecture.data import read_tables
from tests.sites.feature_site import build_feature_site
from tests.sites.shared import build_once
from tests.sites.small_site import SITE_URL, build_site, write_content


@pytest.fixture(scope="session")
def tables() -> Tables:
    """Return the tables of the tests' own prefecture."""
    return read_tables()


@pytest.fixture(scope="session")
def small_site(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Path:
    """Return the output folder of the small site, built once."""

    def build(folder: Path) -> None:
        build_site(write_content(folder), folder / "output", CANONICAL_URL=SITE_URL)

    return build_once(tmp_path_factory, request, "small-site", build) / "output"


@pytest.fixture(scope="session")
def feature_site(
    tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest, tables: Tables
) -> Path:
    """Return the output folder of the site with what editors add, built once."""

    def build(folder: Path) -> None:
        build_feature_site(folder, tables)

    return build_once(tmp_path_factory, request, "feature-site", build) / "output"
