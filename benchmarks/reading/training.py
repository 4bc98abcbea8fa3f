"""Learn which lines open stories, and the weights of roles, from real pages laid out in many ways.

`python -m benchmarks.reading.training CORPUS [--until 24] [--pages 1000] [--write]`. The same
corpus gives the same weights. Nothing of the corpus is kept but numbers.
"""

from pathlib import Path
from typing import Any

import click

from benchmarks.reading.material import Material, learning_command
from evaluation.reading.examples import list_goldens, make_example
from evaluation.reading.teaching import Taught, teach
from plugins.newspaper.reading import weights as tables


@learning_command(pages=1000)
def train(material: Material, write: bool) -> None:
    """Learn the weights and say how well others tell pages that they were not learned from."""
    examples = [e for e in material.make(make_example) if e is not None]
    taught = teach(examples, list_goldens(), material.processes)
    click.echo("\n".join((*taught.told, *taught.stories_told, *taught.heads_told)))
    if write:
        write_tables(taught, material)


def write_tables(taught: Taught, material: Material) -> None:
    """Write what was learned beside the code, with the command that learned it."""
    trees = taught.trees
    stories = tables.write_trees(trees.alone, "alone ") | tables.write_trees(trees.stories)
    heads: dict[str, Any] = {}
    for part in tables.HEAD_PARTS:
        heads |= tables.write_trees(trees.heads[part.name], f"{part.name} ")
    for name, told, table in (
        (tables.TABLE, taught.told[-1:], tables.write_table(taught.roles)),
        (tables.STORIES, taught.stories_told, stories),
        (tables.HEADS, taught.heads_told, heads),
    ):
        file = Path(tables.__file__).with_name(name)
        material.write(file, __spec__.name, told, table)


if __name__ == "__main__":
    train()
