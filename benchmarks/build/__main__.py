"""Measures whole builds: `python -m benchmarks.build N [--corpus FOLDER]` prints a table.

An archive of N articles is built from nothing, with nothing changed, with one article edited and
one removed, and as the preview after a save; each build in a process of its own. Where Hugo's and
Pagefind's packages are installed, they build the same articles in the same run (hugo.py).
"""

import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import click
from rich.console import Console
from rich.table import Table

from benchmarks.build.articles import make_project
from benchmarks.build.hugo import is_installed, measure_hugo
from benchmarks.build.runs import Run, run
from benchmarks.build.served import edit_one

BUILD = (sys.executable, "-m", "plugins.output.production", "output")
SERVE = (sys.executable, "-m", "benchmarks.build.served")


def measure_ours(folder: Path, articles: Path) -> list[Run]:
    """Build this project's site, again and again."""
    output = folder / "output"
    steps: list[tuple[str, Callable[[], object]]] = [
        ("from nothing", lambda: None),
        ("nothing changed", lambda: None),
        ("one edited", lambda: edit_one(articles)),
        ("one removed", lambda: min(articles.rglob("*.md")).unlink()),
    ]
    runs = []
    for name, step in steps:
        step()
        runs.append(run(name, [BUILD], folder, output))
    served = run("a save, served", [SERVE], folder, folder / ".cache/preview/site")
    seconds, used = map(float, (folder / "served.txt").read_text("utf-8").split())
    return [*runs, replace(served, seconds=seconds, used=used)]


def make_table(articles: int, runs: Sequence[Run], peer: Run | None) -> Table:
    """Return what was measured; `peer` is what the ratios are of."""
    table = Table(title=f"{articles} articles built")
    heads = ("", "seconds", "of processors", "ratio", "MB at most", "files", "MB written")
    for head in heads:
        table.add_column(head, justify="right" if head else "left")
    for one in runs:
        ratio = f"{one.seconds / peer.seconds:.2f}" if peer else ""
        table.add_row(
            *(one.name, f"{one.seconds:.1f}", f"{one.used:.1f}", ratio),
            *(str(one.megabytes), str(one.files), f"{one.size / 1e6:.1f}"),
        )
    return table


@click.command()
@click.argument("articles", type=int, default=1000)
@click.option("--corpus", type=click.Path(path_type=Path, file_okay=False, exists=True))
def main(articles: int, corpus: Path | None) -> None:
    """Build generated articles, or those of a folder, and print what it took."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        written = make_project(folder, articles, corpus)
        peers = measure_hugo(folder, written) if is_installed() else []
        runs = [*measure_ours(folder, written), *peers]
    Console().print(make_table(articles, runs, peers[0] if peers else None))


if __name__ == "__main__":
    main()
