"""Whether a run of display type opens a story: what can be measured of it, as numbers.

Most are told against the page's own: how long its lines of display type are, how much text stands
between them, how alike neighbouring texts are. No paper's custom is in them.
"""

import math
from bisect import bisect
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from statistics import median

from plugins.newspaper.cues.looks import name_closing, name_opening
from plugins.newspaper.cues.others import Others
from plugins.newspaper.cues.runs import Run, count_since, count_until, find_runs
from plugins.newspaper.evidence.edges import Evidence
from plugins.newspaper.evidence.features import Features
from plugins.newspaper.evidence.subjects import Vector, measure_angle, weigh_words

_OPENINGS = ("byline", "names", "dateline", "day", "short")
_CLOSINGS = ("credits", "stop", "colon", "open", "top")
_FLAGS = (
    "has_dash", "announces", "is_question", "is_numbered", "is_marked", "is_column", "names_column",
    "is_bracketed", "ends_with_stop", "reads_on", "ends_loosely",
)  # fmt: skip
#: Fragments of running text that are compared on each side, near and far.
_NEAR, _FAR = 2, 7
#: So many characters, or fewer, tell little of what a text is about.
_FEW = 20
#: Runs above and below that a run is compared to.
_REACH = 3
#: What is measured where there is nothing to measure.
_NONE = -1.0


