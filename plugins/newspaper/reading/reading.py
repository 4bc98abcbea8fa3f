"""The likeliest reading of a page: the part of each fragment, and what is doubtful of it (Viterbi).

Scores run forward from the page's top and backward from its end, so that for each fragment the best
reading in which it plays any other part is known, and by how much that falls short of the best.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import inf

from plugins.newspaper.evidence.edges import Evidence
from plugins.newspaper.evidence.features import Features
from plugins.newspaper.reading.roles import (
    BEGINNING,
    FOLLOWERS,
    HOPELESS,
    LOOKS,
    Role,
    opens_bare,
    weigh_end,
    weigh_step,
)
from plugins.newspaper.reading.segments import cut_segments

#: A reading that falls short of the best by less than this may well be the true one (nats).
_DOUBT = 1.5
#: How much of a page's custom of signing holds below a column's heading.
_UNSIGNED = 0.4

Scores = dict[Role, float]
#: What each step from the role before a fragment to its own is worth, its looks included.
Steps = dict[tuple[Role | None, Role], float]


@dataclass(frozen=True, slots=True)
class Reading:
    """The role of each fragment of a page, in page order.

    `doubtful` fragments begin a story, and might as well not, or the other way round.
    """

    roles: tuple[Role, ...]
    doubtful: frozenset[int] = frozenset()


def read_page(evidence: Evidence) -> Reading:
    """The likeliest reading, by this page's custom of signing its articles or not."""
    first = find_reading(evidence, [0.0] * len(evidence.features))
    return find_reading(evidence, weigh_bare_leads(evidence.features, first.roles))


def find_reading(evidence: Evidence, bare_leads: Sequence[float]) -> Reading:
    """The likeliest reading, where an article that opens bare at a fragment has this score.

    Bare is what has neither byline nor dateline.
    """
    reached: list[Scores] = []
    steps: list[Steps] = []
    before: Mapping[Role | None, float] = {None: 0.0}
    for i, bare in enumerate(bare_leads):
        steps.append(_weigh_steps(evidence, i, before, bare))
        reached.append(_advance(before, steps[i]))
        before = {role: reached[i][role] for role in reached[i]}
    ahead = _look_ahead(steps, reached[-1])
    doubtful = (i for i, scores in enumerate(reached) if _is_close(scores, ahead[i]))
    return Reading(_trace(steps, reached), frozenset(doubtful))


def weigh_bare_leads(features: Sequence[Features], roles: Sequence[Role]) -> list[float]:
    """For each fragment the score of an article that opens bare there, by this page's custom.

    Briefs below a column's heading are seldom signed, whatever the articles around them are.
    """
    below = _list_below_columns(features, roles)
    leads = [s for s in cut_segments(roles) if s.list_head(Role.TITLE) and s.body]
    signed = sum(bool(s.head.get(Role.BYLINE)) or features[s.body[0]].has_dateline for s in leads)
    if signed < 2:
        return [0.0] * len(roles)
    custom = -7.0 * max(0.0, (signed - 0.5 * (len(leads) - signed)) / len(leads))
    return [custom * (_UNSIGNED if unsigned else 1.0) for unsigned in below]


def _list_below_columns(features: Sequence[Features], roles: Sequence[Role]) -> list[bool]:
    """Whether each fragment stands below a column's heading with nothing signed in between."""
    below: list[bool] = []
    for feature, role in zip(features, roles, strict=True):
        signed = role is Role.BYLINE or feature.has_dateline
        below.append(role is Role.COLUMN or (bool(below) and below[-1] and not signed))
    return below


def _weigh_steps(
    evidence: Evidence, i: int, before: Mapping[Role | None, float], bare: float
) -> Steps:
    """Each possible step to fragment `i`; `before` has the roles that the one before may play."""
    feature = evidence.features[i]
    looks = {role: score for role, look in LOOKS.items() if (score := look(feature)) > HOPELESS}
    return {
        (last, role): looks[role]
        + weigh_step(evidence, i, last, role)
        + bare * opens_bare(last, role, feature)
        for last in before
        for role in FOLLOWERS[last]
        if role in looks
    }


def _advance(before: Mapping[Role | None, float], steps: Steps) -> Scores:
    """The score of the best reading up to a fragment, for each role that it may play."""
    scores: Scores = {}
    for (last, role), gain in steps.items():
        scores[role] = max(scores.get(role, -inf), before[last] + gain)
    return scores


def _look_ahead(steps: Sequence[Steps], last: Scores) -> list[Scores]:
    """For each fragment's role the score of the best reading of what is below."""
    ahead: list[Scores] = [{role: weigh_end(role) for role in last}]
    for below in reversed(steps[1:]):
        scores: Scores = {}
        for (role, following), gain in below.items():
            if role is not None:
                scores[role] = max(scores.get(role, -inf), gain + ahead[-1].get(following, -inf))
        ahead.append(scores)
    return ahead[::-1]


def _trace(steps: Sequence[Steps], reached: Sequence[Scores]) -> tuple[Role, ...]:
    """The roles of the best reading, from the page's end; of equals the one reached first."""
    roles = [max(reached[-1], key=lambda role: reached[-1][role] + weigh_end(role))]
    for gains, above in zip(reversed(steps[1:]), reversed(reached[:-1]), strict=True):
        role = roles[-1]
        roles.append(
            max((r for r in above if (r, role) in gains), key=lambda r: above[r] + gains[r, role])
        )
    return tuple(reversed(roles))


def _is_close(reached: Scores, ahead: Scores) -> bool:
    """Whether the best reading that begins a story here is about as good as the best other."""
    whole = {role: score + ahead[role] for role, score in reached.items() if role in ahead}
    begins = max((s for role, s in whole.items() if role in BEGINNING), default=-inf)
    other = max((s for role, s in whole.items() if role not in BEGINNING), default=-inf)
    return abs(begins - other) < _DOUBT
