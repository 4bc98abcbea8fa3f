"""Learn what goes with articles that are wrong: false beginnings, missed ones, heads misread.

`python -m benchmarks.reading.training_doubts CORPUS [--after 24] [--pages 400] [--write]`, on days
that the trees of the reading were not learned from: of pages that it knows a reading is too sure.
"""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from random import Random

import click
import numpy as np

from benchmarks.reading.material import Material, learning_command
from evaluation.reading.articles import RealPage
from evaluation.reading.boosting import boost
from evaluation.reading.judged_drafts import Judge, JudgedDraft
from evaluation.reading.layouts import MEASURED, lay_out, sample_articles, sample_layout
from evaluation.reading.scores import list_right
from plugins.newspaper.articles import build_page
from plugins.newspaper.conversion import read_pieces
from plugins.newspaper.doubts.risks import TOLD, weigh_drafts
from plugins.newspaper.outline import outline_page
from plugins.newspaper.reading import weights as tables

#: A page's day, whether it is laid out as those that are measured, and its drafts.
Page = tuple[str, bool, list[JudgedDraft]]
#: Each part of the days is judged by what was learned from the others.
PARTS = 5
#: So many trees tell what may be wrong.
COUNT = 300
#: Of the pages so many are laid out as those that are measured, the others in any way.
_MEASURED_SHARE = 0.7


@learning_command(pages=400, after=24)
def train(material: Material, write: bool) -> None:
    """Learn the trees and say how many articles are told of those that are wrong, and of others."""
    pages = material.make(judge_page)
    told = [tell_apart(pages)]
    click.echo(told[0])
    if write:
        trees = grow([draft for _, _, drafts in pages for draft in drafts])
        file = Path(tables.__file__).with_name(tables.DOUBTS)
        material.write(file, __spec__.name, told, tables.write_doubts(trees))


def judge_page(real: Sequence[RealPage], number: int) -> Page:
    """The drafts of one page, judged."""
    random = Random(f"doubts/{number}")  # noqa: S311 - repeatable, not secret
    page, measured = random.choice(real), random.random() < _MEASURED_SHARE
    layout = MEASURED[number % len(MEASURED)] if measured else sample_layout(random)
    if not measured:
        page = sample_articles([p for p in real if p.day == page.day], random)
    laid = lay_out(page, layout, str(number))
    pieces = read_pieces(laid.text.encode(), "page.txt")
    if pieces.evidence is None:
        return page.day, measured, []
    outline = outline_page(pieces.evidence)
    right = list_right(laid, build_page(outline, list(pieces.captions), pieces.furniture))
    return page.day, measured, Judge(laid, outline).judge(right)


def grow(drafts: Sequence[JudgedDraft]) -> tables.DoubtTrees:
    """Grow the trees that tell what is wrong of drafts."""
    openings = [(d.rows.opening, d.opening) for d in drafts]
    wholes = [(d.rows.opening, d.wrong) for d in drafts]
    lines = [pair for d in drafts for pair in zip(d.rows.line_rows, d.lines, strict=True)]
    heads = [pair for d in drafts for pair in zip(d.rows.head_rows, d.heads, strict=True)]
    grown = (
        boost(
            np.array([row for row, _ in pairs], dtype=float), np.array([w for _, w in pairs]), COUNT
        )
        for pairs in (openings, lines, heads, wholes)
    )
    return tables.DoubtTrees(*grown)


def tell_apart(pages: Sequence[Page]) -> str:
    """How many wrong articles are told, and how many right ones, by what other days have taught.

    Only of pages laid out as those that are measured.
    """
    days = sorted({day for day, _, _ in pages})
    part_of = {day: n % PARTS for n, day in enumerate(days)}
    told: Counter[tuple[bool, bool]] = Counter()
    for part in range(PARTS):
        trees = grow([d for day, _, drafts in pages if part_of[day] != part for d in drafts])
        for day, measured, drafts in pages:
            if measured and part_of[day] == part:
                risks = weigh_drafts([d.rows for d in drafts], trees)
                pairs = zip(risks, drafts, strict=True)
                told.update((d.wrong, d.told or risk.whole > TOLD) for risk, d in pairs)
    wrong, right = ([told[kind, True], told[kind, False]] for kind in (True, False))
    return f"told {wrong[0]} of {sum(wrong)} wrong articles, {right[0]} of {sum(right)} right"


if __name__ == "__main__":
    train()
