"""What all tests of the desk share: the converter reads the tables of the invented prefecture."""

from collections.abc import Iterator

import pytest

from plugins.desk.conversion import page_errand
from tests.prefecture.data import data_folder


@pytest.fixture(scope="session", autouse=True)
def _invented_tables() -> Iterator[None]:
    """Have the converter read them, where a test runs it within this process."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(page_errand, "DATA", data_folder())
        page_errand.read_tables.cache_clear()
        yield
    page_errand.read_tables.cache_clear()
