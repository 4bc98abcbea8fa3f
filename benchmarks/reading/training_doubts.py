"""Learn which margins of the reading go with articles that are cut wrong, and which are told.

`python -m benchmarks.reading.training_doubts CORPUS [--after 24] [--pages 300] [--write]`, on days
that the weights of roles were not learned from: of pages that it knows a reading is too sure.
"""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from random import Random
from typing import TypeAlias

import click

from benchmarks.reading.material import Material, learning_command
from evaluation.reading.articles import RealPage
from evaluation.reading.examples import round_odds
from evaluation.reading.layouts import MEASURED, lay_out
from evaluation.reading.regression import Pair, learn_odds
from evaluation.reading.scores import list_right
from plugins.newspaper.articles import build_page
from plugins.newspaper.conversion import read_pieces
from plugins.newspaper.doubts.risks import Risks
from plugins.newspaper.outline import Draft, outline_page
from plugins.newspaper.reading import weights as tables

#: An article's weight, and whether it is cut wrong.
Scored: TypeAlias = tuple[float, bool]
#: The share of right articles that are told, of pages in every layout that is measured.
TOLD = 0.15
#: So many articles of one page are learned from: long lists are all alike.
MOST = 12
#: Each part of the pages is judged by what was learned from the others.
PARTS = 5


@learning_command(pages=300, after=24)
def train(material: Material, write: bool) -> None:
    """Learn the weights and say how many articles are told of those cut wrong, and of others."""
    made = material.make(judge_articles)
    parts = score_apart(made)
    limit = find_limit([article for part in parts for article in part])
    told = tell_apart(parts)
    click.echo("\n".join(told))
    if write:
        odds = learn_odds([pair for page in made for pair in page])
        table = {"limit": round(100 * limit), "odds": round_odds(odds)}
        material.write(Path(tables.__file__).with_name(tables.DOUBTS), __spec__.name, told, table)


def judge_articles(real: Sequence[RealPage], number: int) -> list[Pair]:
    """The cues of each article found on one page, and whether it is cut wrong."""
    random = Random(f"doubts/{number}")  # noqa: S311 - repeatable, not secret
    laid = lay_out(random.choice(real), MEASURED[number % len(MEASURED)], str(number))
    pieces = read_pieces(laid.text.encode(), "page.txt")
    if pieces.evidence is None:
        return []
    outline = outline_page(pieces.evidence)
    right = list_right(laid, build_page(outline, list(pieces.captions), pieces.furniture))
    risks = Risks(outline.evidence, outline.reading, outline.links)
    pairs = [
        (_list_cues(risks, draft), not is_right)
        for draft, is_right in zip(outline.drafts, right, strict=True)
        if draft.chain
    ]
    return pairs[:: max(1, -(-len(pairs) // MOST))]


def _list_cues(risks: Risks, draft: Draft) -> list[str]:
    margins = risks.measure(draft.segment, draft.chain)
    return risks.list_cues(margins, draft.segment, draft.chain)


def score_apart(pages: Sequence[Sequence[Pair]]) -> list[list[Scored]]:
    """By parts of the pages, each article's weight by what was learned from the other parts."""
    scored: list[list[Scored]] = []
    for part in range(PARTS):
        odds = learn_odds([p for n, page in enumerate(pages) if n % PARTS != part for p in page])
        apart = [pair for page in pages[part::PARTS] for pair in page]
        scored.append([(sum(odds.get(cue, 0.0) for cue in cues), wrong) for cues, wrong in apart])
    return scored


def find_limit(scored: Sequence[Scored]) -> float:
    """The weight above which a small share of right articles are told."""
    right = sorted((weight for weight, wrong in scored if not wrong), reverse=True)
    return right[int(TOLD * len(right))] if right else 0.0


def tell_apart(parts: Sequence[Sequence[Scored]]) -> list[str]:
    """How many articles cut wrong are told, and of the right ones, by the other parts' limit."""
    told: Counter[tuple[bool, bool]] = Counter()
    for number, part in enumerate(parts):
        others = [article for n, other in enumerate(parts) if n != number for article in other]
        limit = find_limit(others)
        told.update((is_wrong, weight > limit) for weight, is_wrong in part)
    wrong, right = ([told[kind, True], told[kind, False]] for kind in (True, False))
    return [f"told {wrong[0]} of {sum(wrong)} wrong articles, {right[0]} of {sum(right)} right"]


if __name__ == "__main__":
    train()
