"""Lines with their places on the sheet (PDF, OCR) → lines in reading order, column by column.

The sheet is cut where a white strip runs across it above display type, or from top to bottom,
between columns; where none does, because a headline runs across, it is cut below or above that
first (recursive XY-cut: Nagy and Seth 1984).
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from plugins.chinese.expressions import compile_late
from plugins.newspaper.sources.raw_page import Line

_NUMBER = r"[\d〇○零一二三四五六七八九十]"
#: A day or a page's number, which a page's head has and a row of headlines has not.
_ISSUE = compile_late(
    rf"{_NUMBER}{{4}}\s*[-年./]|{_NUMBER}{{1,3}}\s*月\s*{_NUMBER}{{1,3}}\s*日|星期[一二三四五六日天]|"
    rf"第\s*{_NUMBER}{{1,5}}\s*[版期]|[A-Z]?\d{{1,3}}\s*版|"
    r"^[A-Z]?\d{1,3}(?:\W{1,3}[\u4e00-\u9fff]{2,4})?$|^[\u4e00-\u9fff]{2,4}\W{1,3}[A-Z]?\d{1,3}$"
)
#: The least width of a strip between columns, and of an indent, in characters of running text.
_STRIP, _INDENT = 0.6, 1.4
#: A gap between lines of one column that sets them apart, in heights of running text.
_APART = 1.2
#: Type so much larger than running text is display type.
_DISPLAY = 1.25
#: Sizes of one type, as measured, are no farther apart than this part.
_UNEVEN = 0.06
#: So many cuts across are tried to find columns below them.
_TRIES = 40
#: A line is set downwards that is so many times as tall as its type.
_DOWNWARDS = 1.5
#: A page's head has so many pieces at least, an article's head so many rows at most.
_PIECES, _HEAD_ROWS = 3, 6
#: The pieces of a page's head fill no more of its row.
_MOST_FILLED = 0.7
_DEEPEST = 40


@dataclass(frozen=True, slots=True)
class PlacedLine:
    """A line of text in its box; `size` is the height of its type, in units of the sheet."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    size: float


def order_lines(lines: Sequence[PlacedLine]) -> list[Line]:
    """The lines of one sheet in reading order, an empty one between blocks that stand apart."""
    filled = [line for line in lines if line.text.strip()]
    if not filled:
        return []
    body = median(line.size for line in filled for _ in range(min(len(line.text), 200))) or 1.0
    ordered: list[Line] = []
    head, below = _part_page_head(filled, body)
    above: Sequence[PlacedLine] = ()
    for block in [*head, *(_cut(below, body, 0) if below else ())]:
        ordered += [Line("")] if above and not _goes_on(above, block, body) else []
        ordered += _write_block(block, body)
        above = block
    return ordered


def _goes_on(above: Sequence[PlacedLine], block: Sequence[PlacedLine], body: float) -> bool:
    """Whether a column of indented paragraphs goes on in the one beside it within a paragraph.

    Its last line is full, and the first of the other has no indent.
    """
    beside = _left(block) > _right(above) and _top(block) < _bottom(above)
    if not beside or max(line.size for line in (*above, *block)) > _DISPLAY * body:
        return False
    last, first = max(above, key=lambda line: line.bottom), min(block, key=lambda line: line.top)
    within = _INDENT * body
    indents = any(x.left - _left(part) > within for part in (above, block) for x in part)
    return indents and first.left - _left(block) <= within >= _right(above) - last.right


def join_upright(lines: Sequence[PlacedLine]) -> list[PlacedLine]:
    """The lines, characters that stand one below the other as one: a headline set downwards."""
    joined: list[PlacedLine] = []
    for line in lines:
        above = joined[-1] if joined else None
        if above and len(line.text) == 1 and _stands_below(line, above):
            bottom = max(above.bottom, line.bottom)
            joined[-1] = replace(above, text=above.text + line.text, bottom=bottom)
        else:
            joined.append(line)
    return joined


def _stands_below(line: PlacedLine, above: PlacedLine) -> bool:
    """Whether a character follows a character, or a line set downwards, in a column of its own."""
    alike = abs(line.left - above.left) < 0.3 * line.size and abs(line.size - above.size) < 1.0
    column = len(above.text) == 1 or _is_downwards(above)
    return column and alike and 0 <= line.top - above.bottom + 0.3 * line.size < line.size


def _is_downwards(line: PlacedLine) -> bool:
    return line.bottom - line.top > _DOWNWARDS * line.size


def _cut(lines: Sequence[PlacedLine], body: float, depth: int) -> Iterator[Sequence[PlacedLine]]:
    """The blocks that a part of the sheet consists of, in reading order."""
    parts = _part_above_headlines(lines, body)
    if len(parts) == 1:
        parts = _part_below_head(lines, body)
    if len(parts) == 1:
        parts = _part(lines, _get_width, _STRIP * body)
    if len(parts) == 1 and depth < _DEEPEST:
        parts = _part_above_columns(lines, body)
    if len(parts) == 1:
        downwards = [line for line in lines if _is_downwards(line)]
        yield from ([line] for line in sorted(downwards, key=lambda line: -line.left))
        others = [line for line in lines if not _is_downwards(line)]
        if others:
            yield sorted(others, key=lambda line: (line.top, line.left))
        return
    for part in parts:
        yield from _cut(part, body, depth + 1)


