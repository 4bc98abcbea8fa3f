"""Learn which lines open stories, and the weights of roles, from real pages laid out in many ways.

`python -m benchmarks.reading.training CORPUS [--until 24] [--pages 1500] [--write]`. The same
corpus gives the same weights. Nothing of the corpus is kept but numbers.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from evaluation.reading.articles import RealPage
from evaluation.reading.examples import (
    list_goldens,
    make_example,
    make_pages,
    read_corpus,
    write_table,
)
from evaluation.reading.teaching import Taught, teach
from plugins.newspaper.reading import weights as tables


@click.command()
@click.argument("corpus", required=False, type=click.Path(exists=True, path_type=Path))
@click.option("--days", default="", help="Only pages of days that begin so.")
@click.option("--until", default=31, show_default=True, help="Only days up to this one.")
@click.option("--pages", default=1500, show_default=True, help="So many pages are laid out.")
@click.option("--processes", default=2, show_default=True)
@click.option("--write", is_flag=True, help="Write the weights beside the code.")
def train(
    corpus: Path | None, days: str, until: int, pages: int, processes: int, write: bool
) -> None:
    """Learn the weights and say how well they tell roles on a tenth of the pages kept back."""
    real = read_corpus(corpus, days, until)
    examples = [e for e in make_pages(make_example, real, pages, processes) if e is not None]
    known = [e for n, e in enumerate(examples) if n % 10]
    taught = teach(known, list_goldens(), examples[::10])
    click.echo("\n".join((*taught.told, *taught.stories_told, *taught.heads_told)))
    if write:
        options = f"--days '{days}' --until {until} --pages {pages}"
        write_tables(taught, real, f"python -m {__spec__.name} CORPUS {options}")


def write_tables(taught: Taught, real: Sequence[RealPage], command: str) -> None:
    """Write what was learned beside the code, with the command that learned it."""
    trees = taught.trees
    stories = tables.write_trees(trees.alone, "alone ") | tables.write_trees(trees.stories)
    heads: dict[str, Any] = {}
    for part in tables.PARTS:
        heads |= tables.write_trees(trees.heads[part.name], f"{part.name} ")
    for name, told, table in (
        (tables.TABLE, taught.told[-1:], tables.write_table(taught.roles)),
        (tables.STORIES, taught.stories_told, stories),
        (tables.HEADS, taught.heads_told, heads),
    ):
        write_table(Path(tables.__file__).with_name(name), command, real, told, table)


if __name__ == "__main__":
    train()
