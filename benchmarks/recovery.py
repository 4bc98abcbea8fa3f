"""How well the converter recovers articles from thousands of damaged pages.

Run from the checkout: `python -m benchmarks.recovery [--pages 400] [--corpus FILE.jsonl]`.
"""

from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from functools import cache, partial
from pathlib import Path

import click
from rich.console import Console
from rich.table import Table

from evaluation.pages.damage import MODES, Mode, sample_page
from evaluation.pages.naive import split_naively
from evaluation.pages.printed_page import PrintedPage, Story, Truth
from evaluation.pages.recovery import Score, page_report, score_page
from evaluation.pages.stories import corpus_stories, own_stories

BATCH = 25


@click.command()
@click.option("--pages", default=400, show_default=True, help="Pages for each mode.")
@click.option(
    "--corpus", type=click.Path(exists=True, path_type=Path), help="More articles, JSONL."
)
@click.option("--mode", type=click.Choice(MODES), multiple=True, help="Only these modes.")
@click.option("--seed", default=0, show_default=True, help="The first page's seed.")
@click.option("--processes", default=2, show_default=True)
@click.option("--naive", is_flag=True, help="Measure the naive splitter instead.")
def measure(
    pages: int, corpus: Path | None, mode: tuple[Mode, ...], seed: int, processes: int, naive: bool
) -> None:
    """Print a table of recovery for each mode, and the commonest kinds of error."""
    scores: dict[Mode, Score] = {}
    with ProcessPoolExecutor(processes) as pool:
        for name in mode or MODES:
            batches = [
                range(n, min(n + BATCH, seed + pages)) for n in range(seed, seed + pages, BATCH)
            ]
            parts = pool.map(partial(score_batch, name, corpus, naive), batches)
            scores[name] = total(parts)
    show(scores)


def score_batch(mode: Mode, corpus: Path | None, naive: bool, seeds: Iterable[int]) -> Score:
    """Score the pages of these seeds."""
    stories = _stories(corpus)
    return total(_score(sample_page(stories, mode, seed), naive) for seed in seeds)


def total(scores: Iterable[Score]) -> Score:
    """Add up all counts."""
    whole = Score()
    for score in scores:
        whole.add(score)
    return whole


def show(scores: dict[Mode, Score]) -> None:
    """Print the table and the errors."""
    table = Table("mode", "pages", "articles", "article F1", "block F1")
    for mode, score in scores.items():
        table.add_row(
            mode,
            str(score.pages),
            str(score.true),
            f"{score.article_f1:.3f}",
            f"{score.block_f1:.3f}",
        )
    console = Console()
    console.print(table)
    for mode, score in scores.items():
        for error, count in score.errors.most_common(8):
            console.print(f"{mode:14}{count:6}  {error}", highlight=False)


@cache
def _stories(corpus: Path | None) -> tuple[Story, ...]:
    return corpus_stories(corpus) if corpus else own_stories()


def _score(page: PrintedPage, naive: bool) -> Score:
    report = split_naively(page.text) if naive else _converted(page)
    return score_page(report, page.truth)


def _converted(page: PrintedPage) -> Truth:
    # Imported here: the naive baseline and the generator need no converter.
    from plugins.newspaper import convert_page

    return page_report(convert_page(page.text.encode(), "page.txt"))


if __name__ == "__main__":
    measure()
