"""The drafts of a page side by side: their headlines, texts and signatures, and their words."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from plugins.newspaper.doubts.margins import Margins, PageMargins
from plugins.newspaper.doubts.other_readings import OtherReadings
from plugins.newspaper.evidence.features import Features
from plugins.newspaper.evidence.subjects import Vector, weigh_words
from plugins.newspaper.outline import Draft, Outline
from plugins.newspaper.reading.weights import HEAD_PARTS
from plugins.newspaper.roles import Role


@dataclass(frozen=True)
class PageDrafts:
    """The drafts of one page that have text; those of a number are the draft's."""

    outline: Outline

    @cached_property
    def drafts(self) -> list[Draft]:
        """The drafts that have text."""
        return [draft for draft in self.outline.drafts if draft.chain]

    @property
    def features(self) -> Sequence[Features]:
        """What each fragment of the page looks like."""
        return self.outline.evidence.features

    @cached_property
    def page_margins(self) -> PageMargins:
        """The reading's margins of the page."""
        return PageMargins(self.outline.reading)

    @cached_property
    def others(self) -> OtherReadings:
        """How else the page may be read."""
        return OtherReadings(self.outline.reading.scores)

    @cached_property
    def margins(self) -> list[Margins]:
        """The reading's margins of each draft."""
        return [self.page_margins.measure(draft) for draft in self.drafts]

    def list_head(self, n: int) -> list[int]:
        """The lines of a draft's head, its bylines aside."""
        return self.drafts[n].segment.list_head(*HEAD_PARTS)

    @cached_property
    def headings(self) -> list[list[int]]:
        """The sub-headlines of each draft's text."""
        roles = self.outline.reading.roles
        return [[i for i in draft.chain if roles[i] is Role.HEADING] for draft in self.drafts]

    @cached_property
    def shapes(self) -> list[tuple[int, int, int]]:
        """Of each draft's headline: how many lines it has, the size of the first and the last."""
        titles = [d.segment.list_head(Role.TITLE, Role.TITLE_END) for d in self.drafts]
        sizes = [[self.features[i].size for i in lines] or [0] for lines in titles]
        return [(len(t), s[0], s[-1]) for t, s in zip(titles, sizes, strict=True)]

    @cached_property
    def sizes(self) -> list[float]:
        """How much text each draft has (logarithm of its characters)."""
        return [math.log1p(sum(self.features[i].size for i in d.chain)) for d in self.drafts]

    @cached_property
    def signs(self) -> list[int]:
        """How each draft is signed: by a dateline 3, a byline 2, behind its text 1, else 0."""
        return [self._find_sign(draft) for draft in self.drafts]

    def _find_sign(self, draft: Draft) -> int:
        first, last = self.features[draft.chain[0]], self.features[draft.chain[-1]]
        if first.has_dateline:
            return 3
        if draft.segment.list_head(Role.BYLINE):
            return 2
        return int(bool(draft.end_bylines) or last.has_end_credits or last.is_signature)

    @cached_property
    def bodies(self) -> list[Vector]:
        """The words of each draft's text."""
        return [self.gather(draft.chain) for draft in self.drafts]

    @cached_property
    def heads(self) -> list[Vector]:
        """The words of each draft's head."""
        return [self.gather(self.list_head(n)) for n in range(len(self.drafts))]

    def gather(self, lines: Sequence[int]) -> Vector:
        """The words of these lines."""
        evidence = self.outline.evidence
        return weigh_words(evidence.language, (w for i in lines for w in evidence.words[i]))
