"""How likely Chinese text is: alone, across a seam, and given other text.

All from jieba's dictionary, whose word frequencies stand for general newspaper Chinese, so that
nothing here is learnt from one page's strings.
"""

import math
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise
from typing import TypeAlias

from plugins.chinese.expressions import compile_late
from plugins.chinese.words.dictionary import load_dictionary, load_model_table

#: Seams are judged by so many characters on each side; no word is longer.
REACH = 8
#: Chinese characters as `is_han` has them.
_HAN = "[〇\u3400-\u4dbf\u4e00-\u9fff]"
_RUNS = compile_late(f"{_HAN}+")
_FIRST_RUN = compile_late(f"{_HAN}{{0,{REACH}}}")
_LAST_RUN = compile_late(rf"{_HAN}*\Z")
#: Share of a topical text's words that its own vocabulary explains (Jelinek-Mercer smoothing,
#: Zhai and Lafferty 2004: 0.5-0.7 for texts of this length).
_TOPICALITY = 0.5
#: What a word that the other text lacks says against it (nats): little, for texts are short.
_ABSENT = -0.07
#: Probability of two neighbouring characters that no dictionary word holds.
_UNKNOWN_PAIR = 1e-7
#: No step between two parts of speech is held to be less likely than this (log probability).
_RAREST_STEP = -9.0
#: A page has some thousand ends and beginnings of lines, and as many words.
_REMEMBERED = 16_384
#: A character's place in its word (B begins, E ends, S alone) and the word's tag.
_State: TypeAlias = tuple[str, str]
#: Parts of speech that no line of display type ends with: 的, 在, 和, 很, 这.
_LINKING_TAGS = "upcdr"
_LINKING_WORDS = frozenset(
    "是有为让使将把被对向由从于及与并要会能可应该使得根据按照通过以及成为作为"
)


class Language:
    """A word model of Chinese over jieba's dictionary."""

    def __init__(self) -> None:
        # jieba.posseg learnt these from the People's Daily of 1998.
        self._tag_starts = load_model_table("prob_start")
        self._tag_steps = load_model_table("prob_trans")
        dictionary = load_dictionary()
        self._cutter = dictionary.make_cutter()
        self._total = float(dictionary.total)
        self._tags = dictionary.tags
        # Each end of a line is looked at beside many beginnings, by its last characters only.
        remember = lru_cache(maxsize=_REMEMBERED)
        self._weigh_run = remember(self._cutter.weigh)
        self._name_end, self._name_start = (
            remember(self._name_end_newly),
            remember(self._name_start_newly),
        )
        self._weigh_joined = remember(self._weigh_joined_newly)
        self.inform = remember(self._inform_newly)

    def weigh_seam(self, left: str, right: str) -> float:
        """How much likelier (in nats) `right` is directly behind `left` than by itself.

        Positive where a word spans the seam (战|天斗地); near 0 between two words.
        """
        left_end, right_start = _last_run(left), _first_run(right)
        if not left_end or not right_start:
            return 0.0
        return self._weigh_joined(left_end, right_start)

    def _weigh_joined_newly(self, left: str, right: str) -> float:
        behind = self._weigh_run(right)
        apart = self._weigh_run(left)[0] + behind[0]
        # What is likeliest behind the seam does not depend on what stands before it.
        spanning = self._cutter.weigh(left + right, behind)[0] - apart
        return spanning if spanning > 1 else spanning + self._weigh_step(left, right)

    def may_span(self, left: str, beginning: str) -> bool:
        """Whether a word may begin in the last characters of `left` and go on at least so far."""
        end, rows = _last_run(left), self._cutter.frequencies.rows
        return any(end[at:] + beginning in rows[end[at]] for at in range(len(end)))

    def look_at_opening(self, text: str) -> tuple[_State | None, list[float]]:
        """What opens a text behind a seam, and how likely its cut from each character on is."""
        run = _first_run(text)
        return (self._name_start(run), self._weigh_run(run)) if run else (None, [0.0])

    def ends_loosely(self, text: str) -> bool:
        """Whether the last word calls for another: a preposition, a pronoun, 的, 是."""
        last = self._cutter.cut(_last_run(text) or "。")[-1]
        return self._find_tag(last)[0] in _LINKING_TAGS or last in _LINKING_WORDS

    def tag_ends(self, text: str) -> tuple[str, str]:
        """The parts of speech of a text's first and last word, a letter each; "" where none is."""
        first, last = _first_run(text), _last_run(text)
        return (
            self._find_tag(self._cutter.cut(first)[0])[0] if first else "",
            self._find_tag(self._cutter.cut(last)[-1])[0] if last else "",
        )

    def cut(self, text: str) -> list[str]:
        """The words of `text`, and the pairs of single characters that may be names."""
        words: list[str] = []
        for run in _RUNS.findall(text):
            cut = self._cutter.cut(run)
            words += [w for w in cut if len(w) > 1]
            words += [a + b for a, b in pairwise(cut) if len(a) == len(b) == 1]
        return words

    def weigh_topic(self, words: Iterable[str], topic: Counter[str]) -> float:
        """How much likelier (in nats) `words` are in a text that also holds `topic`."""
        size = sum(topic.values())
        if not size:
            return 0.0
        odds = _TOPICALITY / (1 - _TOPICALITY) / size
        score = 0.0
        for word in words:
            count = topic.get(word)
            score += math.log1p(odds * count / self._probability(word)) if count else _ABSENT
        return score

    def weigh_opening(self, text: str) -> float:
        """How often (log probability) a sentence opens with a word like the first one of `text`."""
        run = _first_run(text)
        if not run:
            return 0.0
        start = self._name_start(run)
        return float(max(self._tag_starts.get(start, _RAREST_STEP), _RAREST_STEP))

    def _inform_newly(self, word: str) -> float:
        """What a word tells (nats): the rarer, the more."""
        return -math.log(self._probability(word))

    def _weigh_step(self, left: str, right: str) -> float:
        """How much likelier right's first word follows left's last word than opens a sentence.

        By the part-of-speech steps that jieba.posseg learnt from the People's Daily of 1998.
        """
        end, start = self._name_end(left), self._name_start(right)
        step = max(self._tag_steps.get(end, {}).get(start, _RAREST_STEP), _RAREST_STEP)
        return float(step - max(self._tag_starts.get(start, _RAREST_STEP), _RAREST_STEP))

    def _name_end_newly(self, run: str) -> _State:
        """The place of a run's last character in its word, and the word's tag, as jieba has it."""
        word = self._cutter.cut(run)[-1]
        return "E" if len(word) > 1 else "S", self._find_tag(word)

    def _name_start_newly(self, run: str) -> _State:
        """The same of its first character."""
        word = self._cutter.cut(run)[0]
        return "B" if len(word) > 1 else "S", self._find_tag(word)

    def opens_with_function_word(self, text: str) -> bool:
        """Whether the first word is a preposition, conjunction or adverb: 从, 让, 以."""
        return self._find_tag(self._cutter.cut(text)[0]) in ("p", "c", "d")

    def _find_tag(self, word: str) -> str:
        return str(self._tags.get(word, "n"))

    def _probability(self, word: str) -> float:
        frequency = self._cutter.frequencies.get(word, 0)
        return max(frequency / self._total, _UNKNOWN_PAIR)


def _last_run(text: str) -> str:
    run = _LAST_RUN.search(text, max(0, len(text) - REACH))
    return run[0] if run else ""


def _first_run(text: str) -> str:
    run = _FIRST_RUN.match(text)
    return run[0] if run else ""
