"""What is learned from pairs of pieces of text, of which one goes on in the other or does not."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

import click

from evaluation.reading.articles import RealPage
from evaluation.reading.examples import make_pages, read_corpus, write_table
from evaluation.reading.regression import tell_odds

#: What is known of a pair: its cues, or its numbers.
Known = TypeVar("Known")


@dataclass(frozen=True)
class Learned(Generic[Known]):
    """What was learned of pairs: the odds that it gives each, and the table that it is kept in."""

    weigh: Callable[[Sequence[Known]], Sequence[float]]
    table: Mapping[str, object]


@dataclass(frozen=True)
class Lesson(Generic[Known]):
    """How pairs are learned from.

    `make_page_pairs` makes the pairs of the laid out page of a number, each with whether it goes
    on, `list_golden_pairs` those of the project's own pages; `module` is what the table in `file`
    says has learned it, from `usual_pages`.
    """

    make_page_pairs: Callable[[Sequence[RealPage], int], list[tuple[Known, bool]]]
    list_golden_pairs: Callable[[], list[tuple[Known, bool]]]
    learn: Callable[[Sequence[tuple[Known, bool]]], Learned[Known]]
    file: Path
    module: str
    usual_pages: int

    def make_command(self) -> click.Command:
        """Return the command that learns, says how well it tells, and may write the table."""

        @click.command()
        @click.argument("corpus", required=False, type=click.Path(exists=True, path_type=Path))
        @click.option("--days", default="", help="Only pages of days that begin so.")
        @click.option("--until", default=31, show_default=True, help="Only days up to this one.")
        @click.option("--pages", default=self.usual_pages, show_default=True)
        @click.option("--processes", default=2, show_default=True)
        @click.option("--write", is_flag=True, help="Write the weights beside the code.")
        def train(
            corpus: Path | None, days: str, until: int, pages: int, processes: int, write: bool
        ) -> None:
            """Learn the weights and say how well they tell the pairs of a tenth kept back."""
            real = read_corpus(corpus, days, until)
            made = make_pages(self.make_page_pairs, real, pages, processes)
            known = [pair for n, page in enumerate(made) if n % 10 for pair in page]
            learned = self.learn(known + self.list_golden_pairs())
            told = _tell([pair for page in made[::10] for pair in page], learned)
            click.echo("\n".join(told))
            if write:
                options = f"--days '{days}' --until {until} --pages {pages}"
                command = f"python -m {self.module} CORPUS {options}"
                write_table(self.file, command, real, told, learned.table)

        return train


def _tell(pairs: Sequence[tuple[Known, bool]], learned: Learned[Known]) -> list[str]:
    odds = learned.weigh([known for known, _ in pairs])
    return tell_odds([(value, right) for value, (_, right) in zip(odds, pairs, strict=True)])