@dataclass(frozen=True)
class StoryTraits:
    """The numbers of one page's runs of display type."""

    evidence: Evidence

    def measure(self) -> list[list[float]]:
        """A row of numbers for each run, from the page's top."""
        return [
            [
                *self._measure_form(run),
                *self._measure_edges(run),
                *self._measure_page(n),
                *self._measure_likes(n),
                *self._measure_subjects(n),
            ]
            for n, run in enumerate(self.runs)
        ]

    @cached_property
    def runs(self) -> list[Run]:
        """The page's runs of display type."""
        return find_runs(self._features)

    @property
    def _features(self) -> Sequence[Features]:
        return self.evidence.features

    def _measure_form(self, run: Run) -> list[float]:
        """What the run's lines look like."""
        lines = [self._features[i] for i in run.lines]
        first, last = lines[0], lines[-1]
        sizes = [line.size for line in lines]
        flags = [float(getattr(line, flag)) for line in (first, last) for flag in _FLAGS]
        parts = [len(line.text.replace("，", " ").split()) for line in (first, last)]
        quoted = first.text[0] in "“「《"
        return [
            len(lines), first.size, last.size, max(sizes), sum(sizes), first.size - last.size,
            *parts, float(quoted), first.commas, last.commas, *flags,
        ]  # fmt: skip

    def _measure_edges(self, run: Run) -> list[float]:
        """What stands directly above and below the run."""
        above = self._features[run.lines[0] - 1] if run.lines[0] else None
        at = run.lines[-1] + 1
        below = self._features[at] if at < len(self._features) else None
        closing = name_closing(above) if above else "top"
        opening = name_opening(below) if below else "end"
        return [
            *(float(closing == name) for name in _CLOSINGS),
            *(float(opening == name) for name in _OPENINGS),
            above.size if above else _NONE, below.size if below else _NONE,
            float(bool(above and above.has_end_credits)), float(bool(below and below.reads_on)),
            float(bool(below and below.has_lead)),
            self._features[run.lines[0]].fragment.gap - self.evidence.usual_gap,
            self._features[run.lines[0]].fragment.indent,
            math.log1p(run.text_above), math.log1p(run.text_below), run.paragraphs_below,
        ]  # fmt: skip

    @cached_property
    def _signed(self) -> list[bool]:
        """Whether a byline or a dateline stands below each run."""
        ends = [run.lines[-1] + 1 for run in self.runs]
        openings = [name_opening(self._features[e]) for e in ends if e < len(self._features)]
        signed = [opening in ("byline", "dateline") for opening in openings]
        return signed + [False] * (len(self.runs) - len(signed))

    def _measure_page(self, n: int) -> list[float]:
        """Where on its page the run stands, and what kind of page that is."""
        run, count, below = self.runs[n], len(self.runs), self._text_below
        since, until = self._signed_above[n], self._signed_below[n]
        lines, size, text = self._usual
        return [
            float(n == 0), n, count - n, count, *self._shares[:1], since, until, *self._shares[1:],
            float(self._signed[n - 1]) if n else _NONE, math.log1p(below[-1]),
            len(run.lines) - lines, self._features[run.lines[-1]].size - size,
            math.log1p(run.text_below) - text, math.log1p(run.text_above) - text,
            math.log1p(below[n] - below[max(0, n - since)]),
        ]  # fmt: skip

    @cached_property
    def _shares(self) -> list[float]:
        """The shares of runs that are signed, have lines more than one, name a section, and so on.

        The last is of those that stand below the credits at a text's end.
        """
        many = [len(run.lines) > 1 for run in self.runs]
        named = [any(self._features[i].names_column for i in run.lines) for run in self.runs]
        above = [self._features[run.lines[0] - 1] for run in self.runs if run.lines[0]]
        credited = [name_closing(feature) == "credits" for feature in above]
        return [sum(told) / len(self.runs) for told in (self._signed, many, named, credited)]

    @cached_property
    def _usual(self) -> tuple[float, float, float]:
        """The medians of the runs' lines, of their last lines' length, and of the text below."""
        return (
            median(len(run.lines) for run in self.runs),
            median(self._features[run.lines[-1]].size for run in self.runs),
            median(math.log1p(run.text_below) for run in self.runs),
        )

    @cached_property
    def _text_below(self) -> list[int]:
        """How many characters stand below the runs before each, and at last below all."""
        return list(accumulate((run.text_below for run in self.runs), initial=0))

    @cached_property
    def _signed_above(self) -> list[int]:
        """How many runs above each the nearest signed one is, itself included; all where none."""
        return count_since(self._signed)

    @cached_property
    def _signed_below(self) -> list[int]:
        """How many runs below each the nearest signed one is; all where none is."""
        return count_until(self._signed)

    def _measure_likes(self, n: int) -> list[float]:
        """How like the runs above and below it the run is, in lines and in their length."""
        near = [self._compare(n, n + step) for step in (*range(-_REACH, 0), *range(1, _REACH + 1))]
        above = [d for d in near[:_REACH] if d != _NONE]
        below = [d for d in near[_REACH:] if d != _NONE]
        onward = self._compare(n + 1, n + 2) if n + 1 < len(self.runs) else _NONE
        backward = self._compare(n - 1, n - 2) if n > 0 else _NONE
        alike = sum(0 <= d <= 1 for d in above + below)
        first = self._features[self.runs[n].lines[0]].text
        neighbours = [m for m in range(n - _REACH, n + _REACH + 1) if m != n]
        told = [self._features[self.runs[m].lines[0]].text for m in neighbours if self._has(m)]
        return [
            *near, min(above, default=_NONE), min(below, default=_NONE), onward, backward, alike,
            float(any(text[0] == first[0] for text in told)),
            float(self.evidence.has_parallels(self.runs[n].lines[0])),
        ]  # fmt: skip

    def _has(self, n: int) -> bool:
        return 0 <= n < len(self.runs)

    def _compare(self, n: int, m: int) -> float:
        """How unlike two runs are: in their lines' length, and in how many they have."""
        if not self._has(n) or not self._has(m):
            return _NONE
        one, other = self.runs[n].lines, self.runs[m].lines
        apart = abs(self._features[one[-1]].size - self._features[other[-1]].size)
        blanks = [len(self._features[lines[-1]].text.split()) for lines in (one, other)]
        return apart + 5.0 * (len(one) != len(other)) + 2.0 * (blanks[0] != blanks[1])

    def _measure_subjects(self, n: int) -> list[float]:
        """Whether the text below tells of something else than that above, and whose the run is."""
        run = self.runs[n]
        near, far = self._angles(n, _NEAR), self._angles(n, _FAR)
        own = self._vector(run.lines)
        above, below = self._gather(n, -1, _FAR), self._gather(n, 1, _FAR)
        change, nearer = self.evidence.weigh_subject(run.lines[0], run.lines[-1], run.lines[-1])
        usual = self._far_angles.find_median(far)
        to_below, to_above = measure_angle(own, below), measure_angle(own, above)
        rank = self._far_angles.count_below(far) / max(1, len(self.runs) - 1)
        return [
            near, far, far - (far if usual is None else usual), rank, change,
            nearer, to_below, to_above, to_below - to_above,
        ]  # fmt: skip

    @cached_property
    def _far_angles(self) -> Others:
        return Others(self._angles(n, _FAR) for n in range(len(self.runs)))

    def _angles(self, n: int, reach: int) -> float:
        key = (n, reach)
        if key not in self._known:
            self._known[key] = measure_angle(self._gather(n, -1, reach), self._gather(n, 1, reach))
        return self._known[key]

    @cached_property
    def _known(self) -> dict[tuple[int, int], float]:
        return {}

    def _gather(self, n: int, step: int, reach: int) -> Vector:
        """The words of the nearest running text above (step -1) or below (step 1) a run."""
        at = bisect(self._running, self.runs[n].lines[0])
        near = slice(max(0, at - reach), at) if step < 0 else slice(at, at + reach)
        return self._vector(tuple(self._running[near]))

    @cached_property
    def _running(self) -> list[int]:
        """The fragments of running text that have words enough."""
        texts = enumerate(self._features)
        return [i for i, f in texts if not f.is_display and f.size > _FEW]

    def _vector(self, indices: tuple[int, ...]) -> Vector:
        if indices not in self._vectors:
            words = (word for i in indices for word in self.evidence.words[i])
            self._vectors[indices] = weigh_words(self.evidence.language, words)
        return self._vectors[indices]

    @cached_property
    def _vectors(self) -> dict[tuple[int, ...], Vector]:
        return {}
