import json
from pathlib import Path

import pytest

from plugins.site.settings.tables import Tables
from tests.hostile.hostile_site import HostileSite, make_hostile_site
from tests.sites.shared import build_once


@pytest.fixture(scope="session")
def hostile_site(
    tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest, tables: Tables
) -> HostileSite:
    """Return the site of all attacks, built once."""

    def build(folder: Path) -> None:
        (folder / "site").mkdir(parents=True)
        site = make_hostile_site(folder / "site", tables)
        (folder / "refusals.json").write_text(json.dumps(site.refusals), encoding="utf-8")

    folder = build_once(tmp_path_factory, request, "hostile", build)
    refusals = json.loads((folder / "refusals.json").read_text(encoding="utf-8"))
    return HostileSite(folder / "site/content", folder / "site/output", refusals)
