"""What speaks for a piece of text going on in another: cues whose weights are learned.

An open end is text that breaks off: no stop, no colon, no credit, no line of display type. It may
go on in any piece of running text that opens no article.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from heapq import nlargest

from plugins.newspaper.cues.buckets import bucket
from plugins.newspaper.evidence.edges import Evidence
from plugins.newspaper.evidence.features import Features
from plugins.newspaper.evidence.subjects import Vector, measure_angle, weigh_words
from plugins.newspaper.reading.segments import Segment, read_authors, read_end_authors
from plugins.newspaper.roles import Role

#: No line shorter than this is an open end or the rest of one, unless it stands directly below.
_SHORTEST = 6
#: Text that reads worse than this across the seam (nats) has not moved from there.
_WORST = -1.5
_SEAMS = (-5.0, -3.0, -1.5, -0.5, 0.5, 1.5, 2.5, 4.0, 6.0, 9.0, 12.0)
_OPENINGS = (-8.9, -6.0, -4.5, -3.5, -2.5, -1.8)
_ANGLES = (-0.2, -0.12, -0.06, -0.02, 0.02, 0.06, 0.12, 0.2)
_MARGINS = (-6.0, -3.0, -1.0, -0.01, 0.01, 1.0, 3.0, 6.0)
#: Fragments whose words are looked at on each side of a link.
_SCOPE = 4


@dataclass(frozen=True)
class Candidates:
    """The open ends of a page, the pieces that may be their rest, and what speaks for each pair."""

    segments: Sequence[Segment]
    roles: Sequence[Role]
    evidence: Evidence
    _vectors: dict[tuple[int, ...], Vector] = field(default_factory=dict)

    @cached_property
    def ends(self) -> list[int]:
        """The fragments that break off."""
        return [i for s in self.segments for i in s.body if self._is_open(i)]

    @cached_property
    def starts(self) -> list[int]:
        """The fragments that may go on with another."""
        return [
            i
            for s in self.segments
            for i in s.body
            if self.roles[i] in (Role.START, Role.REST) and not self._opens_article(s, i)
        ]

    @cached_property
    def next(self) -> dict[int, int]:
        """The fragment printed below each, in its segment."""
        return {a: b for s in self.segments for a, b in zip(s.body, s.body[1:], strict=False)}

    @cached_property
    def _home(self) -> dict[int, int]:
        return {i: n for n, s in enumerate(self.segments) for i in s.body}

    def _is_open(self, i: int) -> bool:
        feature = self.evidence.features[i]
        if self.roles[i] is Role.HEADING or feature.closed or feature.ends_with_stop:
            return False
        return not (feature.announces or feature.is_byline or feature.is_source)

    def _opens_article(self, segment: Segment, i: int) -> bool:
        """Whether nothing but sub-headlines stands between a headline and fragment `i`."""
        feature = self.evidence.features[i]
        if feature.has_dateline or feature.is_byline or feature.is_signature:
            return True
        first = next(j for j in segment.body if self.roles[j] is not Role.HEADING)
        return bool(segment.list_head(Role.TITLE)) and i == first

    def is_possible(self, end: int, start: int) -> bool:
        """Whether `start` can be the rest of `end` at all."""
        if self.next.get(end) == start:
            return True
        own, host = self._home[end], self._home[start]
        if own == host and start <= end:
            return False
        features = self.evidence.features
        if features[end].size < _SHORTEST or features[start].size < _SHORTEST:
            return False
        return self.evidence.weigh_seam(end, start) >= _WORST

    def name_cues(self, end: int, start: int) -> list[str]:
        """What speaks for `start` being the rest of `end`."""
        own, host = self._home[end], self._home[start]
        left, right = self.evidence.features[end], self.evidence.features[start]
        seam = self.evidence.weigh_seam(end, start)
        if self.next.get(end) == start:
            role = "rest" if self.roles[start] is Role.REST else "start"
            place = f"below {role}"
        elif own == host:
            place = "within"
        elif host == own - 1:
            place = "above own"
        else:
            place = "far"
        level = bucket(seam, _SEAMS)
        ends, starts = self._end_names[end], self._start_names[start]
        angle, near = self._angle(end, start), self._angle(end, start, 1)
        best = self._margin(end, start)
        return [
            "any", f"seam {level}", f"place {place}", f"seam {level} {place}",
            f"end {ends} {place}", f"start {starts} {place}", f"end {ends} start {starts}",
            f"angle {angle}", f"angle {angle} {place}", f"near {near}", f"near {near} {place}",
            f"best {best}", f"best {best} {place}",
            f"short {bucket(left.size, (12, 20, 45))} {bucket(right.size, (12, 20, 45))}",
            f"signed {self._weigh_names(own, host)}",
            f"start {starts} seam {level}", f"end {ends} seam {level}", f"best {best} seam {level}",
        ]  # fmt: skip

    @cached_property
    def _end_names(self) -> dict[int, str]:
        return {i: self._name_end(i) for i in self.ends}

    @cached_property
    def _start_names(self) -> dict[int, str]:
        return {i: self._name_start(i) for i in self.starts}

    def _name_end(self, i: int) -> str:
        """How an open end breaks off, and whether running text stands below it."""
        feature = self.evidence.features[i]
        look = "display" if feature.is_display else "long" if feature.size >= 45 else "text"
        below = self.next.get(i)
        under = "none" if below is None else self.roles[below].name
        return f"{look} {feature.dangling:d}{feature.ends_loosely:d} {under}"

    def _name_start(self, i: int) -> str:
        """How a piece opens, and what it stands below."""
        feature, segment = self.evidence.features[i], self.segments[self._home[i]]
        above = "top" if segment.body[0] == i else "text"
        if above == "text":
            before = self.evidence.features[i - 1]
            above = "closed" if before.closed else "open"
        opens = "loose" if feature.loose_start else "lead" if feature.has_lead else "plain"
        if opens == "plain":
            opens = f"plain{bucket(self.evidence.language.weigh_opening(feature.text), _OPENINGS)}"
        return f"{opens} {above} {feature.unpaired[0] > 0:d}"

    def _margin(self, end: int, start: int) -> int:
        """How much better the seam reads than the best of its rivals."""
        seam = self.evidence.weigh_seam(end, start)
        rivals = self._best_starts[end] + self._best_ends[start]
        rival = max((weight for weight, e, s in rivals if (e, s) != (end, start)), default=-6.0)
        return bucket(seam - rival, _MARGINS)

    @cached_property
    def _best_starts(self) -> dict[int, list[tuple[float, int, int]]]:
        """The two best seams of each end."""
        return {e: self._list_best((e, s) for s in self.starts if s != e) for e in self.ends}

    @cached_property
    def _best_ends(self) -> dict[int, list[tuple[float, int, int]]]:
        """The two best seams of each start."""
        return {s: self._list_best((e, s) for e in self.ends if s != e) for s in self.starts}

    def _list_best(self, pairs: Iterable[tuple[int, int]]) -> list[tuple[float, int, int]]:
        return nlargest(2, ((self.evidence.weigh_seam(e, s), e, s) for e, s in pairs))

    def _angle(self, end: int, start: int, pieces: int = _SCOPE) -> int:
        """Whose words the text from `start` on shares: those above `end`, or those above itself."""
        body = self.segments[self._home[start]].body
        at = body.index(start)
        words = self._gather(tuple(body[at : at + pieces]))
        own = measure_angle(words, self._gather(self._above[end]))
        above = tuple(body[max(0, at - _SCOPE) : at])
        rival = measure_angle(words, self._gather(above)) if end not in above else 0.0
        return bucket(own - rival, _ANGLES)

    @cached_property
    def _above(self) -> dict[int, tuple[int, ...]]:
        return {i: self._list_above(i) for i in self.ends}

    def _list_above(self, end: int) -> tuple[int, ...]:
        """The text that leads up to fragment `end`, and its headline's lines."""
        segment = self.segments[self._home[end]]
        above = [i for i in segment.body if i <= end]
        return (*(i for indices in segment.head.values() for i in indices), *above[-_SCOPE:])

    def _gather(self, indices: tuple[int, ...]) -> Vector:
        if indices not in self._vectors:
            words = (w for i in indices for w in self._words[i])
            self._vectors[indices] = weigh_words(self.evidence.language, words)
        return self._vectors[indices]

    @cached_property
    def _words(self) -> list[list[str]]:
        return self.evidence.words

    def _weigh_names(self, own: int, host: int) -> str:
        """Whose byline stands behind the text that goes on."""
        features: Sequence[Features] = self.evidence.features
        behind = {a.name for a in read_end_authors(self.segments[host], features)}
        if not behind:
            return "none"
        names = {a.name for a in read_authors(self.segments[own], features)}
        hosts = {a.name for a in read_authors(self.segments[host], features)}
        return f"{bool(behind & names):d}{bool(behind & hosts):d}"
