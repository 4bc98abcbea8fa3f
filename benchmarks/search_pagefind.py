"""The same articles indexed and asked with Pagefind, where its package is installed.

`.venv/bin/python -m pip install 'pagefind[extended]'` installs it; the project does not need it.
"""

import html
import importlib.util
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from benchmarks.search_node import Build, ask_node
from plugins.search.corpus.documents import SearchDocument

SCRIPT = "search_pagefind.mjs"


def is_installed() -> bool:
    """Tell whether Pagefind's package for Python is there."""
    return importlib.util.find_spec("pagefind") is not None


def write_pages(documents: Sequence[SearchDocument], site: Path) -> None:
    """Write the articles as plain pages, for Pagefind reads HTML."""
    site.mkdir()
    # Its script is a module, which Node.js would not know from the name.
    (site / "package.json").write_text('{"type": "module"}', "utf-8")
    for document in documents:
        paragraphs = "".join(f"<p>{html.escape(line)}</p>" for line in document.body.split("\n"))
        page = site / document.url
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(
            f'<!doctype html><html lang="zh"><title>{html.escape(document.title)}</title>'
            f"<body data-pagefind-body><h1>{html.escape(document.title)}</h1>"
            f"<p>{html.escape(document.byline)}</p>{paragraphs}",
            "utf-8",
        )


def measure_pagefind(site: Path) -> Build:
    """Index the pages of a folder."""
    command = [sys.executable, "-m", "pagefind", "--site", str(site), "--quiet"]
    start = time.perf_counter()
    with subprocess.Popen(command) as process:  # noqa: S603 - the installed package
        # The program is a child of the package's own process.
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    seconds = time.perf_counter() - start
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    sizes = [file.stat().st_size for file in (site / "pagefind").rglob("*") if file.is_file()]
    return Build("pagefind", seconds, (usage.ru_maxrss // 1024,), sum(sizes), len(sizes))


def ask_pagefind(site: Path, step: str, queries: Sequence[str]) -> list[Any]:
    """Ask the index in Node.js as a browser would."""
    return ask_node(SCRIPT, {"folder": str(site / "pagefind"), "step": step, "queries": queries})
