"""The best joint assignment of rows to columns (Kuhn 1955, Munkres 1957)."""

from collections.abc import Sequence
from math import inf


def assign(weights: Sequence[Sequence[float]]) -> list[int | None]:
    """For each row its column, or None, so that the sum of weights is greatest.

    `weights[row][column]`; a pair at or below 0 is never made. O(n³) by shortest augmenting
    paths, after Jonker and Volgenant (1987).
    """
    rows, columns = len(weights), len(weights[0]) if weights else 0
    if not columns:
        return [None] * rows
    # One column more for each row, of weight 0, stands for leaving the row alone.
    costs = [[-max(w, 0.0) for w in row] + [0.0] * rows for row in weights]
    taken = _match(costs)
    return [c if c < columns and weights[r][c] > 0 else None for r, c in enumerate(taken)]


def _match(costs: Sequence[Sequence[float]]) -> list[int]:
    """The column of each row in the cheapest complete matching; no fewer columns than rows."""
    width = len(costs[0])
    row_price, column_price = [0.0] * len(costs), [0.0] * width
    owner: list[int | None] = [None] * width
    for row in range(len(costs)):
        _augment(costs, row, row_price, column_price, owner)
    taken = [0] * len(costs)
    for column, row_or_none in enumerate(owner):
        if row_or_none is not None:
            taken[row_or_none] = column
    return taken


def _augment(
    costs: Sequence[Sequence[float]],
    row: int,
    row_price: list[float],
    column_price: list[float],
    owner: list[int | None],
) -> None:
    """Give `row` a column along the shortest augmenting path; prices and owners are updated."""
    width = len(column_price)
    distance, previous = [inf] * width, [-1] * width
    done: list[int] = []
    current: int | None = row
    column, reach = -1, 0.0
    # Each turn takes a column that is not done, and one of them has no owner.
    while current is not None:
        for c in range(width):
            if c in done:
                continue
            step = reach + costs[current][c] - row_price[current] - column_price[c]
            if step < distance[c]:
                distance[c], previous[c] = step, column
        column = min((c for c in range(width) if c not in done), key=distance.__getitem__)
        reach, current = distance[column], owner[column]
        done.append(column)
    row_price[row] += reach
    for c in done:
        held = owner[c]
        column_price[c] += distance[c] - reach
        if held is not None:
            row_price[held] += reach - distance[c]
    # Back along the path, of columns done one after the other.
    while column != -1:
        owner[column] = owner[previous[column]] if previous[column] != -1 else row
        column = previous[column]
