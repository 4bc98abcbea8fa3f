"""The likeliest reading of a page: the part of each fragment, and how sure that is."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from plugins.newspaper.cues.fragment_cues import FragmentCues
from plugins.newspaper.cues.head_traits import HeadTraits
from plugins.newspaper.cues.run_cues import RunCues
from plugins.newspaper.cues.story_peers import StoryPeers
from plugins.newspaper.cues.story_traits import StoryTraits
from plugins.newspaper.cues.trees import Trees
from plugins.newspaper.evidence.brief_rows import LONGEST_BRIEF
from plugins.newspaper.evidence.display_lines import LARGE, RUNNING
from plugins.newspaper.evidence.edges import Evidence
from plugins.newspaper.evidence.features import Features
from plugins.newspaper.evidence.subjects import Kinship
from plugins.newspaper.reading.chain import (
    NEVER,
    Matrix,
    PageCues,
    Scores,
    find_best,
    find_step_likelihoods,
    weigh,
)
from plugins.newspaper.reading.forms import weigh_forms
from plugins.newspaper.reading.moved_tails import LEAST, MovedTails, list_tails
from plugins.newspaper.reading.weights import ROLES, DisplayTrees, load_trees, load_weights
from plugins.newspaper.roles import BODY, OPENING, Role

#: A sentence that reads on across a line better than this (nats) surely does.
_SURE = 6.0
#: What type that is so much larger than running text counts for as display type (nats).
_TYPE = 4.0
#: Where the page's largest type is so much larger than a line's, that one is rather a sub-headline
#: than a headline: in saved pages, bold text.
_LARGER = 1.5
_HEADLINE = [ROLES.index(role) for role in (Role.TITLE, Role.TITLE_END)]
_DISPLAY = [ROLES.index(role) for role in (*OPENING, Role.TITLE_END, Role.SUBTITLE, Role.HEADING)]
#: A seam must read better than this (nats) to count, and counts for no more than that.
_READS_ON, _MOST = 5.0, 5.0
_FROM_PAGE = [ROLES.index(role) for role in (Role.BRIEF, Role.START)]
_NO_TEXT = [*_HEADLINE, ROLES.index(Role.HEADING)]
#: Text that is so much likelier (nats) of another story than that above it tells of another thing.
_CHANGED = 2.0
_RUNNING = [ROLES.index(role) for role in (*BODY, Role.END_BYLINE)]


@dataclass(frozen=True, slots=True)
class Reading:
    """The role of each fragment of a page, in page order.

    `sure` is how likely (0 to 1) that role is, `steps` how likely each step to it is by the roles
    before and after, numbered as those of Weights; `scores` are what all that follows from.
    """

    roles: tuple[Role, ...]
    sure: tuple[float, ...]
    steps: Matrix
    scores: Scores


def read_page(evidence: Evidence) -> Reading:
    """The likeliest reading by the learned weights."""
    scores = weigh(list_cues(evidence), load_weights())
    _forbid(scores, evidence)
    _forbid_among_news(scores, evidence)
    _weigh_type(scores, evidence)
    _weigh_seams(scores, evidence)
    weigh_forms(scores, evidence.features)
    path = find_best(scores)
    steps = find_step_likelihoods(scores)
    sure = steps.sum(axis=1)[range(len(path)), path]
    return Reading(tuple(ROLES[n] for n in path), tuple(sure.tolist()), steps, scores)


def list_cues(evidence: Evidence) -> PageCues:
    """The cues of all fragments, with those that tell what lines of display type are."""
    found = FragmentCues(evidence)
    return DisplayTraits.look_at(evidence).tell(found.list_all(), found.run_cues, load_trees())


@dataclass(frozen=True)
class DisplayTraits:
    """The numbers of a page's display type: a row for each run, and a row for each line.

    `kinship` is that of the texts between the runs.
    """

    runs: Sequence[Sequence[float]] = ()
    lines: Sequence[Sequence[float]] = ()
    kinship: Kinship = field(default_factory=Kinship)

    @classmethod
    def look_at(cls, evidence: Evidence) -> "DisplayTraits":
        """The numbers of one page."""
        stories = StoryTraits(evidence)
        kinship = Kinship.look_at(evidence, [run.lines for run in stories.runs])
        return cls(stories.measure(), HeadTraits(evidence).measure(), kinship)

    def add_peers(self, run_cues: RunCues, alone: Trees) -> list[list[float]]:
        """The rows of the runs, each with what these trees say of its peers, and of its story."""
        odds = alone.weigh(self.runs)
        peers = StoryPeers(run_cues.runs, run_cues.features, self.kinship, odds)
        return [[*row, *told] for row, told in zip(self.runs, peers.measure(), strict=True)]

    def tell(self, cues: PageCues, run_cues: RunCues, trees: DisplayTrees) -> PageCues:
        """The page's cues with those of what the trees say of its display type."""
        rows = self.add_peers(run_cues, trees.alone)
        stories = run_cues.list_stories(trees.stories.weigh(rows))
        parts = {part: grown.weigh(self.lines) for part, grown in trees.heads.items()}
        heads = run_cues.list_heads(parts)
        return [
            ([*own, *stories.get(i, ()), *heads.get(i, ())], steps)
            for i, (own, steps) in enumerate(cues)
        ]


