"""Learn what speaks for a piece of text going on in another, with tails moved and without.

`python -m benchmarks.reading.training_links CORPUS [--until 24] [--pages 800] [--write]`, once
the weights of roles are written: links are learned on pages as these read them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from random import Random

from benchmarks.reading.pairs import Learned, Lesson
from evaluation.pages.printed_page import Item
from evaluation.reading.articles import RealPage
from evaluation.reading.examples import OWN_TIMES, round_odds
from evaluation.reading.goldens import read_goldens
from evaluation.reading.layouts import lay_out, sample_articles, sample_layout
from evaluation.reading.regression import Pair, learn_odds
from plugins.newspaper.conversion import read_pieces
from plugins.newspaper.evidence.edges import Evidence
from plugins.newspaper.reading import weights as tables
from plugins.newspaper.reading.links import Candidates
from plugins.newspaper.reading.reading import read_page
from plugins.newspaper.reading.segments import cut_segments
from plugins.newspaper.reading.stitching import loosen

#: Pairs of a page's open ends and pieces that are learned from, at most.
MOST_PAIRS = 1500


def list_golden_pairs() -> list[Pair]:
    """The pairs of the project's own pages, each several times."""
    pairs: list[Pair] = []
    for data, items in read_goldens():
        evidence = read_pieces(data, "page.txt").evidence
        if evidence is not None:
            pairs += list_pairs(evidence, items) * OWN_TIMES
    return pairs


def make_page_pairs(real: Sequence[RealPage], number: int) -> list[Pair]:
    """The pairs of one page; of two pages one has tails moved."""
    random = Random(f"links/{number}")  # noqa: S311 - repeatable, not secret
    layout = sample_layout(random)
    if number % 2:
        layout = replace(layout, damage=("cut", "moved"))
    page = lay_out(sample_articles(real, random), layout, str(number))
    evidence = read_pieces(page.text.encode(), "page.txt").evidence
    items = {n: line.item for n, line in enumerate(page.lines, 1) if line.item}
    pairs = list_pairs(evidence, items) if evidence else []
    return pairs if len(pairs) <= MOST_PAIRS else []


def list_pairs(evidence: Evidence, items: Mapping[int, Item]) -> list[Pair]:
    """All pairs of an open end and a piece, and whether the one goes on in the other."""
    reading = read_page(evidence)
    roles = loosen(reading.roles, reading.sure)
    candidates = Candidates(cut_segments(reading.roles), roles, evidence)
    behind = find_behind(items)
    fragments = [feature.fragment for feature in evidence.features]
    return [
        (candidates.name_cues(e, s), behind.get(fragments[e].lines[-1]) == fragments[s].lines[0])
        for e in candidates.ends
        for s in candidates.starts
        if candidates.is_possible(e, s)
    ]


def find_behind(items: Mapping[int, Item]) -> dict[int, int]:
    """For each raw line of a block the line that it goes on in."""
    blocks: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for number, item in sorted(items.items()):
        if item.role == "body":
            blocks.setdefault((item.story, item.block), []).append((item.piece, number))
    ordered = [[number for _, number in sorted(pieces)] for pieces in blocks.values()]
    return {a: b for numbers in ordered for a, b in pairwise(numbers)}


def learn(pairs: Sequence[Pair]) -> Learned[list[str]]:
    """Learn the weights of the cues."""
    odds = learn_odds(pairs)

    def weigh(listed: Sequence[list[str]]) -> list[float]:
        return [sum(odds.get(cue, 0.0) for cue in cues) for cues in listed]

    return Learned(weigh, {"odds": round_odds(odds)})


if __name__ == "__main__":
    table = Path(tables.__file__).with_name(tables.LINKS)
    lesson = Lesson(make_page_pairs, list_golden_pairs, learn, table, __spec__.name, 800)
    lesson.make_command()()
