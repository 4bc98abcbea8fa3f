"""A linear chain of roles with learned weights (Lafferty, McCallum and Pereira 2001).

A reading's score is the sum of the weights of its cues: those of each fragment for its role, those
of each step for the two roles that it leads from and to. From the scores follow the likeliest
reading (Viterbi) and how likely each role of each fragment is (forward and backward sums).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float64]
#: A fragment's own cues and those of the step to it.
PageCues = Sequence[tuple[Sequence[str], Sequence[str]]]
#: No reading has a step that this is the score of.
NEVER = -1e9
#: What scores less has been ruled out by some NEVER.
_RULED_OUT = NEVER / 10


@dataclass(frozen=True)
class Weights:
    """What each cue says for each role (`own`: cue → roles), and for each step (cue → roles²).

    Steps are numbered `before * (number of roles + 1) + role`; the last number before is the
    page's top. The cue "end" of `own` is what speaks for a role at the page's end.
    """

    own: Mapping[str, Matrix]
    steps: Mapping[str, Matrix]
    allowed: Matrix

    @property
    def roles(self) -> int:
        """How many roles there are."""
        return int(self.allowed.shape[1])


@dataclass(frozen=True)
class Scores:
    """A page's scores: `own[i, role]`, and `steps[i, before, role]` with the page's top last."""

    own: Matrix
    steps: Matrix
    end: Matrix


def weigh(cues: PageCues, weights: Weights) -> Scores:
    """The scores of all roles and steps of a page; a cue that was never learned says nothing."""
    count = weights.roles
    own = np.zeros((len(cues), count))
    steps = np.repeat(weights.allowed[None], len(cues), axis=0)
    for i, (named, stepping) in enumerate(cues):
        for cue in named:
            if cue in weights.own:
                own[i] += weights.own[cue]
        for cue in stepping:
            if cue in weights.steps:
                steps[i] += weights.steps[cue]
    return Scores(own, steps, weights.own.get("end", np.zeros(count)))


def find_best(scores: Scores) -> list[int]:
    """The likeliest reading; of equal roles the one listed first."""
    best = scores.own[0] + scores.steps[0, -1]
    back: list[NDArray[np.intp]] = []
    for own, steps in zip(scores.own[1:], scores.steps[1:], strict=True):
        reached = best[:, None] + steps[:-1]
        back.append(reached.argmax(axis=0))
        best = reached.max(axis=0) + own
    path = [int((best + scores.end).argmax())]
    for choices in reversed(back):
        path.append(int(choices[path[-1]]))
    return path[::-1]


def find_sums(scores: Scores) -> tuple[Matrix, Matrix, float]:
    """Log sums forward and backward for each fragment and role, and that of all readings."""
    forward = [scores.own[0] + scores.steps[0, -1]]
    for own, steps in zip(scores.own[1:], scores.steps[1:], strict=True):
        forward.append(_sum_logs(forward[-1][:, None] + steps[:-1], 0) + own)
    backward = [scores.end]
    for own, steps in zip(scores.own[:0:-1], scores.steps[:0:-1], strict=True):
        backward.append(_sum_logs(steps[:-1] + (own + backward[-1])[None, :], 1))
    total = float(_sum_logs(forward[-1] + scores.end, 0))
    return np.array(forward), np.array(backward[::-1]), total


def find_step_likelihoods(scores: Scores) -> Matrix:
    """How likely each step to each fragment is, over all readings: [i, before, role]."""
    forward, backward, total = find_sums(scores)
    pairs = _lay_side_by_side(scores, forward, backward) - total
    return np.asarray(np.exp(np.minimum(pairs, 0.0)))


def find_best_steps(scores: Scores) -> Matrix:
    """The score of the best reading with each step to each fragment: [i, before, role]."""
    forward = [scores.own[0] + scores.steps[0, -1]]
    for own, steps in zip(scores.own[1:], scores.steps[1:], strict=True):
        forward.append((forward[-1][:, None] + steps[:-1]).max(axis=0) + own)
    backward = [scores.end]
    for own, steps in zip(scores.own[:0:-1], scores.steps[:0:-1], strict=True):
        backward.append((steps[:-1] + (own + backward[-1])[None, :]).max(axis=1))
    return _lay_side_by_side(scores, np.array(forward), np.array(backward[::-1]))


def soften(scores: Scores, share: float) -> Scores:
    """The scores with all evidence counting for a fraction; what may not be still may not."""
    own, steps, end = (
        np.where(part < _RULED_OUT, part, part * share)
        for part in (scores.own, scores.steps, scores.end)
    )
    return Scores(own, steps, end)


def _lay_side_by_side(scores: Scores, forward: Matrix, backward: Matrix) -> Matrix:
    """What is known above each step, of itself and below it, added up: [i, before, role]."""
    above = np.full((len(forward), scores.steps.shape[1]), NEVER)
    above[0, -1] = 0.0
    above[1:, :-1] = forward[:-1]
    return above[:, :, None] + scores.steps + (scores.own + backward)[:, None, :]


def _sum_logs(values: Matrix, axis: int) -> Matrix:
    most = values.max(axis=axis, keepdims=True)
    summed = np.log(np.exp(values - most).sum(axis=axis)) + most.squeeze(axis)
    return np.asarray(summed)
