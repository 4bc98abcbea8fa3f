"""What a page's reading comes to: drafts of its articles, still in numbers of fragments."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from plugins.newspaper.cues.looks import STORY_OPENINGS, name_opening
from plugins.newspaper.evidence.edges import Evidence
from plugins.newspaper.reading.reading import Reading, read_page
from plugins.newspaper.reading.segments import Segment, cut_segments
from plugins.newspaper.reading.stitching import Link, Stitcher
from plugins.newspaper.reading.weights import load_links
from plugins.newspaper.roles import Role


@dataclass(frozen=True)
class Draft:
    """An article in the making; all numbers are indices of fragments.

    `chain` is its text in reading order, `end_bylines` the bylines printed behind that.
    """

    segment: Segment
    chain: tuple[int, ...]
    end_bylines: tuple[int, ...]

    @property
    def fragments(self) -> set[int]:
        """Everything that the article is made of, its section's heading aside."""
        head = {i for found in self.segment.head.values() for i in found}
        return (head - set(self.segment.list_head(Role.SECTION))) | {*self.chain, *self.end_bylines}


@dataclass(frozen=True)
class Outline:
    """The drafts of a page's articles, in page order, and how its text was read and linked."""

    evidence: Evidence
    reading: Reading
    links: Sequence[Link]
    drafts: Sequence[Draft]


def outline_page(evidence: Evidence) -> Outline:
    """Read a page and draft its articles."""
    reading = read_page(evidence)
    segments = cut_segments(reading.roles)
    stitcher = Stitcher(segments, reading.roles, evidence, load_links(), reading.sure)
    links = stitcher.find_links()
    openings = _list_openings(evidence, reading.roles)
    notes = {i for i, feature in enumerate(evidence.features) if feature.opens_note}
    drafts = _draft_articles(segments, links, stitcher.follow(links), openings, notes)
    kept = keep_reached(links, drafts)
    if len(kept) < len(links):
        drafts = _draft_articles(segments, kept, stitcher.follow(kept), openings, notes)
    return Outline(evidence, reading, kept, drafts)


def keep_reached(links: Sequence[Link], drafts: Sequence[Draft]) -> list[Link]:
    """The links without the moves to text that no draft has: they would take an article's along."""
    reached = {i for draft in drafts for i in draft.chain}
    return [link for link in links if not link.moved or link.end in reached]


def _draft_articles(
    segments: Sequence[Segment],
    links: Sequence[Link],
    behind: Mapping[int, int],
    openings: Collection[int],
    notes: Collection[int],
) -> list[Draft]:
    """One draft for each headline, and for each text without one that opens as a story does.

    An editor's note without one introduces the article below it. Other such text is the rest of
    something that the page does not have.
    """
    claimed = {link.start for link in links}
    signed = {s.body[-1]: tuple(s.end_bylines) for s in segments if s.body}
    drafts: list[Draft] = []
    note: tuple[int, ...] = ()
    for segment in segments:
        first = segment.body[0] if segment.body and segment.body[0] not in claimed else None
        if segment.list_head(Role.TITLE) or first in openings:
            chain = (*note, *_follow(first, behind))
            end_bylines = signed.get(chain[-1], ()) if chain else ()
            drafts.append(Draft(segment, chain, end_bylines))
            note = ()
        elif first in notes:
            note = _follow(first, behind)
    return drafts


def _list_openings(evidence: Evidence, roles: Sequence[Role]) -> set[int]:
    """The fragments that open a story by themselves: briefs, and text that opens as news does."""
    return {
        i
        for i, (role, feature) in enumerate(zip(roles, evidence.features, strict=True))
        if role is Role.BRIEF or name_opening(feature) in STORY_OPENINGS
    }


def _follow(first: int | None, behind: Mapping[int, int]) -> tuple[int, ...]:
    """The chain of fragments from `first` on."""
    chain: list[int] = []
    # Links make no circle: Stitcher breaks them.
    while first is not None:
        chain.append(first)
        first = behind.get(first)
    return tuple(chain)
