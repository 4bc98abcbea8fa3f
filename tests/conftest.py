"""What all tests share: how Hypothesis searches, and the one Playwright of a process."""

import os
from collections.abc import Iterator

import pytest
from hypothesis import settings
from playwright.sync_api import Playwright, sync_playwright

# A shared machine may stall for longer than any deadline; CI must give the same answer twice.
settings.register_profile("archive", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("archive")


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """Give Playwright: a second one in the same process, as xdist may arrange, would not start."""
    with sync_playwright() as started:
        yield started
