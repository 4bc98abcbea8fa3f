"""`make quick` finds the tests of what has changed."""

import pytest

from tests.quick import BROWSERS_SEARCH, DOCUMENTATION, WHOLE, find_tests
from tests.structure.sources import ROOT, named, project_files

#: A room with a folder of its own in it.
CHINESE = tuple(named(path) for path in (ROOT / "tests/chinese").glob("test_*.py"))


@pytest.mark.parametrize(
    ("changed", "tests"),
    [
        ("plugins/privacy/masks.py", "tests/privacy/test_masks.py"),
        ("plugins/site/views/frame.py", "tests/site/views"),
        ("tests/built_site/pages/test_links.py", "tests/built_site/pages/test_links.py"),
        ("tests/laws/test_ending.py", "tests/laws/test_ending.py"),
        ("tests/laws/readers.py", "tests/laws"),
        ("evaluation/figures/passages.py", "tests/figures"),
        ("theme/templates/review_index.html", "tests/desk/review"),
        ("theme/static/js/search-page/page.js", "tests/built_site/reading/test_search.py"),
    ],
)
def test_a_change_has_its_tests(changed: str, tests: str) -> None:
    """A module has the tests at its own place, or those of its package; structure's always run."""
    assert find_tests([changed]) == sorted([tests, "tests/structure"])


@pytest.mark.parametrize(
    ("changed", "tests"),
    [
        (
            "plugins/figures/numbers/periods.py",
            ["tests/figures/numbers/test_periods.py", WHOLE["figures"]],
        ),
        ("plugins/figures/numbers/units.py", ["tests/figures/numbers", WHOLE["figures"]]),
        ("plugins/newspaper/layout/page.py", ["tests/newspaper/layout", WHOLE["newspaper"]]),
        ("theme/templates/article.html", ["tests/built_site/pages", "tests/site/pages"]),
        (
            "theme/static/css/page.css",
            [
                "tests/built_site/reading/test_kinds.py::test_pages_fit_the_window",
                "tests/built_site/reading/test_layout.py",
            ],
        ),
    ],
)
def test_a_change_has_what_shows_it_whole(changed: str, tests: list[str]) -> None:
    """A module of a converter's room also has the test of whole examples, a template the pages'."""
    assert find_tests([changed]) == sorted([*tests, "tests/structure"])


@pytest.mark.parametrize(
    ("changed", "tests"),
    [
        ("theme/static/js/search/ranking.js", BROWSERS_SEARCH),
        ("docs/privacy.md", DOCUMENTATION),
        ("plugins/chinese/pinyin.py", CHINESE),
    ],
)
def test_what_takes_long_is_left_out(changed: str, tests: tuple[str, ...]) -> None:
    """The browser's search and the pages have the tests that end within a minute.

    A module at the root of its room has those that stand there, not all of the room.
    """
    assert find_tests([changed]) == sorted([*tests, "tests/structure"])


def test_tests_are_there() -> None:
    """Whatever changes, the tests that are named exist, and none is named twice."""
    tests = find_tests(map(named, project_files()))
    assert all((ROOT / path.partition("::")[0]).exists() for path in tests)
    assert not [one for one in tests for other in tests if one.startswith(f"{other}/")]
