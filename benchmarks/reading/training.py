"""Learn the weights of roles and steps from real pages laid out in many ways.

`python -m benchmarks.reading.training CORPUS [--days 2019-10] [--pages 1500] [--write]`. The same
corpus gives the same weights. Nothing of the corpus is kept but numbers.
"""

from pathlib import Path

import click

from evaluation.reading.examples import (
    list_goldens,
    make_example,
    make_pages,
    read_corpus,
    write_table,
)
from evaluation.reading.learner import Learner
from plugins.newspaper.reading import weights as tables


@click.command()
@click.argument("corpus", required=False, type=click.Path(exists=True, path_type=Path))
@click.option("--days", default="", help="Only pages of days that begin so.")
@click.option("--pages", default=1500, show_default=True, help="So many pages are laid out.")
@click.option("--processes", default=2, show_default=True)
@click.option("--write", is_flag=True, help="Write the weights beside the code.")
def train(corpus: Path | None, days: str, pages: int, processes: int, write: bool) -> None:
    """Learn the weights and say how well they tell roles on a tenth of the pages kept back."""
    real = read_corpus(corpus, days)
    examples = [e for e in make_pages(make_example, real, pages, processes) if e is not None]
    known = [e for n, e in enumerate(examples) if n % 10]
    learned, told = Learner(known + list_goldens()).learn(examples[::10])
    click.echo("\n".join(told))
    if write:
        file = Path(tables.__file__).with_name(tables.TABLE)
        command = f"python -m {__spec__.name} CORPUS --days '{days}' --pages {pages}"
        write_table(file, command, real, told[-1:], tables.write_table(learned))


if __name__ == "__main__":
    train()
