"""What stands on both sides of a fragment's edge: whether text goes on there, or begins anew."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import takewhile

from plugins.chinese.characters import STOPS
from plugins.chinese.expressions import compile_late
from plugins.newspaper.evidence.brief_rows import LONGEST_NAME, count_briefs, list_rows, weigh_row
from plugins.newspaper.evidence.display_lines import RUNNING
from plugins.newspaper.evidence.features import Features
from plugins.newspaper.evidence.language import Language

_DIGITS = "0123456789０１２３４５６７８９〇零一二三四五六七八九十百千万亿"
#: Two characters that stand side by side in a number: 十二, 二十, 百零, 07; but not 七二.
_NUMBER_GOES_ON = compile_late(
    r"\d\d|[十百千万亿零][零一二两三四五六七八九]|[一二两三四五六七八九][十百千万亿]|[〇○].|.[〇○]"
)
_UNITS = "多余元年月日号岁人名个户亩米斤吨里家次条项种座栋辆头只台所出%％.．点"
#: So many briefs below it prove a column.
_PROOF = 4
#: So many plain lines in a row are verse: more than a column, kicker, headline and byline.
_VERSE = 5
#: Running text looked at on each side of a possible headline.
_SCOPE = 3


@dataclass(frozen=True)
class Evidence:
    """The evidence at the edges between the fragments of one page, each piece weighed once."""

    features: Sequence[Features]
    language: Language
    _seams: dict[tuple[int, int], float] = field(default_factory=dict)

    @cached_property
    def words(self) -> list[list[str]]:
        """The words of each fragment."""
        return [self.language.cut(f.text) for f in self.features]

    @cached_property
    def page_runs(self) -> set[str]:
        """All runs of two, four and six characters that a fragment of the page has."""
        texts = [f.text for f in self.features]
        return {t[at : at + n] for t in texts for n in (2, 4, 6) for at in range(len(t) - n + 1)}

    def weigh_seam(self, i: int, j: int) -> float:
        """How well fragment `j` goes on where fragment `i` ends, in nats."""
        if (i, j) not in self._seams:
            self._seams[i, j] = self._find_seam(i, j)
        return self._seams[i, j]

    def _find_seam(self, i: int, j: int) -> float:
        left, right = self.features[i], self.features[j]
        score = self.language.weigh_seam(left.text, right.text)
        score += self._weigh_echo(left.text, right.text) + weigh_number(left.text, right.text)
        score += 3.0 * min(left.unpaired[1], right.unpaired[0])
        if left.unpaired[1] == 0:
            score -= 3.0 * right.unpaired[0]
        score += 3.0 * right.loose_start - 6.0 * right.has_dateline
        return max(-6.0, min(score, 15.0))

    def _weigh_echo(self, left: str, right: str) -> float:
        """Whether the page has elsewhere what the seam would join: 农村|工作 … 适应农村工作."""
        for reach in (3, 2):
            joined = left[-reach:] + right[:reach]
            if len(joined) == 2 * reach and joined.isalnum() and joined in self.page_runs:
                return 3.0 * reach - 1.0
        joined = left[-1:] + right[:1]
        return 1.5 if joined.isalnum() and joined in self.page_runs else 0.0

    def weigh_join(self, end: int, i: int) -> float:
        """Score of fragment `i` being the rest of the paragraph that breaks off in `end` above."""
        before = self.features[end]
        if before.closed or self._begins_anew(end, i):
            return -9.0
        if before.announces:
            return self.weigh_seam(end, i) - 2.0
        if before.size < RUNNING and not before.dangling and self.features[i].size >= RUNNING:
            return self.weigh_seam(end, i) - (4.0 if before.is_numbered else 1.0)
        return self.weigh_seam(end, i)

    def weigh_intrusion(self, i: int) -> float:
        """Score of fragment `i` being printed within a sentence that goes on behind it.

        The sentence reads on across it, and better than into it.
        """
        cut, line = self.features[i - 1], self.features[i]
        if line.size > LONGEST_NAME or line.commas or cut.size < LONGEST_NAME:
            return -9.0
        into = self.weigh_seam(i - 1, i)
        across = self.weigh_seam(i - 1, i + 1)
        return self.weigh_join(i - 1, i + 1) + max(0.0, min(4.0, across, across - into))

    def weigh_brief(self, i: int) -> float:
        """How much likelier (nats) the mark before `i` opens a brief of its own than a list's item.

        A list is about what the text above it is about. 0 where no mark stands.
        """
        return self._marks.get(i, 0.0)

    @cached_property
    def _marks(self) -> dict[int, float]:
        rows = list_rows(self.features)
        return {i: score for row in rows for score in [self._weigh_row(row)] for i in row}

    def _weigh_row(self, row: Sequence[int]) -> float:
        above = self._topic(row[0], -1)
        words = [w for i in row for w in self.words[i]]
        score = weigh_row(self.features, row)
        return score + (self._weigh_change(words, above) if words and above else 0.0)

    def weigh_change(self, i: int) -> float:
        """How much likelier (nats) fragment `i` tells of something else than the text above it."""
        above = Counter(w for words in self.words[max(0, i - _SCOPE) : i] for w in words)
        return self._weigh_change(self.words[i], above)

    def _weigh_change(self, words: Sequence[str], above: Counter[str]) -> float:
        """How much likelier (nats) text is another story's than the one's that it stands below."""
        shared = self.language.weigh_topic(words, above) / max(1, len(words))
        return max(-4.0, min(2.5, 2.5 - 5.0 * shared))

    def _begins_anew(self, end: int, i: int) -> bool:
        """Whether fragment `i` is set as a paragraph though none ends before it.

        Each paragraph of a long quotation opens with a mark of its own; items of a list follow a
        colon; lines of verse have no stops.
        """
        before, feature = self.features[end], self.features[i]
        quoted = self._is_quote_cut(i) or (before.announces and self._is_quote_cut(i + 1))
        item = feature.is_marked or (before.announces and feature.is_numbered)
        return quoted or item or (before.size < RUNNING and self.is_listed(end))

    def _is_quote_cut(self, i: int) -> bool:
        """Whether fragment `i` opens the next paragraph of a quotation not yet closed."""
        if i >= len(self.features):
            return False
        before, feature = self.features[i - 1], self.features[i]
        return (
            before.unpaired[1] > 0 and before.text[-1] in STOPS + "；;" and feature.text[0] in "“「"
        )

    def is_listed(self, i: int) -> bool:
        """Whether fragment `i` is one of several lines alike: a line of verse, a marked item."""
        return self._count_run(i, "is_plain_line") >= _VERSE or self._count_run(i, "mark") > 1

    def is_item(self, i: int) -> bool:
        """Whether fragment `i` has a mark, and the one directly above or below it has the same."""
        return self._count_run(i, "mark") > 1

    def _count_run(self, i: int, trait: str) -> int:
        """How many fragments in a row near `i` share its trait, 0 where it has none."""
        own = getattr(self.features[i], trait)
        if not own:
            return 0
        above = reversed(self.features[max(0, i - _VERSE) : i])
        runs = (above, self.features[i : i + _VERSE])
        return sum(1 for run in runs for _ in takewhile(lambda f: getattr(f, trait) == own, run))

    def weigh_column(self, i: int) -> float:
        """Score of the short line `i` being a column's heading, by what stands below it.

        Whatever a newspaper calls its column of briefs, each has a headline and one paragraph.
        """
        if self.features[i].is_column or self.features[i].size > LONGEST_NAME:
            return 0.0
        briefs = count_briefs(self.features[i + 1 : i + 1 + 2 * _PROOF])
        return 3.0 + min(briefs, _PROOF) if briefs > 1 else 0.0

    def weigh_subject(self, first: int, last: int, i: int) -> tuple[float, float]:
        """Whether the display lines from `first` to `last` open a story of their own.

        How much likelier (nats a word) the text below them is of another story than that above,
        and how much nearer the words of line `i`, one of them, are to the text below.
        """
        above, below = self._topic(first, -1), self._topic(last, 1)
        own = self.words[i]
        near = 0.0
        if own:
            near = self.language.weigh_topic(own, below) - self.language.weigh_topic(own, above)
            near /= len(own)
        running = [w for words in self._running_words(last, 1) for w in words]
        change = self._weigh_change(running, above) if running and above else 0.0
        return change, near

    def has_parallels(self, i: int) -> bool:
        """Whether other short lines are built like this one, as an article's sub-headlines are."""
        return i in self._shapes and self._shape_counts[self._shapes[i]] > 1

    @cached_property
    def _shapes(self) -> dict[int, tuple[str, int, int]]:
        """The shape of each short line of two parts and more, or that opens like 从…到…."""
        shapes = {i: _find_shape(f.text) for i, f in enumerate(self.features) if f.size < RUNNING}
        opening = self.language.opens_with_function_word
        return {
            i: shape
            for i, shape in shapes.items()
            if shape[1] > 1 or opening(self.features[i].text)
        }

    @cached_property
    def _shape_counts(self) -> Counter[tuple[str, int, int]]:
        return Counter(self._shapes.values())

    @cached_property
    def usual_gap(self) -> int:
        """The number of blank lines between most fragments of the page."""
        gaps = Counter(f.fragment.gap for f in self.features[1:])
        return gaps.most_common(1)[0][0] if gaps else 0

    def _topic(self, i: int, step: int) -> Counter[str]:
        return Counter(w for words in self._running_words(i, step) for w in words)

    def _running_words(self, i: int, step: int) -> list[list[str]]:
        """The words of the nearest running text above (step -1) or below (step 1)."""
        if step < 0:
            at = bisect_left(self._running, i)
            near = self._running[max(0, at - _SCOPE) : at][::-1]
        else:
            at = bisect_right(self._running, i)
            near = self._running[at : at + _SCOPE]
        return [self.words[j] for j in near]

    @cached_property
    def _running(self) -> list[int]:
        return [i for i, feature in enumerate(self.features) if feature.size >= RUNNING]


def _find_shape(text: str) -> tuple[str, int, int]:
    """How a line opens, in how many parts between blanks and commas, and how long the first is.

    Short lines of one shape are parallel.
    """
    parts = text.replace("，", " ").replace(",", " ").split()
    return text[:1], len(parts), len("".join(parts[:1]))


def weigh_number(left: str, right: str) -> float:
    """Whether a number goes on across the seam, 共有1|07亿美元; hardly any sentence ends in one."""
    if left[-1] not in _DIGITS:
        return 0.0
    return 5.0 if right[0] in _UNITS or _NUMBER_GOES_ON.fullmatch(left[-1] + right[0]) else -2.0
