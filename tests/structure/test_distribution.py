"""What tests of a process share is shared, and those that can try more are asked to."""

import os
import re

import pytest

from tests.distribution import find_unit
from tests.sites.shared import build_once
from tests.structure.sources import named, project_files


@pytest.mark.parametrize("number", range(3))
def test_tests_of_a_unit_have_one_process(
    number: int, tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest
) -> None:
    """Whichever test of this file runs, all those before ran in its process."""
    folder = build_once(tmp_path_factory, request, "units", lambda new: new.mkdir())
    (folder / os.environ.get("PYTEST_XDIST_WORKER", "alone")).touch()
    assert len(list(folder.iterdir())) == 1


def test_a_unit_is_a_folder_or_a_file() -> None:
    """The tests of a named folder stay together, and elsewhere those of a file."""
    assert find_unit("tests/system/cluster/test_a.py::test_a[b::c]") == "tests/system/cluster/"
    assert find_unit("tests/system/test_a.py::test_a[b::c]") == "tests/system/test_a.py"


def test_who_tries_more_is_asked_to() -> None:
    """Each file of tests that has an amount for `make stress` has tests that this runs."""
    texts = {named(path): path.read_text("utf-8") for path in project_files(".py")}
    chosen = {name for name, text in texts.items() if "/test_" in name and "choose(" in text}
    asked = re.compile(r"pytest\.mark\.stress|from hypothesis import")
    assert len(chosen) > 20
    assert {name for name in chosen if not asked.search(texts[name])} == set()
