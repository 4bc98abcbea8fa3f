"""What is odd of a draft as an article: its sections, its words, what it was joined of, its head.

The reading weighs lines; these are of the whole that its lines have come to.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from plugins.newspaper.doubts.draft_traits import NONE
from plugins.newspaper.doubts.page_drafts import PageDrafts
from plugins.newspaper.evidence.subjects import measure_angle
from plugins.newspaper.outline import Draft
from plugins.newspaper.reading.stitching import Link
from plugins.newspaper.roles import Role

#: So many paragraphs of a text are compared with all of it.
_COMPARED = 30
#: What is called the weight of links where there is none (nats).
_NO_LINK = 20.0
#: The beginnings within a text that are the nearest thing to one.
_NEAREST = 3
_PRONOUNS = "他她它这那此其"


@dataclass(frozen=True)
class Oddities:
    """The numbers of one page's drafts that have text."""

    page: PageDrafts

    def measure(self, n: int) -> list[float]:
        """A row of numbers for draft `n`."""
        parts: tuple[Callable[[int], list[float]], ...] = (
            self._measure_sections, self._measure_kinship, self._measure_joins,
            self._measure_head, self._measure_form, self._measure_readings,
        )  # fmt: skip
        return [float(x) for part in parts for x in part(n)]

    def _measure_sections(self, n: int) -> list[float]:
        """How short the sections are, and how much text stands above the first sub-headline."""
        sections: list[list[int]] = [[]]
        headings = set(self.page.headings[n])
        for i in self.page.drafts[n].chain:
            if i in headings:
                sections.append([])
            else:
                sections[-1].append(i)
        sizes = [sum(self.page.features[i].size for i in section) for section in sections]
        counts = [len(section) for section in sections[1:]]
        return [
            min(sizes[1:], default=NONE), min(counts, default=NONE), counts.count(0), sizes[0],
        ]  # fmt: skip

    def _measure_kinship(self, n: int) -> list[float]:
        """What the paragraph that has least in common with the whole text shares with it."""
        texts, whole = self._texts[n], self.page.bodies[n]
        angles = [measure_angle(self.page.gather([i]), whole) for i in texts[:_COMPARED]]
        return [
            min(angles, default=NONE), min(angles[1:], default=NONE),
            angles[-1] if len(angles) > 1 else NONE,
        ]  # fmt: skip

    def _measure_joins(self, n: int) -> list[float]:
        """How sure its paragraphs are joined, and which lines among its own no article has."""
        draft = self.page.drafts[n]
        joined = [self._links[i] for i in draft.chain if i in self._links]
        own = [*self.page.list_head(n), *draft.chain]
        lost = bisect_right(self._lost, max(own)) - bisect_left(self._lost, min(own))
        return [
            min((link.weight for link in joined), default=_NO_LINK), len(joined),
            sum(link.moved for link in joined), lost, len(self._lost),
        ]  # fmt: skip

    def _measure_head(self, n: int) -> list[float]:
        """Whether it has a headline, and its neighbours do; whether that is a whole sentence."""
        lines = [self.page.features[i] for i in self._list_title(self.page.drafts[n])]
        titled = self._titled
        return [
            any(line.closed for line in lines), any(line.has_lead for line in lines),
            bool(lines) and lines[-1].announces,
            sum(len(line.text) for line in lines), bool(lines),
            *(titled[m] if 0 <= m < len(titled) else NONE for m in (n - 1, n + 1)),
        ]  # fmt: skip

    def _measure_form(self, n: int) -> list[float]:
        """How long its paragraphs are, how many indents they have, how it opens and ends."""
        lines = [self.page.features[i] for i in self.page.drafts[n].chain]
        sizes = [line.size for line in lines]
        indents = {self.page.features[i].fragment.indent for i in self._texts[n]}
        return [
            max(sizes), min(sizes), lines[0].text[0] in _PRONOUNS, len(indents),
            lines[0].is_display, lines[-1].is_display,
        ]  # fmt: skip

    def _measure_readings(self, n: int) -> list[float]:
        """How near to a beginning its text comes, and how clear it is where none is."""
        others, texts = self.page.others, self._texts[n][1:]
        likely = [others.weigh_beginning(i) for i in texts]
        clear = np.sort(np.abs(others.gains[list(self.page.drafts[n].chain)]))[:_NEAREST]
        nearest = (max((told[k] for told in likely), default=NONE) for k in range(2))
        return [*nearest, clear.mean()]

    def _list_title(self, draft: Draft) -> list[int]:
        return draft.segment.list_head(Role.TITLE, Role.TITLE_END)

    @cached_property
    def _texts(self) -> list[Sequence[int]]:
        """Each draft's paragraphs."""
        pairs = zip(self.page.drafts, map(set, self.page.headings), strict=True)
        return [[i for i in draft.chain if i not in headings] for draft, headings in pairs]

    @cached_property
    def _titled(self) -> list[bool]:
        return [bool(self._list_title(draft)) for draft in self.page.drafts]

    @cached_property
    def _links(self) -> dict[int, Link]:
        """The links by the pieces that they lead on from."""
        return {link.end: link for link in self.page.outline.links}

    @cached_property
    def _lost(self) -> list[int]:
        """The lines of the page that no article has."""
        roles, drafts = self.page.outline.reading.roles, self.page.outline.drafts
        used = {i for draft in drafts for i in draft.fragments}
        return [i for i, role in enumerate(roles) if i not in used and role is not Role.SECTION]
