"""Log odds learned from pairs of pieces of text, of which one goes on in the other or does not."""

from collections.abc import Callable, Sequence
from pathlib import Path

import click

from evaluation.reading.articles import RealPage
from evaluation.reading.examples import make_pages, read_corpus, round_odds, write_table
from evaluation.reading.regression import Pair, learn_odds, tell_odds


def make_command(
    make_page_pairs: Callable[[Sequence[RealPage], int], list[Pair]],
    list_golden_pairs: Callable[[], list[Pair]],
    file: Path,
    module: str,
    usual_pages: int,
) -> click.Command:
    """Return the command that learns a table of odds, says how well it tells, and may write it.

    `make_page_pairs` makes the pairs of the laid out page of a number, `list_golden_pairs` those
    of the project's own pages; `module` is what the table says has learned it.
    """

    @click.command()
    @click.argument("corpus", required=False, type=click.Path(exists=True, path_type=Path))
    @click.option("--days", default="", help="Only pages of days that begin so.")
    @click.option("--pages", default=usual_pages, show_default=True, help="So many are laid out.")
    @click.option("--processes", default=2, show_default=True)
    @click.option("--write", is_flag=True, help="Write the weights beside the code.")
    def train(corpus: Path | None, days: str, pages: int, processes: int, write: bool) -> None:
        """Learn the weights and say how well they tell the pairs of a tenth kept back."""
        real = read_corpus(corpus, days)
        made = make_pages(make_page_pairs, real, pages, processes)
        known = [pair for n, page in enumerate(made) if n % 10 for pair in page]
        learned = learn_odds(known + list_golden_pairs())
        told = tell_odds([pair for page in made[::10] for pair in page], learned)
        click.echo("\n".join(told))
        if write:
            command = f"python -m {module} CORPUS --days '{days}' --pages {pages}"
            write_table(file, command, real, told, {"odds": round_odds(learned)})

    return train
