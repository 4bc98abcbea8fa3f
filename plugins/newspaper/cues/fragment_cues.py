"""What speaks for a fragment's role, as named cues whose weights are learned.

A cue is a fact of form: how long a line is, what it ends with, what stands above and below it,
whether the text below it goes on with the words of the text above. None is a word of one newspaper.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from plugins.newspaper.cues.buckets import bucket
from plugins.newspaper.cues.looks import list_looks, name_kind
from plugins.newspaper.cues.run_cues import RunCues
from plugins.newspaper.evidence.edges import Evidence
from plugins.newspaper.evidence.features import Features

_NATS = (-3.5, -2.5, -1.5, -0.8, -0.2, 0.3, 0.8, 1.3, 1.8, 2.3)
_SEAMS = (-8.9, -5.9, -3.0, -1.0, 0.5, 2.0, 4.0, 7.0, 11.0)


@dataclass(frozen=True)
class FragmentCues:
    """The cues of one page's fragments."""

    evidence: Evidence

    def list_all(self) -> list[tuple[list[str], list[str]]]:
        """For each fragment the cues of what it is, and those of the step to it from above.

        What tells whether runs of display type open stories is not among them (`RunCues`).
        """
        return [(self.list_own(i), self.list_step(i)) for i in range(len(self._features))]

    def list_own(self, i: int) -> list[str]:
        """The cues of what fragment `i` is by itself and by what stands around it."""
        return [
            "any",
            *self._looks[i],
            *self._name_neighbours(i),
            *self.run_cues.list_cues(i),
            *self._name_place(i),
            *self._name_rows(i),
        ]

    def list_step(self, i: int) -> list[str]:
        """The cues of the step from the fragment above `i` to it."""
        if i == 0:
            return ["any"]
        above, own = self._features[i - 1], self._features[i]
        join = bucket(self.evidence.weigh_join(i - 1, i), _SEAMS)
        gap = self._gaps[i]
        cues = ["any", f"gap {gap}", f"join {join}", f"kinds {self._kinds[i - 1]} {self._kinds[i]}"]
        cues.append(f"closed {above.closed:d} {self._indents[i]}")
        if own.size < 45:
            alike = above.size == own.size
            spans = self.evidence.language.weigh_seam(above.text, own.text) > 3
            cues.append(f"lines {alike:d} {spans:d} {above.dangling:d}")
        if i > 1:
            intrusion = self.evidence.weigh_intrusion(i - 1)
            cues.append(f"across {bucket(intrusion, _SEAMS)}")
        return cues

    @property
    def _features(self) -> Sequence[Features]:
        return self.evidence.features

    @cached_property
    def _kinds(self) -> list[str]:
        return [name_kind(f) for f in self._features]

    @cached_property
    def _looks(self) -> list[list[str]]:
        return [list_looks(f) for f in self._features]

    @cached_property
    def _gaps(self) -> list[str]:
        """Each fragment's gap against the page's usual one; - where the page has but one."""
        gaps = [f.fragment.gap for f in self._features]
        usual = self.evidence.usual_gap
        if all(gap == usual for gap in gaps[1:]):
            return ["-"] * len(gaps)
        return ["less" if g < usual else "more" if g > usual else "usual" for g in gaps]

    @cached_property
    def _types(self) -> list[str]:
        """Each fragment's type against the page's text, where its size is known: - where not."""
        sizes = [f.fragment.size for f in self._features]
        usual, most = min(sizes), max(sizes)
        if usual == most:
            return ["-"] * len(sizes)
        return ["text" if s == usual else "largest" if s == most else "larger" for s in sizes]

    @cached_property
    def _indents(self) -> list[str]:
        """Each fragment's indent where the page indents its text; - where it does not."""
        running = [f for f in self._features if f.size >= 45]
        indented = sum(f.fragment.indent >= 2 for f in running)
        if not running or indented < 0.3 * len(running):
            return ["-"] * len(self._features)
        return ["in" if f.fragment.indent >= 2 else "out" for f in self._features]

    def _kind(self, i: int) -> str:
        if i < 0:
            return "top"
        return self._kinds[i] if i < len(self._kinds) else "end"

    def _name_neighbours(self, i: int) -> list[str]:
        a2, a1, own, b1, b2 = (self._kind(j) for j in range(i - 2, i + 3))
        return [
            f"k {own}", f"k-1 {a1} {own}", f"k+1 {own} {b1}", f"k+2 {own} {b1} {b2}",
            f"k-2 {a2} {a1} {own}", f"k±1 {a1} {own} {b1}", f"gaps {own} {self._gaps[i]} {b1}",
            f"indent {own} {self._indents[i]}", f"type {self._types[i]}",
            f"type {own} {self._types[i]} {b1}",
            f"gaps- {own} {self._gaps[i]} {self._gaps[i + 1] if i + 1 < len(self._gaps) else ''}",
        ]  # fmt: skip

    @cached_property
    def run_cues(self) -> RunCues:
        """The cues of the page's runs of display type."""
        return RunCues(self._features)

    def _name_place(self, i: int) -> list[str]:
        count = bucket(len(self.run_cues.runs), (1, 2, 3, 5, 8, 13, 20))
        kind = self._kinds[i]
        last = i == len(self._features) - 1
        return [f"page {kind} {count} {i == 0:d}{last:d}"]

    def _name_rows(self, i: int) -> list[str]:
        """Marks, lists, columns: the evidence of rows."""
        cues = []
        if self.evidence.is_listed(i):
            cues.append("listed")
        if self._features[i].is_marked:
            cues.append(f"row {bucket(self.evidence.weigh_brief(i), (-4, -2, -1, 0, 1, 2, 4))}")
        column = self.evidence.weigh_column(i)
        if column or self._features[i].is_column:
            cues.append(f"column {self._features[i].is_column:d} {column:.0f}")
        if i and self._features[i - 1].is_column:
            cues.append(f"below column {self._kinds[i]}")
        if i and self._features[i].closed and self._features[i].size < 150:
            cues.append(f"told {bucket(self.evidence.weigh_change(i), _NATS)}")
        return cues
