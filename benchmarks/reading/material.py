"""What a learning command is given: a corpus, which of its days, how many pages are laid out.

Other houses' pages may lie in a folder beside it, each with its truth.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TypeVar

import click

from evaluation.reading.articles import RealPage
from evaluation.reading.examples import make_pages, read_corpus, write_table
from evaluation.reading.truths import read_truths

Made = TypeVar("Made")

#: For so many pages of the corpus one is made of those beside it.
BESIDE_SHARE = 0.15


@dataclass(frozen=True)
class Material:
    """Pages to learn from: so many are laid out, by several processes, of the days chosen."""

    corpus: Path | None
    days: str
    after: int
    until: int
    pages: int
    processes: int
    folder: Path | None = None

    @cached_property
    def beside(self) -> list[RealPage]:
        """The pages of other houses, as they were printed."""
        return read_truths(self.folder) if self.folder else []

    @cached_property
    def real(self) -> list[RealPage]:
        """The pages as they were printed."""
        return read_corpus(self.corpus, self.days, self.after, self.until)

    def make(self, make: Callable[[Sequence[RealPage], int], Made]) -> list[Made]:
        """What `make` makes of the page of each number, given the pages as printed."""
        made = make_pages(make, self.real, range(self.pages), self.processes)
        if not self.beside:
            return made
        numbers = range(self.pages, int(self.pages * (1 + BESIDE_SHARE)))
        return made + make_pages(make, self.beside, numbers, self.processes)

    def write(
        self, file: Path, module: str, told: Sequence[str], weights: Mapping[str, object]
    ) -> None:
        """Write what the command `module` has learned of these pages, and what it has told."""
        days = f"--days '{self.days}' --after {self.after} --until {self.until}"
        beside = " --beside FOLDER" if self.beside else ""
        command = f"python -m {module} CORPUS {days} --pages {self.pages}{beside}"
        write_table(file, command, [*self.real, *self.beside], told, weights)


def learning_command(
    pages: int, after: int = 0
) -> Callable[[Callable[[Material, bool], None]], click.Command]:
    """Make a command of a function that learns from material, and may write what it has learned.

    It learns from so many pages, of the days of a month after this one, unless it is told others.
    """

    def make_command(learn: Callable[[Material, bool], None]) -> click.Command:
        @click.command(help=learn.__doc__)
        @click.argument("corpus", required=False, type=click.Path(exists=True, path_type=Path))
        @click.option("--days", default="", help="Only pages of days that begin so.")
        @click.option("--after", default=after, show_default=True, help="Only days after this one.")
        @click.option("--until", default=31, show_default=True, help="Only days up to this one.")
        @click.option("--pages", default=pages, show_default=True, help="So many are laid out.")
        @click.option(
            "--beside", type=click.Path(exists=True, path_type=Path),
            help="A folder of other houses' pages: NAME.txt, and its truth as NAME.json.",
        )  # fmt: skip
        @click.option("--processes", default=2, show_default=True)
        @click.option("--write", is_flag=True, help="Write the weights beside the code.")
        def command(
            corpus: Path | None, days: str, after: int, until: int, pages: int,
            beside: Path | None, processes: int, write: bool,
        ) -> None:  # fmt: skip
            learn(Material(corpus, days, after, until, pages, processes, beside), write)

        return command

    return make_command
