"""Learn what speaks for a raw line going on in the next one, from pages set in many ways.

`python -m benchmarks.reading.training_joins CORPUS [--until 24] [--pages 1500] [--write]`.
"""

from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from random import Random

import numpy as np

from benchmarks.reading.pairs import Learned, Lesson
from evaluation.reading.articles import RealPage
from evaluation.reading.boosting import boost
from evaluation.reading.examples import OWN_TIMES
from evaluation.reading.goldens import read_goldens
from evaluation.reading.layouts import lay_out, sample_articles, sample_layout
from plugins.newspaper.conversion import load_language
from plugins.newspaper.cues.line_traits import LEAST_SHARE, LineTraits
from plugins.newspaper.furniture.page_lines import set_furniture_aside
from plugins.newspaper.layout.fragments import read_fragments
from plugins.newspaper.reading import weights as tables
from plugins.newspaper.sources.formats import read_raw_page

#: The numbers between two lines, and whether the one truly goes on in the other.
Pair = tuple[list[float], bool]
#: Lines of one page that are learned from, at most: long pages are all alike.
MOST_LINES = 160


def list_golden_pairs() -> list[Pair]:
    """The pairs of lines of the project's own wrapped pages, each several times."""
    pairs: list[Pair] = []
    for data, items in read_goldens():
        lines, _ = set_furniture_aside(read_fragments(read_raw_page(data, "page.txt").lines))
        traits = LineTraits(lines, load_language())
        if len(lines) < 2 or traits.wrapping.share < LEAST_SHARE:
            continue
        own = [items.get(line.lines[0]) for line in lines]
        for row, (one, other) in zip(traits.measure(), pairwise(own), strict=True):
            same = one is not None and other is not None and one.role == other.role == "body"
            goes_on = same and (one.story, one.block) == (other.story, other.block)
            pairs += [(row, goes_on)] * OWN_TIMES
    return pairs


def make_page_pairs(real: Sequence[RealPage], number: int) -> list[Pair]:
    """Each line of one page with the next, and whether it goes on there."""
    random = Random(f"joins/{number}")  # noqa: S311 - repeatable, not secret
    page = lay_out(sample_articles(real, random), sample_layout(random), str(number))
    lines, _ = set_furniture_aside(read_fragments(page.text.split("\n")))
    if len(lines) < 2:
        return []
    traits = LineTraits(lines, load_language())
    if traits.wrapping.share < LEAST_SHARE:
        return []
    items = [page.lines[line.lines[0] - 1].item for line in lines]
    start = random.randrange(max(1, len(lines) - MOST_LINES))
    chosen = range(start, min(len(lines) - 1, start + MOST_LINES))
    rows = traits.measure()
    return [(rows[i], items[i] is items[i + 1]) for i in chosen]


def learn(pairs: Sequence[Pair]) -> Learned[list[float]]:
    """Grow the trees that tell which lines go on."""
    rows = np.array([row for row, _ in pairs], dtype=float)
    trees = boost(rows, np.array([goes_on for _, goes_on in pairs]))
    return Learned(trees.weigh, tables.write_trees(trees))


if __name__ == "__main__":
    table = Path(tables.__file__).with_name(tables.JOINS)
    lesson = Lesson(make_page_pairs, list_golden_pairs, learn, table, __spec__.name, 1500)
    lesson.make_command()()
