"""How likely the articles of a page are cut wrong, and which of their lines make them so.

An article is wrong where it begins where none does, where the next one does, where another begins
within it, or where a line of its head is another part of it. How likely each is, and how likely it
is wrong in any way, trees tell that have learned it on pages that the reading had not seen.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import exp, prod

from plugins.newspaper.cues.trees import Trees
from plugins.newspaper.doubts.cut_traits import CutTraits
from plugins.newspaper.doubts.draft_traits import DraftTraits
from plugins.newspaper.doubts.head_doubt_traits import HeadLineTraits
from plugins.newspaper.doubts.margins import find_odds
from plugins.newspaper.doubts.page_drafts import PageDrafts
from plugins.newspaper.outline import Outline
from plugins.newspaper.reading.weights import DoubtTrees

Row = list[float]
#: An article likelier wrong than this is told: nine of ten that are wrong shall be.
TOLD = 0.2
#: What is likely to be wrong as often as not.
_EVEN = 0.5


@dataclass(frozen=True)
class DraftRows:
    """The traits of one draft: of its beginning, of lines that may begin another, of its head.

    The lines are indices of fragments; `chain` is the draft's text, `suspects` are the lines of its
    head that are of a kind which is mostly misread.
    """

    chain: Sequence[int]
    first: int
    opening: Row
    lines: Sequence[int]
    line_rows: Sequence[Row]
    head: Sequence[int]
    head_rows: Sequence[Row]
    suspects: Sequence[bool]


@dataclass(frozen=True)
class Risk:
    """How likely a draft is wrong, and each line with how likely it makes it so.

    `opening` is its own first line, `below` the next draft's, None below the last one; `above` is
    the first line of the draft above it.
    """

    whole: float
    opening: tuple[float, int]
    below: tuple[float, int] | None
    within: Sequence[tuple[float, int]]
    head: Sequence[tuple[float, int]]
    above: int | None


def measure_drafts(outline: Outline) -> list[DraftRows]:
    """The traits of all drafts of a page that have text."""
    page = PageDrafts(outline)
    cuts, heads = CutTraits(page, DraftTraits(page).measure()), HeadLineTraits(page)
    return [
        DraftRows(
            draft.chain,
            page.margins[n].opening[1],
            cuts.measure_opening(n),
            lines := cuts.list_lines(n),
            [cuts.measure_line(n, i) for i in lines],
            page.list_head(n),
            heads.measure(n),
            heads.list_suspects(n),
        )
        for n, draft in enumerate(page.drafts)
    ]


def weigh_drafts(rows: Sequence[DraftRows], trees: DoubtTrees) -> list[Risk]:
    """How likely each draft is wrong."""
    beginnings = [r.opening for r in rows]
    openings = [_find_likely(odds) for odds in trees.openings.weigh(beginnings)]
    wholes = trees.wholes.weigh(beginnings)
    within = _weigh_groups(trees.lines, [r.line_rows for r in rows])
    heads = _weigh_groups(trees.heads, [r.head_rows for r in rows])
    first = list(zip(openings, (r.first for r in rows), strict=True))
    return [
        _join_risks(
            wholes[n],
            first[n],
            first[n + 1] if n + 1 < len(rows) else None,
            list(zip(within[n], row.lines, strict=True)),
            list(zip(_raise_suspects(heads[n], row.suspects), row.head, strict=True)),
            rows[n - 1].first if n else None,
        )
        for n, row in enumerate(rows)
    ]


def _raise_suspects(likely: Sequence[float], suspects: Sequence[bool]) -> list[float]:
    """How likely each line of a head is misread; of a kind that mostly is, as likely as not."""
    return [max(one, _EVEN * is_one) for one, is_one in zip(likely, suspects, strict=True)]


def _join_risks(
    whole: float, opening: tuple[float, int], below: tuple[float, int] | None,
    within: Sequence[tuple[float, int]], head: Sequence[tuple[float, int]], above: int | None,
) -> Risk:  # fmt: skip
    """What may be wrong of a draft, together; of a head's lines one is wrong where another is.

    Half of its odds are those that its parts give, half those that it has as a `whole`.
    """
    cuts = [opening, *([below] if below else []), *within]
    right = prod(1 - likely for likely, _ in cuts)
    right *= 1 - max((likely for likely, _ in head), default=0.0)
    odds = (whole + find_odds(1 - right)) / 2
    return Risk(_find_likely(odds), opening, below, within, head, above)


def _weigh_groups(trees: Trees, groups: Sequence[Sequence[Row]]) -> list[list[float]]:
    """How likely each row is wrong, in the groups that they come in."""
    likely = [_find_likely(odds) for odds in trees.weigh([r for group in groups for r in group])]
    ends = list(accumulate(map(len, groups)))
    return [likely[end - len(group) : end] for group, end in zip(groups, ends, strict=True)]


def _find_likely(odds: float) -> float:
    return 1 / (1 + exp(-odds))
