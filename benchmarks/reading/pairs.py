"""What is learned from pairs of pieces of text, of which one goes on in the other or does not."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

import click

from benchmarks.reading.material import Material, learning_command
from evaluation.reading.articles import RealPage
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

        @learning_command(self.usual_pages)
        def train(material: Material, write: bool) -> None:
            """Learn the weights and say how well they tell the pairs of a tenth kept back."""
            made = material.make(self.make_page_pairs)
            known = [pair for n, page in enumerate(made) if n % 10 for pair in page]
            learned = self.learn(known + self.list_golden_pairs())
            told = _tell([pair for page in made[::10] for pair in page], learned)
            click.echo("\n".join(told))
            if write:
                material.write(self.file, self.module, told, learned.table)

        return train


def _tell(pairs: Sequence[tuple[Known, bool]], learned: Learned[Known]) -> list[str]:
    odds = learned.weigh([known for known, _ in pairs])
    return tell_odds([(value, right) for value, (_, right) in zip(odds, pairs, strict=True)])
