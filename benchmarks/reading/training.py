"""Learn which lines open stories, and the weights of roles, from real pages laid out in many ways.

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
from evaluation.reading.teaching import teach
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
    taught = teach(known, list_goldens(), examples[::10])
    click.echo("\n".join(taught.told))
    if write:
        folder = Path(tables.__file__).parent
        command = f"python -m {__spec__.name} CORPUS --days '{days}' --pages {pages}"
        told, trees = taught.told[-1:], tables.write_trees(taught.stories)
        write_table(folder / tables.TABLE, command, real, told, tables.write_table(taught.roles))
        write_table(folder / tables.STORIES, command, real, taught.stories_told, trees)


if __name__ == "__main__":
    train()
