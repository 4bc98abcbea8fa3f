"""Measure how real pages are read: `python -m benchmarks.reading [CORPUS] [--days 2020-05]`.

Without a corpus it measures on the project's own articles. `--after 24` takes of each month the
days that `--until 24` of the learning commands keeps back.
"""

from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

import click
from rich.console import Console
from rich.table import Table

from evaluation.reading.articles import RealPage
from evaluation.reading.examples import read_corpus
from evaluation.reading.layouts import MEASURED, Layout, lay_out
from evaluation.reading.scores import Counts, score_page

BATCH = 10


@click.command()
@click.argument("corpus", required=False, type=click.Path(exists=True, path_type=Path))
@click.option("--days", default="", help="Only pages of days that begin so: 2020-05.")
@click.option("--after", default=0, help="Only days of a month after this one.")
@click.option("--pages", default=150, show_default=True, help="At most so many pages.")
@click.option("--layout", multiple=True, help="Only these layouts.")
@click.option("--processes", default=2, show_default=True)
@click.option(
    "--worst", default=10, show_default=True, help="So many of the worst pages are named."
)
def measure(
    corpus: Path | None, days: str, after: int, pages: int, layout: tuple[str, ...],
    processes: int, worst: int,
) -> None:  # fmt: skip
    """Print a table with a row for each layout."""
    chosen = choose_pages(read_corpus(corpus, days, after), pages)
    rows: dict[str, Counts] = {}
    with ProcessPoolExecutor(processes) as pool:
        for one in MEASURED:
            if layout and one.name not in layout:
                continue
            batches = [chosen[n : n + BATCH] for n in range(0, len(chosen), BATCH)]
            rows[one.name] = Counts()
            for part in pool.map(partial(score_batch, one), batches):
                rows[one.name].add(part)
    show(rows, worst)


def choose_pages(pages: Sequence[RealPage], most: int) -> list[RealPage]:
    """At most so many of these pages, evenly from all of them."""
    step = max(1.0, len(pages) / most)
    return [pages[int(n * step)] for n in range(int(len(pages) / step))]


def score_batch(layout: Layout, pages: Sequence[RealPage]) -> Counts:
    """Score these pages, set in one layout."""
    from plugins.newspaper import convert_page

    total = Counts()
    for page in pages:
        laid = lay_out(page, layout, "measured")
        total.add(score_page(laid, convert_page(laid.text.encode(), "page.txt")))
    return total


def show(rows: dict[str, Counts], worst: int) -> None:
    """Print what was counted, and the worst pages."""
    columns = ("layout", "pages", "articles", "cut", "+ head", "+ roles", "lone", "joins",
               "unassigned", "wrong told", "right told")  # fmt: skip
    table = Table(*columns)
    for name, c in rows.items():
        table.add_row(
            name, str(c.pages), str(c.true), f"{c.f1(c.cut):.3f}", f"{c.f1(c.headed):.3f}",
            f"{c.f1(c.titled):.3f}", f"{c.lone_whole}/{c.lone}", str(c.joined_pages),
            f"{c.unassigned / max(1, c.characters):.2%}", f"{c.wrong_told}/{c.wrong}",
            f"{c.right_told}/{c.found - c.wrong}",
        )  # fmt: skip
    console = Console(width=130)
    console.print(table)
    for count, page in sorted((w for c in rows.values() for w in c.worst), reverse=True)[:worst]:
        console.print(f"{count:4}  {page}", highlight=False)


if __name__ == "__main__":
    measure()
