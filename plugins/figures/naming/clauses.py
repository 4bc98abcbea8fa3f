"""Clauses and sentences: the stretches of text in which a figure finds its words."""

from collections.abc import Sequence
from typing import NamedTuple

from plugins.chinese.expressions import compile_late
from plugins.figures.numbers.no_figures import Span

_BREAK = compile_late(r"[,，。;；!！?？\n…:：]|——")
SENTENCE_END = "。!！?？\n"


class Clause(NamedTuple):
    """text[start:end] without the punctuation that ends it; `sentence` counts from 0.

    `opens` says that the clause starts its sentence.
    """

    start: int
    end: int
    sentence: int
    opens: bool


class Seat(NamedTuple):
    """Where a figure stands: its clause, and where its sentence starts."""

    clause: Clause
    opening: int


def seat(clauses: Sequence[Clause], starts: Sequence[int]) -> list[Seat]:
    """Return the seats of figures that start at these places (sorted)."""
    seats: list[Seat] = []
    opening, index = 0, 0
    for clause in clauses:
        opening = clause.start if clause.opens else opening
        while index < len(starts) and starts[index] < clause.end:
            seats.append(Seat(clause, opening))
            index += 1
    return seats


def split_clauses(text: str, whole: Sequence[Span]) -> tuple[Clause, ...]:
    """Cut a text into clauses, never inside the spans of `whole` (sorted)."""
    clauses: list[Clause] = []
    start, sentence, opens, index = 0, 0, True, 0
    for match in _BREAK.finditer(text):
        while index < len(whole) and whole[index][1] <= match.start():
            index += 1
        if index < len(whole) and whole[index][0] <= match.start():
            continue
        clauses.append(Clause(start, match.start(), sentence, opens))
        start, opens = match.end(), match[0] in SENTENCE_END
        sentence += opens
    clauses.append(Clause(start, len(text), sentence, opens))
    return tuple(clause for clause in clauses if clause.end > clause.start)
