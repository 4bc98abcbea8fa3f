"""Runs the tests of what has changed: `make quick`.

A module's tests stand at its own place below tests/; without any there, those beside it do, or else
those of the folder above, without what is below that. So have tests and what they share. Some rooms
have a test that reads whole examples besides. Scripts, styles and templates have those of what
readers do with them. All else that the whole site shows is left to `make test`.
"""

import os
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
#: Always: they take seconds, and any change may break them.
ALWAYS = ("tests/structure",)
#: What a module is for, in the shortest test that runs all of its room.
WHOLE = {
    "figures": "tests/figures/test_extraction.py",
    "newspaper": "tests/newspaper/test_pages.py",
}
_PAGES = "tests/built_site/documentation/test_documentation.py"
#: What pages say and link to; their commands are run by `make test`, which takes minutes.
DOCUMENTATION = (
    f"{_PAGES}::test_every_picture_is_shown",
    f"{_PAGES}::test_examples_are_those_of_the_pages",
    f"{_PAGES}::test_links_of_a_page_lead_somewhere",
    "tests/built_site/documentation/test_problems_page.py",
)
#: All that asks the search in the browser's own words.
BROWSERS_SEARCH = (
    *(f"tests/search/{folder}" for folder in ("answers", "names", "numbers", "texts")),
    "tests/search/test_cases.py",
)
#: Files outside of plugins/ and tests/, by how their names begin: the first that fits.
ELSEWHERE = {
    "content/data/": ("tests/subjects/tables", "tests/desk/prefecture"),
    "docs/": DOCUMENTATION,
    "README.md": DOCUMENTATION,
    "evaluation/figures/": ("tests/figures",),
    "evaluation/pages/": ("tests/newspaper",),
    "theme/static/js/search/": BROWSERS_SEARCH,
    "theme/static/js/search": ("tests/built_site/reading/test_search.py",),
    "theme/static/js/offline": ("tests/built_site/reading/test_offline.py",),
    "theme/static/js/figures": ("tests/site/explorer",),
    "theme/static/js/traditional": ("tests/site/display/test_traditional.py",),
    "theme/static/js/": ("tests/built_site/reading/test_reading.py",),
    "theme/static/css/": (
        "tests/built_site/reading/test_kinds.py::test_pages_fit_the_window",
        "tests/built_site/reading/test_layout.py",
    ),
    "theme/templates/review": ("tests/desk/review",),
    "theme/templates/": ("tests/built_site/pages", "tests/site/pages"),
    "theme/": ("tests/site/pages",),
}


def list_changed() -> list[str]:
    """List the files that differ from the main branch, those that git does not know included."""
    base = _git("merge-base", "HEAD", "main") or ["HEAD"]
    known = _git("diff", "--name-only", base[0])
    return sorted({*known, *_git("ls-files", "--others", "--exclude-standard")})


def _git(*arguments: str) -> list[str]:
    done = subprocess.run(
        ["git", *arguments], cwd=ROOT, capture_output=True, text=True, check=False
    )
    return done.stdout.splitlines()


def find_tests(changed: Iterable[str]) -> list[str]:
    """Return the paths of the tests for these files, none below another, structure's included."""
    found = {path for name in changed for path in _find_tests_of(name)} | set(ALWAYS)
    return sorted(
        path for path in found if not any(path.startswith(f"{other}/") for other in found)
    )


def _find_tests_of(name: str) -> Iterator[str]:
    path = Path(name)
    if path.parts[0] == "plugins" and len(path.parts) > 2:
        yield from _nearest(Path("tests", *path.parts[1:-1], f"test_{path.stem}.py"))
        yield from (test for room, test in WHOLE.items() if room == path.parts[1])
    elif path.parts[0] == "tests" and path.name.startswith("test_") and (ROOT / path).is_file():
        yield str(path)
    elif path.parts[0] == "tests" and path.parts[1:2] != ("built_site",):
        yield from _nearest(path.parent)
    else:
        yield from next((tests for begin, tests in ELSEWHERE.items() if name.startswith(begin)), ())


def _nearest(path: Path) -> list[str]:
    """Return the path itself where there is a test, or those of the first folder that has any."""
    places = (place for place in (path, *path.parents) if len(place.parts) > 1)
    return next(filter(None, map(_list_tests, places)), [])


def _list_tests(place: Path) -> list[str]:
    """List a test, or a folder's own: the folder itself where no other with tests is below."""
    if (ROOT / place).is_file():
        return [str(place)]
    own = [str(place / path.name) for path in sorted((ROOT / place).glob("test_*.py"))]
    if own and not any((ROOT / place).glob("*/test_*.py")):
        return [str(place)]
    return own


def main() -> int:
    """Run the tests; the status is pytest's own."""
    tests = find_tests(list_changed())
    print("检查：", *tests)
    workers = str(os.cpu_count() or 1)  # to start more takes longer than they would wait
    command = [sys.executable, "-m", "pytest", "-n", workers, *tests]
    return subprocess.run(command, cwd=ROOT, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
