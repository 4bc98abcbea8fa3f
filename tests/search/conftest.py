"""An index of test documents and a browser's view of it."""

import json
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from threading import Timer
from typing import Any

import pytest

from plugins.search.build import build_search
from plugins.search.corpus.documents import SearchDocument, SearchTables, sort_documents
from tests.search.documents import make_documents
from tests.sites.shared import build_once

HERE = Path(__file__).parent
#: Seconds for one question or one heap of them.
LONGEST = 120
TABLES = SearchTables(
    aliases=(("浔滨区", "浔滨"), ("桐阳县", "桐阳市", "桐阳")),
    kind_parents={"人物通讯": "通讯", "工作通讯": "通讯"},
)


@dataclass(frozen=True)
class BuiltIndex:
    """An index and the documents in it, in the index's order."""

    folder: Path
    documents: list[SearchDocument]

    def ask(self, *calls: tuple[str, dict[str, Any]]) -> list[dict[str, Any]]:
        """Answer queries with their options as the browser would."""
        return ask_index(self.folder, calls)

    def search(self, query: str, **options: Any) -> dict[str, Any]:
        """Answer one query."""
        return self.ask((query, options))[0]


def ask_index(folder: Path, calls: Sequence[tuple[str, dict[str, Any]]]) -> list[dict[str, Any]]:
    """Answer queries with their options as the browser would, which is started once a process."""
    asked = _start_browser()
    assert asked.stdin and asked.stdout
    guard = Timer(LONGEST, asked.kill)
    guard.start()
    asked.stdin.write(json.dumps({"folder": str(folder), "calls": calls}) + "\n")
    asked.stdin.flush()
    answered = asked.stdout.readline()
    guard.cancel()
    if not answered:
        _start_browser.cache_clear()
        raise AssertionError(f"ask.mjs has ended: {asked.wait()}")
    return json.loads(answered)["answers"]


@cache
def _start_browser() -> subprocess.Popen[str]:
    command = ["node", str(HERE / "ask.mjs")]
    return subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8"
    )


def run_node(script: str, message: object) -> Any:
    """Run a script of this folder with JSON on standard input and output."""
    done = subprocess.run(
        ["node", str(HERE / script)],
        input=json.dumps(message),
        capture_output=True,
        text=True,
        check=False,
        timeout=LONGEST,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def build(folder: Path, documents: list[SearchDocument], frequent_above: int) -> BuiltIndex:
    """Build an index of documents."""
    build_search(documents, folder, TABLES, frequent_above)
    return BuiltIndex(folder, sort_documents(documents))


def build_shared(
    factory: pytest.TempPathFactory, request: pytest.FixtureRequest, frequent_above: int
) -> BuiltIndex:
    """Build an index of the test documents, once for all processes."""
    documents = sort_documents(make_documents())
    folder = build_once(
        factory,
        request,
        f"index-{frequent_above}",
        lambda folder: build_search(documents, folder, TABLES, frequent_above),
    )
    return BuiltIndex(folder, documents)


@pytest.fixture(scope="session", params=[25, 6000], ids=["frequent grams", "plain"])
def any_index(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> BuiltIndex:
    """An index with grams above a low threshold, as a large archive has, and one without."""
    return build_shared(tmp_path_factory, request, request.param)


@pytest.fixture(scope="session")
def index(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> BuiltIndex:
    """An index of the test documents."""
    return build_shared(tmp_path_factory, request, 25)