def _weigh_seams(scores: Scores, evidence: Evidence) -> None:
    """Add what speaks against short lines that read on in a moved tail being display type.

    They are what a column's end has left of a sentence whose rest stands elsewhere on the page. It
    takes less for one that opens as sentences do where a piece stands that nothing begins with, and
    for one that leaves a quotation open where a piece ends one.
    """
    tails = list_tails(evidence.features)
    moved = MovedTails(evidence, tails)
    loose = any(evidence.features[i].loose_start for i in tails)
    closes = any(evidence.features[i].unpaired[0] for i in tails)
    for i, feature in enumerate(evidence.features):
        if feature.is_display and feature.size >= LEAST:
            is_half = (loose and feature.reads_on) or (closes and feature.unpaired[1] > 0)
            least = 0.0 if is_half else _READS_ON
            scores.own[i, _DISPLAY] -= min(_MOST, max(0.0, moved.find_seam(i) - least))


def _weigh_type(scores: Scores, evidence: Evidence) -> None:
    """Add what the size of type says of display type, where a file tells it.

    The weights were learned on text alone; these say little enough for words to overrule them.
    """
    sizes = [feature.fragment.size for feature in evidence.features]
    known = max(sizes) >= LARGE
    for i, size in enumerate(sizes):
        if size >= LARGE:
            scores.own[i, _DISPLAY] += _TYPE
            scores.own[i, _HEADLINE] -= _TYPE if max(sizes) >= _LARGER * size else 0.0
        elif size and known:
            scores.own[i, _HEADLINE] -= _TYPE


def _forbid(scores: Scores, evidence: Evidence) -> None:
    """Rule out what cannot be, whatever weights say of it.

    A line that names authors is no display type, a marked line with another directly below or above
    it no sub-headline, for that has text below it; a finished sentence does not go on; one that
    surely goes on across a section's heading goes on there. What goes on from another page is no
    part of the story above, and the text below it none of its own. A long line with commas is no
    headline, but for one with its column's name behind it; nor is a plain line above one brief a
    section's heading.
    """
    rest, section = ROLES.index(Role.REST), ROLES.index(Role.SECTION)
    others = [n for n in range(len(ROLES)) if n != rest]
    features = evidence.features
    scores.own[list(_list_continued(features)), ROLES.index(Role.BRIEF)] += NEVER
    for i, feature in enumerate(features):
        if feature.is_byline or feature.is_signature or feature.has_dateline:
            scores.own[i, _DISPLAY] += NEVER
        if feature.size >= RUNNING and feature.commas and not feature.names_column:
            scores.own[i, _NO_TEXT] += NEVER
        if evidence.is_item(i):
            scores.own[i, ROLES.index(Role.HEADING)] += NEVER
        if feature.from_page:
            # Below a headline it is that one's text, below any other line a piece by itself.
            headed = i > 0 and (features[i - 1].is_display or features[i - 1].is_byline)
            may_be = _FROM_PAGE[: 1 + headed]
            scores.own[i, [n for n in range(len(ROLES)) if n not in may_be]] += NEVER
            scores.steps[i, _RUNNING, ROLES.index(Role.START)] += NEVER
        if i and features[i - 1].closed:
            scores.steps[i, [*range(section), *range(section + 1, len(ROLES))], rest] += NEVER
        if i and _has_headline(features, i):
            scores.steps[i, section, ROLES.index(Role.BRIEF)] += NEVER
        if i > 1 and features[i - 2].closed:
            scores.steps[i, section, rest] += NEVER
        elif i > 1 and evidence.weigh_intrusion(i - 1) > _SURE:
            scores.steps[i, section, others] += NEVER


def _forbid_among_news(scores: Scores, evidence: Evidence) -> None:
    """Rule out that a column's name above news is a headline or text, or news anything but briefs.

    The first sentence has no headline, for it is none; the second tells of another thing.
    """
    for i in range(len(evidence.features) - 2):
        if _heads_news(evidence, i):
            scores.own[i, [*_NO_TEXT, *_RUNNING]] += NEVER
            scores.own[i + 1, _HEADLINE] += NEVER
            scores.steps[i + 2, ROLES.index(Role.BRIEF), ROLES.index(Role.START)] += NEVER


def _has_headline(features: Sequence[Features], i: int) -> bool:
    """Whether the line above `i` is no more than a line, and no other brief is near below it."""
    above = features[i - 1]
    named = above.is_column or above.is_bracketed or above.is_marked
    return not (named or any(f.opens_brief for f in features[i + 1 : i + 3]))


def _heads_news(evidence: Evidence, i: int) -> bool:
    """Whether line `i` is a column's name with sentences below it that tell of different things."""
    below = evidence.features[i + 1 : i + 3]
    if not evidence.features[i].is_column or len(below) < 2:
        return False
    short = all(f.closed and not f.is_display and f.size <= LONGEST_BRIEF for f in below)
    return short and evidence.weigh_change(i + 2) >= _CHANGED


def _list_continued(features: Sequence[Features]) -> set[int]:
    """The text of pieces that go on from another page, their first paragraphs aside."""
    continued: set[int] = set()
    inside = False
    for i, feature in enumerate(features):
        opens = feature.is_display or feature.has_dateline or feature.is_marked
        if inside and not opens and not feature.from_page:
            continued.add(i)
        inside = bool(feature.from_page) or (inside and not opens)
    return continued
