"""What all tests share: how Hypothesis searches, the one Playwright of a process, and figures."""

import gc
import os
import sys
from collections.abc import Iterator

import pytest
from hypothesis import settings
from playwright.sync_api import Playwright, expect, sync_playwright
from xdist.remote import Producer

from tests.amounts import STRESS, choose
from tests.distribution import Distribution, rank

pytest_plugins = ["tests.sites.fixtures"]

# A shared machine may stall for longer than any deadline. The sample of `make test` is fixed, so
# that it gives the same answer twice; `make stress` looks elsewhere each time.
settings.register_profile(
    "archive", deadline=None, derandomize=not STRESS, max_examples=choose(100, 2000)
)
settings.load_profile("archive")

# More processes than processors: what a page shows in a moment may take seconds here.
expect.set_options(timeout=30_000)

# Hundreds of processes are started here: what one has compiled no other compiles again, whatever
# the machine says, for that takes longer than most of what they do.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False

# Tests hold whole sites as trees, which Python would look through for garbage again and again.
gc.set_threshold(100_000, 50, 50)


def pytest_xdist_auto_num_workers() -> int:
    """Give two processes more than there are processors.

    Tests wait a part of their time: for browsers, for commands, for what another process builds.
    One more would take as long to collect all tests as its help is worth.
    """
    return (os.cpu_count() or 1) + 2


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put what is dear first; a name with an address in it is another one in each process."""
    if unstable := [item.nodeid for item in items if " at 0x" in item.nodeid]:
        raise pytest.UsageError(f"Give these tests names of their own: {unstable}")
    items.sort(key=lambda item: rank(item.nodeid))


def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> Distribution | None:
    """Keep together what belongs together, unless another way to share the tests is asked for."""
    usual = config.getoption("dist") in ("load", "loadgroup")
    return Distribution(config, log) if usual else None


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """Give Playwright: a second one in the same process, as xdist may arrange, would not start."""
    with sync_playwright() as started:
        yield started


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print what tests recorded: how many pages, characters, kills."""
    if STRESS:
        for report in terminalreporter.getreports("passed"):
            told = [f"{n}={v}" for n, v in report.user_properties if n != HYPOTHESIS_OWN]
            if report.when == "call" and told:
                terminalreporter.write_line(f"{report.nodeid}: {', '.join(told)}")


#: Not a figure of ours.
HYPOTHESIS_OWN = "hypothesis-statistics"
