"""The likeliest reading of a page: the part of each fragment, and how sure that is."""

from dataclasses import dataclass

from plugins.newspaper.cues.fragment_cues import FragmentCues
from plugins.newspaper.evidence.edges import Evidence
from plugins.newspaper.reading.chain import NEVER, Scores, find_best, find_likelihoods, weigh
from plugins.newspaper.reading.roles import BEGINNING, OPENING, Role
from plugins.newspaper.reading.weights import ROLES, load_weights

#: A sentence that reads on across a line better than this (nats) surely does.
_SURE = 6.0
#: Type so much larger than running text is display type, which counts for so much (nats).
_LARGE, _TYPE = 1.25, 4.0
_HEADLINE = [ROLES.index(role) for role in (Role.TITLE, Role.TITLE_END)]
_DISPLAY = [ROLES.index(role) for role in (*OPENING, Role.TITLE_END, Role.SUBTITLE, Role.HEADING)]


@dataclass(frozen=True, slots=True)
class Reading:
    """The role of each fragment of a page, in page order.

    `begins` is how likely it is (0 to 1) that a story, or a section of them, begins with it.
    """

    roles: tuple[Role, ...]
    begins: tuple[float, ...]


def read_page(evidence: Evidence) -> Reading:
    """The likeliest reading by the learned weights."""
    scores = weigh(FragmentCues(evidence).list_all(), load_weights())
    _forbid(scores, evidence)
    _weigh_type(scores, evidence)
    roles = tuple(ROLES[n] for n in find_best(scores))
    begins = find_likelihoods(scores)[:, [ROLES.index(role) for role in BEGINNING]].sum(axis=1)
    return Reading(roles, tuple(begins.tolist()))


def _weigh_type(scores: Scores, evidence: Evidence) -> None:
    """Add what the size of type says of display type, where a file tells it.

    The weights were learned on text alone; these say little enough for words to overrule them.
    """
    sizes = [feature.fragment.size for feature in evidence.features]
    known = max(sizes) >= _LARGE
    for i, size in enumerate(sizes):
        if size >= _LARGE:
            scores.own[i, _DISPLAY] += _TYPE
        elif size and known:
            scores.own[i, _HEADLINE] -= _TYPE


def _forbid(scores: Scores, evidence: Evidence) -> None:
    """Rule out what cannot be, whatever weights say of it.

    A line that names authors is no display type; a finished sentence does not go on; one that
    surely goes on across a section's heading goes on there.
    """
    rest, section = ROLES.index(Role.REST), ROLES.index(Role.SECTION)
    others = [n for n in range(len(ROLES)) if n != rest]
    features = evidence.features
    for i, feature in enumerate(features):
        if feature.is_byline or feature.is_signature or feature.has_dateline:
            scores.own[i, _DISPLAY] += NEVER
        if i and features[i - 1].closed:
            scores.steps[i, [*range(section), *range(section + 1, len(ROLES))], rest] += NEVER
        if i > 1 and features[i - 2].closed:
            scores.steps[i, section, rest] += NEVER
        elif i > 1 and evidence.weigh_intrusion(i - 1) > _SURE:
            scores.steps[i, section, others] += NEVER
