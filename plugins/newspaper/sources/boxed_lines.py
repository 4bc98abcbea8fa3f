"""Lines of OCR with their boxes, as any service writes them in JSON → the lines of each sheet."""

import math
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from plugins.newspaper.sources.placed_lines import PlacedLine

_WORDS = ("text", "words", "word", "transcription", "rec_text", "DetectedText", "content")
_BOXES = (
    *("box", "bbox", "points", "location", "position", "pos", "poly", "polygon", "Polygon"),
    *("text_region", "rect", "ItemPolygon"),
)
#: Where texts stand in one list and their boxes in another.
_TEXT_LISTS, _BOX_LISTS = ("rec_texts", "texts"), ("rec_polys", "rec_boxes", "dt_polys", "boxes")
_DEEPEST = 12
#: Two parts of a file are sheets of their own where they share so much of the smaller one's place.
_SHARED = 0.5
#: Lines of a skewed scan lie on each other's places: no sheet is told by fewer.
_LEAST_LINES = 3


def list_sheets(told: object) -> list[list[PlacedLine]]:
    """The lines with boxes of a JSON value, each sheet by itself; none where it has no boxes."""
    lines = list(_walk(told, 0))
    while isinstance(told, Mapping | list):
        inner = list(told.values()) if isinstance(told, Mapping) else told
        parts = [part for item in inner if (part := list(_walk(item, 0)))]
        several = [part for part in parts if len(part) >= _LEAST_LINES]
        if any(_overlap(*pair) for pair in combinations(several[:3], 2)):
            return parts
        told = next((item for item in inner if next(_walk(item, 0), None)), None)
        if len(parts) > 1:
            break
    return [lines] if lines else []


def _walk(value: object, depth: int) -> Iterator[PlacedLine]:
    """Every line with a box in a value, in its order."""
    if placed := _place(value):
        yield placed
    elif depth < _DEEPEST and isinstance(value, Mapping | list):
        paired = list(_pair_lists(value)) if isinstance(value, Mapping) else []
        for item in paired or (value.values() if isinstance(value, Mapping) else value):
            yield from _walk(item, depth + 1)


def _pair_lists(value: Mapping[object, object]) -> Iterator[dict[str, object]]:
    """The lines of an object that has their texts in one list and their boxes in another."""
    texts = next((value[key] for key in _TEXT_LISTS if isinstance(value.get(key), list)), None)
    boxes = next((value[key] for key in _BOX_LISTS if isinstance(value.get(key), list)), None)
    if isinstance(texts, list) and isinstance(boxes, list) and len(texts) == len(boxes):
        yield from ({"text": t, "box": b} for t, b in zip(texts, boxes, strict=True))


def _overlap(one: Sequence[PlacedLine], other: Sequence[PlacedLine]) -> bool:
    """Whether two parts' lines lie in the same place, as those of two sheets do."""
    sides = [
        (
            min(x.left for x in p),
            min(x.top for x in p),
            max(x.right for x in p),
            max(x.bottom for x in p),
        )
        for p in (one, other)
    ]
    (left, top, right, bottom), (left_2, top_2, right_2, bottom_2) = sides
    width, height = min(right, right_2) - max(left, left_2), min(bottom, bottom_2) - max(top, top_2)
    least = min((right - left) * (bottom - top), (right_2 - left_2) * (bottom_2 - top_2))
    return width > 0 and height > 0 and width * height > _SHARED * least


def _place(value: object) -> PlacedLine | None:
    """A line of text with its box, None for anything else.

    PaddleOCR pairs a box with a text and its score; others name both.
    """
    text: object = None
    box: object = None
    if isinstance(value, Mapping):
        text = next((value[key] for key in _WORDS if isinstance(value.get(key), str)), None)
        box = next((value[key] for key in _BOXES if value.get(key)), None)
    elif isinstance(value, list) and len(value) == 2 and isinstance(value[1], list):
        box, text = value[0], next(iter(value[1]), None)
    points = _list_points(box)
    if not isinstance(text, str) or not text.strip() or not points:
        return None
    xs, ys = zip(*points, strict=True)
    left, top, right, bottom = min(xs), min(ys), max(xs), max(ys)
    # Of a line set downwards its width is the size of its type.
    size = right - left if bottom - top > len(text) / 2 * (right - left) > 0 else bottom - top
    return PlacedLine(text, left, top, right, bottom, size if len(text) > 1 else bottom - top)


def _list_points(box: object) -> list[tuple[float, float]]:
    """The corners of a box: numbers, points of two, or an object with sides or with x and y."""
    if isinstance(box, Mapping):
        low = {str(key).lower(): value for key, value in box.items()}
        if {"x", "y"} <= low.keys() and not {"width", "w"} & low.keys():
            return _pair([low["x"], low["y"]])
        sides = [low.get("left", low.get("x")), low.get("top", low.get("y"))]
        size = [low.get("width", low.get("w")), low.get("height", low.get("h"))]
        numbers = _list_numbers([*sides, *size])
        return [] if len(numbers) < 4 else _span(*numbers)
    if isinstance(box, list) and box and isinstance(box[0], list | Mapping):
        return [point for corner in box for point in _list_points(corner)]
    numbers = _list_numbers(box if isinstance(box, list) else [])
    return _pair(numbers)


def _span(left: float, top: float, width: float, height: float) -> list[tuple[float, float]]:
    return [(left, top), (left + width, top + height)]


def _pair(values: Sequence[object]) -> list[tuple[float, float]]:
    numbers = _list_numbers(values)
    return list(zip(numbers[::2], numbers[1::2], strict=len(numbers) % 2 == 0))


def _list_numbers(values: Sequence[object]) -> list[float]:
    return [float(v) for v in values if isinstance(v, int | float) and math.isfinite(v)]
