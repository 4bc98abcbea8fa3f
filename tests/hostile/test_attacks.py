"""Each attack is rendered, harmless, or refused in a line that names its file."""

import json
import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from plugins.content.front_matter import parse_article
from tests.hostile.corpus import Case, choose_cases, load_cases
from tests.hostile.hostile_site import HostileSite, shown_name

pytestmark = pytest.mark.stress

#: What the theme's own scripts and styles need besides an article's text.
LARGEST_PAGE = 1_500_000


def test_attacks_are_many_and_told_apart() -> None:
    """There are at least 150 attacks, and no two of a kind try the same."""
    cases = load_cases()
    assert len(cases) >= 150
    assert len({(case.kind, case.tries) for case in cases}) == len(cases)


def find_refusals(case: Case, site: HostileSite) -> list[str]:
    """Return the lines that refused an attack; of a raw page, what refused its article too."""
    lines = list(site.refusals.get(shown_name(case.file), ()))
    if case.kind == "raw":
        lines += site.refusals.get(f"articles/{case.name}-1.md", ())
    return lines


def test_each_attack_is_rendered_or_refused(hostile_site: HostileSite) -> None:
    """Nothing but what is to be refused is refused, in words that say what is wrong."""
    wrong = []
    for case in choose_cases():
        lines = find_refusals(case, hostile_site)
        said = any(re.search(case.refused, line) for line in lines)
        if said != bool(case.refused) or bool(lines) != said:
            wrong.append(f"{case.name} tries {case.tries}: {lines} instead of {case.refused}")
    assert wrong == []


def test_no_article_vanishes(hostile_site: HostileSite) -> None:
    """Each article that is not refused has its page, and no other article has one."""
    content = hostile_site.content
    files = (content / "articles").rglob("*.md")
    slugs = {
        parse_article(file.read_text("utf-8-sig"), file)[0].slug or file.stem for file in files
    }
    pages = (hostile_site.output / "articles").glob("*.html")
    # A long article goes on on pages of their own: long.2.html.
    assert slugs == {re.sub(r"\.\d+$", "", page.stem) for page in pages}


def test_nothing_is_written_outside(hostile_site: HostileSite) -> None:
    """Only the output and the cache are written, and no attack's command ran."""
    folder = hostile_site.content.parent
    assert {path.name for path in folder.iterdir()} <= {"content", "output", ".cache", "outside.md"}
    assert not Path("/tmp/hacked").exists()  # noqa: S108 - what the attacks would write
    outside = [p for p in hostile_site.output.rglob("*") if p.is_symlink()]
    assert outside == []


def test_no_file_of_the_machine_is_published(hostile_site: HostileSite) -> None:
    """No page, feed or table holds a line of a file outside the content."""
    secret = Path("/etc/passwd").read_text(encoding="utf-8").splitlines()[0]
    held = [p for p in hostile_site.output.rglob("*") if p.is_file() and p.suffix != ".jpg"]
    assert [p for p in held if secret.encode() in p.read_bytes()] == []


def test_feeds_and_data_can_be_read(hostile_site: HostileSite) -> None:
    """Whatever the fields hold, XML is well-formed and JSON is JSON, without NaN or infinity."""
    for file in hostile_site.output.rglob("*.xml"):
        ET.parse(file)  # noqa: S314 - the site's own file
    for file in (*hostile_site.output.rglob("*.json"), *hostile_site.output.rglob("*.webmanifest")):
        json.loads(file.read_text(encoding="utf-8"), parse_constant=pytest.fail)


def test_pages_stay_of_a_size(hostile_site: HostileSite) -> None:
    """No attack makes a page that a phone cannot load."""
    pages = (hostile_site.output / "articles").glob("*.html")
    assert [page for page in pages if page.stat().st_size > LARGEST_PAGE] == []