def _part_above_headlines(lines: Sequence[PlacedLine], body: float) -> list[list[PlacedLine]]:
    """The lines parted across where all columns end and display type begins below."""
    parts: list[list[PlacedLine]] = []
    for row in _part(lines, _get_height, _APART * body):
        first = min(row, key=lambda line: line.top)
        if not parts or (first.size >= _DISPLAY * body and not _is_alike(first, parts[-1])):
            parts.append([])
        parts[-1] += row
    return parts


def _part_page_head(
    lines: Sequence[PlacedLine], body: float
) -> tuple[list[list[PlacedLine]], list[PlacedLine]]:
    """The first row, if newspaper, day and page stand in it far from each other, and the rest."""
    first, *others = _part(lines, _get_height, 0.0)
    filled = sum(line.right - line.left for line in first)
    apart = len(first) >= _PIECES and filled <= _MOST_FILLED * (_right(first) - _left(first))
    small = all(line.size < _DISPLAY * body for line in first)
    if not (apart and small and any(_ISSUE.search(line.text.strip()) for line in first)):
        return [], list(lines)
    return [first], [line for row in others for line in row]


def _is_alike(line: PlacedLine, above: Sequence[PlacedLine]) -> bool:
    """Whether display type goes on in a line: its headline has several."""
    last = max(above, key=lambda line: line.bottom)
    return abs(last.size - line.size) <= _UNEVEN * line.size


def _part_below_head(lines: Sequence[PlacedLine], body: float) -> list[list[PlacedLine]]:
    """The lines parted below a headline that runs across columns, though not across them all.

    It is parted where most columns are found below it, so that its byline stays with it.
    """
    rows = _part(lines, _get_height, 0.0)
    most, best = len(_part(lines, _get_width, _STRIP * body)), 0
    for i in range(1, min(_HEAD_ROWS, len(rows) - 1) + 1) if most > 1 else ():
        head = [line for row in rows[:i] for line in row]
        columns = _part([line for row in rows[i:] for line in row], _get_width, _STRIP * body)
        edges = [(_right(a), _left(b)) for a, b in pairwise(columns)]
        across = any(
            line.size >= _DISPLAY * body and line.left < end and start < line.right
            for line in head
            for end, start in edges
        )
        alone = len(_part(head, _get_width, _STRIP * body)) == 1
        if alone and across and len(columns) > most:
            most, best = len(columns), i
    whole = [rows[:best], rows[best:]] if best else [rows]
    return [[line for row in part for line in row] for part in whole]


def _part_above_columns(lines: Sequence[PlacedLine], body: float) -> list[list[PlacedLine]]:
    """The lines parted across, at the widest gap on one side of which columns are found."""
    rows = _part(lines, _get_height, 0.0)
    gaps = [(_top(below) - _bottom(above), i) for i, (above, below) in enumerate(pairwise(rows))]
    for _, i in sorted(gaps, key=lambda gap: -gap[0])[:_TRIES]:
        above = [line for row in rows[: i + 1] for line in row]
        below = [line for row in rows[i + 1 :] for line in row]
        if any(len(_part(part, _get_width, _STRIP * body)) > 1 for part in (above, below)):
            return [above, below]
    return [list(lines)]


def _part(
    lines: Sequence[PlacedLine],
    span: Callable[[PlacedLine], tuple[float, float]],
    least: float,
) -> list[list[PlacedLine]]:
    """The lines parted where more than `least` of white lies between their spans."""
    parts: list[list[PlacedLine]] = []
    end = 0.0
    for line in sorted(lines, key=span):
        start, stop = span(line)
        if not parts or start - end > least:
            parts.append([])
            end = stop
        parts[-1].append(line)
        end = max(end, stop)
    return parts


def _get_width(line: PlacedLine) -> tuple[float, float]:
    return line.left, line.right


def _get_height(line: PlacedLine) -> tuple[float, float]:
    # Boxes of lines that follow each other may overlap a little.
    slack = 0.15 * (line.bottom - line.top)
    return line.top + slack, line.bottom - slack


def _left(lines: Sequence[PlacedLine]) -> float:
    return min(line.left for line in lines)


def _right(lines: Sequence[PlacedLine]) -> float:
    return max(line.right for line in lines)


def _top(lines: Sequence[PlacedLine]) -> float:
    return min(line.top for line in lines)


def _bottom(lines: Sequence[PlacedLine]) -> float:
    return max(line.bottom for line in lines)


def _write_block(block: Sequence[PlacedLine], body: float) -> Iterator[Line]:
    """A block's lines, pieces of one row together, paragraphs indented as on the sheet."""
    edge = min(line.left for line in block)
    rows = _part(block, _get_height, 0.0)
    bottom = _top(block)
    for row in rows:
        if _top(row) - bottom > _APART * body and row is not rows[0]:
            yield Line("")
        bottom = _bottom(row)
        pieces = sorted(row, key=lambda line: line.left)
        size = max(line.size for line in pieces) / body
        indent = "\u3000\u3000" if pieces[0].left - edge > _INDENT * body and size < 1.2 else ""
        yield Line(indent + " ".join(line.text.strip() for line in pieces), round(size, 2))
