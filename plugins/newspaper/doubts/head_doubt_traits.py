"""What speaks for a line of a head being another part of it than it was read as."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from statistics import mean, median

import numpy as np

from plugins.newspaper.doubts.draft_traits import NONE, find_share
from plugins.newspaper.doubts.page_drafts import PageDrafts
from plugins.newspaper.evidence.subjects import measure_angle
from plugins.newspaper.reading.chain import Matrix
from plugins.newspaper.reading.weights import HEAD_PARTS, ROLES
from plugins.newspaper.roles import Role

_MAY_BE = [ROLES.index(role) for role in (*HEAD_PARTS, Role.HEADING, Role.SECTION)]
_FLAGS = (
    "has_dash", "announces", "is_question", "is_numbered", "is_marked", "names_column",
    "is_speaking", "is_bracketed", "ends_loosely", "reads_on", "is_series", "closed", "has_lead",
)  # fmt: skip
_BESIDE = ("has_dash", "announces", "names_column", "is_speaking", "is_bracketed")
#: Paragraphs that a head's lines are compared to.
_LEAD = 2
#: More lines than so many of a kicker, a headline, a subtitle make a head of another build.
_PARTS = ((0, 0), (1, 1), (2, 0))


@dataclass(frozen=True)
class HeadLineTraits:
    """The numbers of the lines of a page's heads."""

    page: PageDrafts

    def measure(self, n: int) -> list[list[float]]:
        """A row for each line of the head of draft `n`."""
        lines = self.page.list_head(n)
        page = self._measure_page(n)
        return [
            [
                *self._measure_line(i), *self._measure_beside(lines, k),
                *self._measure_sizes(lines, k), *self._measure_subjects(n, lines, k), *page,
            ]
            for k, i in enumerate(lines)
        ]  # fmt: skip

    def list_suspects(self, n: int) -> list[bool]:
        """Whether each line of the head of draft `n` is of a kind that is mostly misread.

        Such are a subtitle without a dash, a headline's further line, and a headline that opens as
        text does: 日前，…. Of 70 heads with one of the first two, on pages of a daily that no tree
        had seen, 46 were wrong; of 14 of other papers six.
        """
        roles = self.page.outline.reading.roles
        above = (None, *roles)
        return [self._is_suspect(i, roles[i], above[i]) for i in self.page.list_head(n)]

    def _is_suspect(self, i: int, role: Role, above: Role | None) -> bool:
        line = self.page.features[i]
        if role is Role.SUBTITLE:
            return above is not Role.SUBTITLE and not line.has_dash
        opens = role is Role.TITLE and line.has_lead and line.commas > 0
        return opens or role is Role.TITLE_END

    @cached_property
    def _likely(self) -> Matrix:
        """How likely each fragment is each part."""
        return np.asarray(self.page.outline.reading.steps.sum(axis=1))

    def _measure_line(self, i: int) -> list[float]:
        """What the line looks like, and what else the reading may take it for."""
        line, reading = self.page.features[i], self.page.outline.reading
        return [
            *(reading.roles[i] is role for role in HEAD_PARTS), reading.sure[i],
            *self._likely[i, _MAY_BE].tolist(), *(getattr(line, flag) for flag in _FLAGS),
            line.size, len(line.text.split()), line.commas, line.text[0] in "“「《",
            line.fragment.gap - self.page.outline.evidence.usual_gap, len(line.fragment.lines),
            *self.page.others.weigh_parts(i, _MAY_BE),
        ]  # fmt: skip

    def _measure_beside(self, lines: Sequence[int], k: int) -> Iterator[float]:
        """What the head's lines directly above and below this one are."""
        for j in (k - 1, k + 1):
            if not 0 <= j < len(lines):
                yield from [NONE] * (len(_BESIDE) + 3)
                continue
            line, reading = self.page.features[lines[j]], self.page.outline.reading
            yield from (getattr(line, flag) for flag in _BESIDE)
            yield from (len(line.text.split()), HEAD_PARTS.index(reading.roles[lines[j]]))
            yield reading.sure[lines[j]]

    def _measure_sizes(self, lines: Sequence[int], k: int) -> list[float]:
        """How long the line is beside the head's others, and beside the page's headlines."""
        sizes = [self.page.features[i].size for i in lines]
        return [
            k, len(lines) - k - 1,
            sizes[k] - sizes[k - 1] if k else 3 * NONE,
            sizes[k] - sizes[k + 1] if k + 1 < len(lines) else 3 * NONE,
            sizes[k] - self._usual_size,
        ]  # fmt: skip

    @cached_property
    def _usual_size(self) -> float:
        return median(shape[2] for shape in self.page.shapes)

    def _measure_subjects(self, n: int, lines: Sequence[int], k: int) -> list[float]:
        """What the line, and those beside it, share with the text's first paragraphs."""
        lead = self.page.gather(self.page.drafts[n].chain[:_LEAD])
        return [
            measure_angle(self.page.gather(lines[j : j + 1]), lead) if 0 <= j < len(lines) else NONE
            for j in (k, k - 1, k + 1)
        ]

    def _measure_page(self, n: int) -> list[float]:
        """What the whole head is, and how many of the page's heads are built alike."""
        build, sure = self._builds[n], self.page.outline.reading.sure
        return [
            *build, *self._shares, self._counts[build] / len(self._builds), len(self._builds),
            min((sure[i] for i in self.page.list_head(n)), default=1.0),
            self.page.margins[n].opening[0], self.page.signs[n], self._wrapped,
        ]  # fmt: skip

    @cached_property
    def _shares(self) -> list[float]:
        """How many of the heads have a kicker, a headline of several lines, a subtitle."""
        return [find_share(b[part] > least for b in self._builds) for part, least in _PARTS]

    @cached_property
    def _counts(self) -> Counter[tuple[int, int, int]]:
        return Counter(self._builds)

    @cached_property
    def _wrapped(self) -> float:
        """How many raw lines a fragment has."""
        return mean(len(feature.fragment.lines) for feature in self.page.features)

    @cached_property
    def _builds(self) -> list[tuple[int, int, int]]:
        """How many kickers, lines of the headline and subtitles each head has."""
        segments = [draft.segment for draft in self.page.drafts]
        parts = ((Role.KICKER,), (Role.TITLE, Role.TITLE_END), (Role.SUBTITLE,))
        return [
            (len(s.list_head(*parts[0])), len(s.list_head(*parts[1])), len(s.list_head(*parts[2])))
            for s in segments
        ]
