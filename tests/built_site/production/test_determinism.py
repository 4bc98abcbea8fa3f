"""The same content gives the same bytes, wherever and whenever it is built."""

import hashlib
import os
import shutil
import stat
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from evaluation.pages.damage import damage_page
from evaluation.pages.stories import own_stories
from tests.amounts import STRESS
from tests.built_site.building import build_site, copy_checkout
from tests.sites.small_site import ARTICLES, SITE_URL, write_content
from tests.structure.sources import ROOT

ELSEWHERE = {
    "PYTHONHASHSEED": "4711",
    "TZ": "Pacific/Auckland",
    "LANG": "tr_TR.UTF-8",
    "LC_ALL": "C",
    # Other parts of a machine are not told by variables: one core, files listed in other order.
    "PYTHONPATH": str(ROOT / "tests/built_site/production/elsewhere"),
}
SECRETIVE_UMASK = 0o077


def describe_files(site: Path) -> dict[str, str]:
    """Give the mode and sha256 of every file, and the mode of every folder, of the output."""
    described = {}
    for path in site.rglob("*"):
        digest = hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""
        mode = stat.filemode(path.stat().st_mode)
        described[path.relative_to(site).as_posix()] = f"{mode} {digest}"
    return described


@pytest.mark.stress
def test_another_machine_builds_the_same_bytes(
    request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    """Another folder, file order, hash seed, time zone, locale and umask change nothing.

    `make test` looks at a small archive, `make stress` at the checkout's own.
    """
    checkout, told = copy_checkout(tmp_path / "另一处 copy", installed=True), ELSEWHERE
    if not STRESS:
        shutil.rmtree(checkout / "content")
        write_content(checkout, dict(reversed(ARTICLES.items())))
        told = ELSEWHERE | {"SITEURL": SITE_URL}
    built = build_site(tmp_path / "output", checkout, told, umask=SECRETIVE_UMASK)
    assert built.returncode == 0, built.stderr
    site = request.getfixturevalue("site" if STRESS else "small_site")
    here, there = describe_files(site), describe_files(tmp_path / "output")
    assert here.keys() == there.keys()
    assert {name: (here[name], there[name]) for name in here if here[name] != there[name]} == {}


#: More articles than are indexed without further processes, and the folder for their index.
INDEX = (
    "import sys; from pathlib import Path; from plugins.search.build import build_search\n"
    "from tests.search.documents import make_documents\n"
    "build_search(make_documents(420), Path(sys.argv[1]))"
)


def test_one_core_or_more_make_the_same_index(tmp_path: Path) -> None:
    """An index of many articles has the same bytes, cut by one process or by several."""
    assert_same_anywhere(tmp_path, "-c", INDEX)


def test_one_core_or_more_convert_the_same(tmp_path: Path) -> None:
    """Many raw pages give the same articles, converted by one process or by several."""
    raws = []
    for number in range(3):
        raws.append(tmp_path / f"page-{number}.txt")
        raws[-1].write_text(
            damage_page(own_stories()[2 * number :][:2], "noisy", number).text, encoding="utf-8"
        )
    assert_same_anywhere(tmp_path, "-m", "plugins.newspaper", *map(str, raws), "--output")


def assert_same_anywhere(tmp_path: Path, *command: str) -> None:
    """Run Python, a folder being its last argument, here and elsewhere; compare what it writes."""
    for name, environment in (("here", {"PYTHONPATH": str(ROOT)}), ("there", ELSEWHERE)):
        subprocess.run(
            [sys.executable, *command, str(tmp_path / name)],
            cwd=ROOT,
            env={**os.environ, "PYTHONUTF8": "1", **environment},
            stdout=subprocess.DEVNULL,
            check=True,
        )
    here, there = describe_files(tmp_path / "here"), describe_files(tmp_path / "there")
    assert len(here) > 3
    assert here == there


def test_the_build_runs_where_the_tests_say(tmp_path: Path) -> None:
    """The other machine of these tests is another one: Python has one core and lists backwards."""
    for name in ("a", "b"):
        (tmp_path / name).touch()
    look = "import os, pathlib; print(os.cpu_count(), *(p.name for p in pathlib.Path().iterdir()))"
    assert ask_python(look, tmp_path, ELSEWHERE) == "1 b a\n"


def test_feeds_state_the_time_that_is_given() -> None:
    """SOURCE_DATE_EPOCH, not the clock, is the time that feeds state."""
    look = "from publishconf import FEED_UPDATED; print(FEED_UPDATED)"
    assert ask_python(look, ROOT, {"SOURCE_DATE_EPOCH": "1796054400"}) == "1796054400\n"


def ask_python(question: str, folder: Path, environment: Mapping[str, str]) -> str:
    """Run a line of Python in a folder; gives what it prints."""
    return subprocess.run(
        [sys.executable, "-c", question],
        cwd=folder,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=True,
    ).stdout
