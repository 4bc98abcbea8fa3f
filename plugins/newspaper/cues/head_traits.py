"""Which part a line of display type plays in a head: what can be measured of it, as numbers.

Headlines stand on two lines or three, kickers above and subtitles below them, and most papers do
not say which is which but by type. What tells is how a line ends and reads on in the next, whether
it fills the column that lines were cut at, and the page's own custom: whether its heads have the
longer line above or below, dashes, names in brackets.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from statistics import mean, median

from plugins.chinese.characters import count_columns, count_unpaired
from plugins.newspaper.cues.looks import name_closing, name_opening
from plugins.newspaper.cues.others import Others
from plugins.newspaper.cues.runs import Run, find_runs
from plugins.newspaper.evidence.edges import Evidence
from plugins.newspaper.evidence.features import Features
from plugins.newspaper.evidence.subjects import Vector, measure_angle, weigh_words

_FLAGS = (
    "has_dash", "announces", "is_question", "is_numbered", "is_marked", "is_column", "names_column",
    "is_speaking", "is_bracketed", "reads_on", "ends_loosely", "may_be_names",
)  # fmt: skip
_OPENINGS = ("byline", "dateline", "day", "text")
#: The first letters of the parts of speech that a line's first and last word are asked for.
_TAGS = ("n", "v", "m", "pcdur")
#: What is measured where there is nothing to measure.
_NONE = -9.0
#: So many lines that go on in others tell how wide the page's column is; what is longer by more
#: than so many characters was not cut at it.
_CUT, _LONGER = 5, 5
#: What falls short of the column by no more full-width characters may have been cut at it.
_FULL = 1.5
#: Pieces of running text below a head that its words are compared to.
_LEAD = 2
#: Where a line stands: in runs of so many lines at such a place, or anywhere by these names.
_Place = tuple[int, int] | str
_ANYWHERE = ("first", "second", "last", "alone")


@dataclass(frozen=True)
class HeadTraits:
    """The numbers of one page's lines of display type."""

    evidence: Evidence

    def measure(self) -> list[list[float]]:
        """A row of numbers for each line of each run of display type, from the page's top."""
        return [
            [
                *self._measure_place(run, i),
                *self._forms[i],
                *self._compare(i, i - 1, run),
                *self._compare(i, i + 1, run),
                *self._compare(i, i + 2, run),
                *self._custom,
                *self._compare_places(run, i, own),
                *self._measure_words(run, i),
            ]
            for run, own in zip(self.runs, self._places, strict=True)
            for i in run.lines
        ]

    @cached_property
    def runs(self) -> list[Run]:
        """The page's runs of display type."""
        return find_runs(self._features)

    @property
    def _features(self) -> Sequence[Features]:
        return self.evidence.features

    @cached_property
    def _forms(self) -> dict[int, list[float]]:
        """What each line looks like by itself."""
        return {i: self._measure_form(self._features[i]) for run in self.runs for i in run.lines}

    def _measure_form(self, line: Features) -> list[float]:
        first, last = self.evidence.language.tag_ends(line.text)
        tagged = (float(bool(tag) and tag in tags) for tag in (first, last) for tags in _TAGS)
        text = line.text
        return [
            line.size, line.commas, len(text.replace("，", " ").split()), *line.unpaired,
            float(text[0] in "“「《"), float(text[-1] in "”」》"), float(text.endswith("——")),
            float(any(c.isdigit() for c in text)), self._find_shortfall(line), *tagged,
            *(float(getattr(line, flag)) for flag in _FLAGS),
        ]  # fmt: skip

    def _find_shortfall(self, line: Features) -> float:
        """By how many characters the line falls short of the column that text was cut at."""
        if not self._column:
            return _NONE
        return max(self._column - _measure(line.fragment.parts[-1]), -_LONGER)

    @cached_property
    def _column(self) -> float:
        """How wide lines are that go on in the next one; 0 where they hardly do."""
        sizes = [_measure(part) for f in self._features for part in f.fragment.parts[:-1]]
        return median(sizes) if len(sizes) >= _CUT else 0

    @cached_property
    def _shorts(self) -> list[int]:
        """How many lines above each surely end where the column did not: heads have such parts."""
        short = (self._find_shortfall(f) > _FULL for f in self._features)
        return list(accumulate(short, initial=0))

    def _measure_place(self, run: Run, i: int) -> list[float]:
        """Where in its run the line stands, and what is above and below that."""
        end, shorts = run.lines[-1] + 1, self._shorts
        opening = name_opening(self._features[end]) if end < len(self._features) else "end"
        closing = name_closing(self._features[run.lines[0] - 1]) if run.lines[0] else "top"
        return [
            i - run.lines[0], run.lines[-1] - i, len(run.lines), float(run.lines[0] == 0),
            *(float(opening == name) for name in _OPENINGS),
            float(closing == "credits"), float(closing == "open"), self._features[i].fragment.gap,
            self._features[i].fragment.indent, self._features[i].fragment.size,
            shorts[i] - shorts[run.lines[0]], shorts[end] - shorts[i],
        ]  # fmt: skip

    def _compare(self, i: int, j: int, run: Run) -> list[float]:
        """Another line of the run: its form, its length against this one's, how they read on."""
        if not run.has(j):
            return [_NONE] * (len(self._forms[i]) + 4)
        one, other = sorted((i, j))
        joined = self._features[one].text + self._features[other].text
        return [
            *self._forms[j], self._features[i].size - self._features[j].size,
            self.evidence.weigh_seam(one, other), *count_unpaired(joined),
        ]  # fmt: skip

    @cached_property
    def _heads(self) -> list[Run]:
        """The runs of two lines and more."""
        return [run for run in self.runs if len(run.lines) > 1]

    @cached_property
    def _custom(self) -> list[float]:
        """How the page's heads of several lines are built."""
        heads = self._heads
        if not heads:
            return [_NONE] * 11
        pairs = [(self._features[r.lines[0]], self._features[r.lines[-1]]) for r in heads]
        seams = (self.evidence.weigh_seam(*r.lines[:2]) for r in heads)
        return [
            len(heads), len(heads) / len(self.runs), mean(len(r.lines) for r in heads),
            mean((one.size > two.size) - (one.size < two.size) for one, two in pairs),
            median(one.size - two.size for one, two in pairs),
            mean(two.has_dash for _, two in pairs), mean(seams),
            mean(one.announces or one.text.endswith("—") for one, _ in pairs),
            mean(one.names_column for one, _ in pairs), mean(two.names_column for _, two in pairs),
            mean(two.is_bracketed for _, two in pairs),
        ]  # fmt: skip

    @cached_property
    def _places(self) -> list[dict[_Place, int]]:
        """How long each run's lines are, by where they stand."""
        return [_list_places([self._features[i].size for i in run.lines]) for run in self.runs]

    @cached_property
    def _lengths(self) -> dict[_Place, Others]:
        """How long all lines of display type are that stand at a place."""
        lengths: dict[_Place, list[int]] = defaultdict(list)
        for places in self._places:
            for place, size in places.items():
                lengths[place].append(size)
        return {place: Others(sizes) for place, sizes in lengths.items()}

    def _compare_places(self, run: Run, i: int, own: Mapping[_Place, int]) -> list[float]:
        """The line's length against that of lines in its place, and in others.

        The run's own lines are no custom.
        """
        size = self._features[i].size
        places = ((len(run.lines), i - run.lines[0]), *_ANYWHERE)
        known = ((self._lengths.get(place), own.get(place)) for place in places)
        usual = (lengths.find_median(told) if lengths else None for lengths, told in known)
        return [_NONE if median is None else size - median for median in usual]

    def _measure_words(self, run: Run, i: int) -> list[float]:
        """How near the line's words, and those of the lines beside it, are to the text below."""
        end = run.lines[-1] + 1
        lead = self._gather(range(end, min(end + _LEAD, len(self._features))))
        own = measure_angle(self._gather([i]), lead)
        beside = (
            measure_angle(self._gather([j]), lead) if run.has(j) else _NONE
            for j in (i - 1, i + 1)
        )  # fmt: skip
        return [own, *beside]

    def _gather(self, indices: Sequence[int]) -> Vector:
        words = (word for i in indices for word in self.evidence.words[i])
        return weigh_words(self.evidence.language, words)


def _measure(text: str) -> float:
    """A line's width in full-width characters."""
    return count_columns(text) / 2


def _list_places(sizes: Sequence[int]) -> dict[_Place, int]:
    """The length of a run's lines by their places."""
    if len(sizes) == 1:
        return {"alone": sizes[0]}
    places: dict[_Place, int] = {"first": sizes[0], "second": sizes[1], "last": sizes[-1]}
    return places | {(len(sizes), n): size for n, size in enumerate(sizes)}
