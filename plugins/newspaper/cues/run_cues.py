"""What speaks for the role of a line of display type: its run, its likes, the texts around it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from plugins.newspaper.cues.buckets import bucket
from plugins.newspaper.cues.looks import name_closing, name_shape
from plugins.newspaper.cues.openings import name_opening
from plugins.newspaper.cues.runs import Run, find_runs
from plugins.newspaper.evidence.edges import Evidence
from plugins.newspaper.evidence.features import Features
from plugins.newspaper.evidence.subjects import Subjects

_AMOUNTS = (30, 60, 120, 200, 350, 600, 1000, 2000)
_NATS = (-3.5, -2.5, -1.5, -0.8, -0.2, 0.3, 0.8, 1.3, 1.8, 2.3)
_SHARED = (0.01, 0.03, 0.06, 0.09, 0.12, 0.16, 0.2, 0.26, 0.34)
_UNUSUAL = (-0.12, -0.06, -0.03, -0.01, 0.01, 0.03, 0.06, 0.12)


@dataclass(frozen=True)
class RunCues:
    """The cues of one page's runs of display type."""

    evidence: Evidence

    @cached_property
    def runs(self) -> list[Run]:
        """The page's runs, from its top."""
        return find_runs(self._features)

    def list_cues(self, i: int) -> list[str]:
        """The cues of fragment `i` as a line of its run; of running text only how it opens."""
        if i not in self._places:
            return [f"opens {name_opening(self._features[i])}"]
        return [*self._name_run(i), *self._name_subject(i)]

    @property
    def _features(self) -> Sequence[Features]:
        return self.evidence.features

    @cached_property
    def _places(self) -> dict[int, tuple[Run, int]]:
        return {i: (run, n) for n, run in enumerate(self.runs) for i in run.lines}

    @cached_property
    def _subjects(self) -> Subjects:
        return Subjects(self.evidence, [run.lines for run in self.runs])

    def _name_place(self, i: int) -> str:
        run, _ = self._places[i]
        return f"{i - run.lines[0]}/{min(len(run.lines), 5)}"

    def _name_run(self, i: int) -> list[str]:
        """Of a line of display type: its place in its run, and what stands around that."""
        run, n = self._places[i]
        place = self._name_place(i)
        opening, closing = self._opening(run), self._closing(run)
        signed = f"{bucket(self._signed_share, (0.05, 0.3, 0.6, 0.9))}"
        cues = [
            f"run {place}", f"run {place} opening {opening}", f"run closing {closing}",
            f"run {place} {closing} {opening}",
            f"custom {signed} {opening}", f"custom {signed} {place} {opening}",
            f"run top {run.lines[0] == 0:d} {place}",
            f"since {self._since[i]}", f"since {self._since[i]} {opening}",
            f"since {self._since[i]} {closing} {opening}",
            f"below {bucket(run.text_below, _AMOUNTS)}",
            f"above {bucket(run.text_above, _AMOUNTS)}",
            f"paragraphs below {min(run.paragraphs_below, 5)}",
        ]  # fmt: skip
        for name, step in (("next", 1), ("last", -1)):
            cues += self._compare_runs(i, n, step, name)
        return cues

    def _compare_runs(self, i: int, n: int, step: int, name: str) -> list[str]:
        """How like this line is to the line in its place of the run above or below."""
        if not 0 <= n + step < len(self.runs):
            return [f"{name} none"]
        own, other = self.runs[n], self.runs[n + step]
        at = i - own.lines[0]
        same = len(own.lines) == len(other.lines)
        twin = self._features[other.lines[min(at, len(other.lines) - 1)]]
        unlike = bucket(abs(twin.size - self._features[i].size), (1, 2, 4, 8))
        opening, theirs = self._opening(own), self._opening(other)
        return [
            f"{name} {same:d} {unlike}", f"{name} {opening} {theirs}",
            f"{name} {same:d} {unlike} {opening} {theirs}",
            f"{name} parts {name_shape(self._features[i])} {name_shape(twin)}",
        ]  # fmt: skip

    @cached_property
    def _since(self) -> dict[int, str]:
        """For each line how many runs above it are unsigned, up to a signed one, if any is."""
        since: dict[int, str] = {}
        unsigned, signed = 0, False
        for run in self.runs:
            since |= dict.fromkeys(run.lines, f"{min(unsigned, 4)}{signed:d}")
            if self._opening(run) in ("byline", "dateline"):
                unsigned, signed = 0, True
            else:
                unsigned += 1
        return since

    def _opening(self, run: Run) -> str:
        below = run.lines[-1] + 1
        return name_opening(self._features[below]) if below < len(self._features) else "end"

    def _closing(self, run: Run) -> str:
        if run.lines[0] == 0:
            return "top"
        return name_closing(self._features[run.lines[0] - 1])

    @cached_property
    def _signed_share(self) -> float:
        """The share of runs of display type with a byline or a dateline below."""
        openings = [self._opening(run) for run in self.runs]
        signed = sum(o in ("byline", "dateline") for o in openings)
        return signed / max(1, len(openings))

    def _name_subject(self, i: int) -> list[str]:
        """Whether the text below tells of something else than the text above."""
        run, _ = self._places[i]
        change, near = self.evidence.weigh_subject(run.lines[0], run.lines[-1], i)
        shared, usual = self._subjects.compare(run.lines[0], run.lines[-1])
        parallel = self.evidence.has_parallels(i)
        changed, widely = bucket(change, _NATS), bucket(shared, _SHARED)
        relative = bucket(shared - usual, _UNUSUAL)
        place = self._name_place(i)
        opening = self._opening(run)
        return [
            f"change {changed}", f"change {changed} {place}", f"change {changed} {opening}",
            f"wide {widely}", f"wide {widely} {place}", f"wide {widely} {opening}",
            f"changes {changed // 2} {widely // 2}",
            f"relative {relative}", f"relative {relative} {opening}",
            f"near {bucket(near, _NATS)}", f"parallel {parallel:d}",
        ]  # fmt: skip
