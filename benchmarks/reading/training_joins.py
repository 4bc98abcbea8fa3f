"""Learn what speaks for a raw line going on in the next one, from pages set in many ways.

`python -m benchmarks.reading.training_joins CORPUS [--days 2019-10] [--pages 400] [--write]`.
"""

from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from random import Random

from benchmarks.reading.pairs import make_command
from evaluation.reading.articles import RealPage
from evaluation.reading.examples import OWN_TIMES
from evaluation.reading.goldens import read_goldens
from evaluation.reading.layouts import lay_out, sample_articles, sample_layout
from evaluation.reading.regression import Pair
from plugins.newspaper.conversion import load_language, set_furniture_aside
from plugins.newspaper.cues.line_cues import LEAST_SHARE, LineCues
from plugins.newspaper.layout.fragments import read_fragments
from plugins.newspaper.reading import weights as tables
from plugins.newspaper.sources.formats import read_raw_page

#: Lines of one page that are learned from, at most: long pages are all alike.
MOST_LINES = 160


def list_golden_pairs() -> list[Pair]:
    """The pairs of lines of the project's own wrapped pages, each several times."""
    pairs: list[Pair] = []
    for data, items in read_goldens():
        lines, _ = set_furniture_aside(read_fragments(read_raw_page(data, "page.txt").lines))
        cues = LineCues(lines, load_language())
        if len(lines) < 2 or cues.wrapping.share < LEAST_SHARE:
            continue
        own = [items.get(line.lines[0]) for line in lines]
        for i, (one, other) in enumerate(pairwise(own)):
            same = one is not None and other is not None and one.role == other.role == "body"
            goes_on = same and (one.story, one.block) == (other.story, other.block)
            pairs += [(cues.list_cues(i), goes_on)] * OWN_TIMES
    return pairs


def make_page_pairs(real: Sequence[RealPage], number: int) -> list[Pair]:
    """Each line of one page with the next, and whether it goes on there."""
    random = Random(f"joins/{number}")  # noqa: S311 - repeatable, not secret
    page = lay_out(sample_articles(real, random), sample_layout(random), str(number))
    lines, _ = set_furniture_aside(read_fragments(page.text.split("\n")))
    if len(lines) < 2:
        return []
    cues = LineCues(lines, load_language())
    if cues.wrapping.share < LEAST_SHARE:
        return []
    items = [page.lines[line.lines[0] - 1].item for line in lines]
    start = random.randrange(max(1, len(lines) - MOST_LINES))
    chosen = range(start, min(len(lines) - 1, start + MOST_LINES))
    return [(cues.list_cues(i), items[i] is items[i + 1]) for i in chosen]


if __name__ == "__main__":
    table = Path(tables.__file__).with_name(tables.JOINS)
    make_command(make_page_pairs, list_golden_pairs, table, __spec__.name, usual_pages=600)()
