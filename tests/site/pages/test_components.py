"""Everything of others that the site is made of is named on a page, with its licence."""

import json
import re
from pathlib import Path

import pytest

from plugins.site.pages.components import (
    FOLDER,
    list_builders,
    list_bundled,
    list_locked_python,
    list_npm,
    list_python,
)
from plugins.site.pages.licence_lock import find_licence
from tests.site.pages.test_pages import soup
from tests.structure.sources import ROOT

CMS = ROOT / "node_modules/@sveltia/cms/npm"
#: An SPDX expression, as far as ours go; nothing that leaves the licence open.
SPDX = re.compile(
    r"[\w.-]*\d[\w.-]*( AND [\w.-]+)*|MIT|ISC|WTFPL|MIT-CMU|LicenseRef-[\w-]+( AND .+)?"
)
EMBEDDED = re.compile(r"node_modules/\.pnpm/([^/]+)/node_modules/((?:@[^/]+/)?[^/]+)")


def test_every_locked_package_is_listed_with_its_licence() -> None:
    """Each Python and npm package of the locks, test tools aside, stands in a list once."""
    listed = [(row.name, row.version) for row in (*list_bundled("search"), *list_bundled("editor"))]
    listed += [(one.name, one.version) for one in list_builders()]
    lock = json.loads((ROOT / "package-lock.json").read_text("utf-8"))["packages"]
    wanted = set(list_locked_python()) | {
        (path.rpartition("node_modules/")[2], package["version"])
        for path, package in lock.items()
        if path and not package.get("dev") and "node_modules/@esbuild/" not in path
    }
    assert len(wanted) > 60
    assert wanted <= set(listed)
    assert len(set(listed)) == len(listed)


def test_no_licence_is_unknown() -> None:
    """Every licence has its SPDX name."""
    rows = [*list_builders(), *list_bundled("search"), *list_bundled("editor")]
    assert {row.name: row.licence for row in rows if not SPDX.fullmatch(row.licence)} == {}


def test_python_licences_are_what_packages_state() -> None:
    """Where an installed package names its licence exactly, the table says the same."""
    stated = {one.name: (one.licence, find_licence(one.name)) for one in list_python()}
    assert len([one for one in stated.values() if one[1]]) > 25
    assert {name: both for name, both in stated.items() if both[1] and both[0] != both[1]} == {}


def test_bundled_packages_are_those_of_the_lock() -> None:
    """What browsers get of npm's packages has the version and licence of the lock."""
    locked = {one.name: (one.version, one.licence) for one in list_npm()}
    rows = {row.name: row for part in ("search", "editor") for row in list_bundled(part)}
    assert {"lunr", "@sveltia/cms", "immutable", "yaml"} <= rows.keys()
    for name in ("lunr", "@sveltia/cms", "immutable", "yaml"):
        assert (rows[name].version, rows[name].licence) == locked[name]
        assert rows[name].copyright in read_notice(ROOT / "node_modules" / name)


def read_notice(package: Path) -> str:
    """Read a package's own licence file."""
    return next(package.glob("LICENSE*")).read_text("utf-8")


def test_what_the_editor_brings_along_is_listed() -> None:
    """The packages inside Sveltia CMS, by its source maps, stand in the table, with its fonts."""
    inside = set()
    for name in ("index.js", "chunks/react-B5rWoXIC.js"):
        for source in json.loads((CMS / f"{name}.map").read_text("utf-8"))["sources"]:
            for folder, package in EMBEDDED.findall(source)[-1:]:
                version = folder.removeprefix(package.replace("/", "+") + "@").split("_")[0]
                inside.add((package, version))
    rows = list_bundled("editor")
    assert inside <= {(row.name, row.version) for row in rows}
    fonts = {
        font.name.split("-latin")[0].split("-outlined")[0] for font in CMS.glob("assets/*.woff2")
    }
    named = {row.name.lower().replace(" ", "-") for row in rows}
    assert len(fonts) == 3
    assert fonts <= named


@pytest.mark.parametrize("part", ["search", "editor"])
def test_bundles_have_the_texts_of_their_licences(part: str) -> None:
    """For every licence under which browsers get something, its whole text is at hand."""
    for row in list_bundled(part):
        assert len((FOLDER / f"{row.licence}.txt").read_text("utf-8")) > 400, row.name


def test_the_page_says_it_all(small_site: Path) -> None:
    """The page of a built site names everything with its licence, and the notices in full."""
    page = soup(small_site, "licences.html")
    rows = [[cell.get_text() for cell in row(["th", "td"])] for row in page("tr")]
    for one in (*list_builders(), *list_bundled("search"), *list_bundled("editor")):
        assert [one.name, one.version, one.licence] in rows
    notices = page.find(id="notices").parent.get_text()
    for row in (*list_bundled("search"), *list_bundled("editor")):
        assert f"{row.name}: {row.copyright}" in notices
    assert "The above copyright notice and this permission notice shall be included" in notices
    assert soup(small_site, "about.html").find("a", href="licences.html")
