"""The table that tells what searches take."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from rich.table import Table

from benchmarks.search_node import Build

WORST = 6


@dataclass(frozen=True)
class Measured:
    """An index, how it was built, and what it answered.

    `answers` are search_queries.mjs's; `recall` is the share of true results that were found,
    `exact` of runs with no result in which they do not stand, `top` of runs of whose first ten
    results at least one holds them. `rebuild` is search_rebuild.measure_rebuild's.
    """

    name: str
    build: Build
    answers: list[dict[str, Any]]
    recall: float
    exact: float
    top: float
    rebuild: tuple[float, float] | None = None


#: What is spread over the queries: a label, the step, the key and what divides it.
SPREADS = (
    ("first search, KB with its code", "first", "bytes", 1000),
    ("second search, KB", "second", "bytes", 1000),
    ("requests of a first search", "first", "requests", 1),
    ("dependent round trips", "first", "waves", 1),
    ("warm search, ms of processor", "warm", "milliseconds", 1),
)
#: What is one figure.
SINGLES: tuple[tuple[str, Callable[[Measured], str]], ...] = (
    ("build, seconds", lambda one: f"{one.build.seconds:.1f}"),
    ("rebuild after one edit, seconds (of processors)", lambda one: _tell_rebuild(one.rebuild)),
    ("peak memory, MB (and of a worker)", lambda one: ", ".join(map(str, one.build.peaks))),
    ("index, MB in files", lambda one: f"{one.build.size / 1e6:.1f} in {one.build.files}"),
    ("recall of runs of 1-12 characters", lambda one: f"{one.recall:.4f}"),
    ("runs with literal results only", lambda one: f"{one.exact:.4f}"),
    ("runs with a literal result in the first ten", lambda one: f"{one.top:.4f}"),
)


def make_table(articles: int, measured: Sequence[Measured]) -> Table:
    """Return a table with a column for each index; spreads are mean / 95th percentile / maximum."""
    table = Table(f"{articles} articles", *(f"{one.name} ({one.build.engine})" for one in measured))
    for label, step, key, scale in SPREADS:
        table.add_row(label, *(" / ".join(_spread(one, step, key, scale)) for one in measured))
    for label, tell in SINGLES:
        table.add_row(label, *map(tell, measured))
    return table


def _tell_rebuild(rebuild: tuple[float, float] | None) -> str:
    return f"{rebuild[0]:.1f} ({rebuild[1]:.1f})" if rebuild else "no such"


def tell_growth(small: Measured, large: Measured) -> str:
    """Tell by how much a first search grows from a small archive to a large one."""
    before, after = (_spread(one, "first", "bytes", 1000)[0] for one in (small, large))
    grown = float(after) / float(before)
    return (
        f"a first search grows from a tenth of the articles: {before} to {after} KB, {grown:.2f}x"
    )


def _spread(one: Measured, step: str, key: str, scale: int) -> list[str]:
    values = sorted(answer[step][key] / scale for answer in one.answers)
    high = values[min(len(values) - 1, int(0.95 * len(values)))]
    return [f"{value:.1f}" for value in (sum(values) / len(values), high, values[-1])]


def list_worst(one: Measured, queries: Sequence[str]) -> str:
    """Name the queries of most bytes, first and second, and the slowest."""
    lines = []
    for step, key in (("first", "bytes"), ("second", "bytes"), ("warm", "milliseconds")):
        pairs = list(zip(one.answers, queries, strict=True))
        pairs.sort(key=lambda pair: -pair[0][step][key])
        told = [f"{query} ({answer[step][key]:,.0f})" for answer, query in pairs[:WORST]]
        lines.append(f"most {key} of a {step} search, asked first: {', '.join(told)}")
    return "\n".join(lines)
