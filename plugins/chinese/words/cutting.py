"""The likeliest cut of Chinese text into words, by jieba's algorithm without its guessing.

The same words as jieba.Tokenizer.cut(text, HMM=False), which a test holds it to, in a fraction of
the time: jieba first lists all words of a text in tables. What stands between two marks is cut
once, however often it is asked for: an article is cut for its places, its figures, its keywords.
Who cuts more than a few articles has jieba's Rust port do it, where that has a wheel.
"""

import importlib
import importlib.util
import math
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property, lru_cache
from typing import Any

from plugins.chinese.expressions import compile_late
from plugins.chinese.words.word_table import WordTable

#: What jieba cuts at once; anything else is taken character by character.
_BLOCK = compile_late("([\u4e00-\u9fd5a-zA-Z0-9+#&\\._%\\-]+)")
_LATIN = compile_late("[a-zA-Z0-9]")
_LINE_END = compile_late("(\r\n)")
#: An article has some hundred stretches between marks.
_REMEMBERED = 5000
#: To give the port its words takes as long as it saves in three times as many stretches; who has
#: cut so many, some 40 articles, most often has a whole archive to cut.
_MANY = 5000
#: A character of no text: a word that makes the port's sum of frequencies ours.
_NOBODYS = "\ue000"


class _Weights(dict[int, float]):
    """The log probabilities of words by their frequencies, each reckoned when it is asked for."""

    def __init__(self, log_total: float) -> None:
        self._log_total = log_total

    def __missing__(self, frequency: int) -> float:
        weight = self[frequency] = math.log(frequency) - self._log_total
        return weight


class Cutter:
    """Cuts text by a dictionary of its own.

    `frequencies` has all words, and the beginnings of words with 0; `total` is their sum.
    """

    def __init__(self, frequencies: WordTable[int], total: int) -> None:
        self.frequencies = frequencies
        self._total, self._times = total, 0
        self._log_total = math.log(total)
        self._weights = _Weights(self._log_total)
        self._cut_block = lru_cache(maxsize=_REMEMBERED)(self._cut_newly)

    def cut(self, text: str) -> list[str]:
        """Return the text's words in order; joined, they are the text."""
        words: list[str] = []
        for number, part in enumerate(_BLOCK.split(text)):
            if number % 2:
                words += self._cut_block(part)
            elif "\r\n" in part:
                for rest in _LINE_END.split(part):
                    words += (rest,) if rest == "\r\n" else rest
            else:
                words += part
        return words

    def expect(self, stretches: int) -> None:
        """Have the port ready where so many stretches are to be cut, before processes share it."""
        if stretches > 3 * _MANY and self.port:
            self._times = _MANY

    def weigh(self, block: str, tail: Sequence[float] = (0.0,)) -> list[float]:
        """Return the log probability of the likeliest cut from each character of a block on.

        The last is of its end, 0. `tail` are the last of them, where those are known already.
        """
        return self.find_ends(block, tail)[1]

    def _cut_newly(self, block: str) -> tuple[str, ...]:
        self._times += 1
        if self._times > _MANY and self.port:
            return tuple(self.port(block, False))
        return self.cut_here(block)

    def cut_here(self, block: str) -> tuple[str, ...]:
        """Return the words of what stands between two marks, without the port."""
        ends, _ = self.find_ends(block)
        words = list(_take_words(block, ends))
        return tuple(_join_latin(words) if _LATIN.search(block) else words)

    @cached_property
    def port(self) -> Callable[[str, bool], list[str]] | None:
        """The port with our words, which takes their logarithms and sums in the same order."""
        if not importlib.util.find_spec("rjieba"):
            return None
        port: Any = importlib.import_module("rjieba").Jieba.empty()
        known = 0
        for row in self.frequencies.list_rows():
            for word, frequency in row.items():
                if frequency:
                    port.add_word(word, frequency, "")
            known += sum(row.values())
        port.add_word(_NOBODYS, self._total - known, "")
        cut: Callable[[str, bool], list[str]] = port.cut
        return cut

    def find_ends(
        self, block: str, tail: Sequence[float] = (0.0,)
    ) -> tuple[list[int], list[float]]:
        """Return where the word ends that begins at each character, and how likely all from it is.

        That is on the likeliest way from there; of two that are as likely, that with the longer
        first word. The likelihood is a logarithm, and `tail` as in `weigh`: the words in it are
        not looked for.
        """
        rows, weights, log_total = self.frequencies.rows, self._weights, self._log_total
        size = len(block)
        known = size + 1 - len(tail)
        best, ends = [*[0.0] * known, *tail], [0] * size
        for start in range(known - 1, -1, -1):
            # A character that the dictionary does not have counts as a word seen once.
            top, top_end = -math.inf, 0
            end = start + 1
            find = rows[block[start]].get
            frequency = find(block[start])
            while frequency is not None:
                if frequency:
                    likelihood = weights[frequency] + best[end]
                    if likelihood >= top:
                        top, top_end = likelihood, end
                if end == size:
                    break
                end += 1
                frequency = find(block[start:end])
            best[start], ends[start] = (
                (top, top_end) if top_end else (best[start + 1] - log_total, start + 1)
            )
        return ends, best


def _take_words(block: str, ends: list[int]) -> Iterator[str]:
    start, size = 0, len(block)
    while start < size:
        end = ends[start]
        yield block[start:end]
        start = end


def _join_latin(words: list[str]) -> Iterator[str]:
    """Yield words with Latin letters and digits together that are no words."""
    latin = ""
    for word in words:
        if len(word) == 1 and _LATIN.match(word):
            latin += word
            continue
        if latin:
            yield latin
            latin = ""
        yield word
    if latin:
        yield latin
