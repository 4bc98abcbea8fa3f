"""Words of a text with their parts of speech, as jieba.posseg cuts and tags it.

The dictionary's words come from the likeliest cut; characters between them that make no word are
cut and tagged by jieba's hidden Markov model. The same words, tags and routes as jieba's, to the
last tie, which tests hold them to. jieba asks of every state before whether it leads to every
state now; here all that a character is known in are asked at once, and the same run of characters
once.
"""

from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from plugins.chinese.expressions import compile_late
from plugins.chinese.words.dictionary import Dictionary, load_model_table

#: A character's place in its word (B begins, M inside, E ends, S alone) and the word's tag.
State = tuple[str, str]
#: A word and its tag.
Tagged = tuple[str, str]

#: The likelihood of what was never seen, in jieba.posseg.
_NEVER = -3.14e100
_HAN = compile_late("([\u4e00-\u9fd5]+)")
_BLOCK = compile_late("([\u4e00-\u9fd5a-zA-Z0-9+#&\\._]+)")
_BLANK = compile_late(r"(\r\n|\s)")
_LATIN_RUN = compile_late(r"([\.0-9]+|[a-zA-Z0-9]+)")
_LATIN = compile_late("[a-zA-Z0-9]+")
_NUMBER = compile_late(r"[\.0-9]+")
#: Runs of characters that are remembered, which make no word, and single ones.
_REMEMBERED = 5000


class ModelTokenizer:
    """Cuts and tags text by the dictionary and the model."""

    def __init__(self, dictionary: Dictionary) -> None:
        self._cutter = dictionary.make_cutter()
        self._tags = dictionary.tags

    def cut(self, text: str) -> Iterator[Tagged]:
        """Yield the text's words with their tags, as far as they are asked for.

        Joined, the words are the text.
        """
        for number, part in enumerate(_BLOCK.split(text)):
            yield from self._tag_words(part) if number % 2 else _tag_marks(part)

    def _tag_words(self, block: str) -> Iterator[Tagged]:
        ends, _ = self._cutter.find_ends(block)
        single, start = "", 0
        while start < len(block):
            word = block[start : ends[start]]
            if len(word) == 1:
                single += word
            else:
                yield from self._tag_singles(single)
                yield word, self._tags.get(word, "x")
                single = ""
            start = ends[start]
        yield from self._tag_singles(single)

    def _tag_singles(self, characters: str) -> Iterable[Tagged]:
        """Tag characters that the cut has left alone, unless together they are a word."""
        if len(characters) > 1 and not self._cutter.frequencies.get(characters):
            return _guess(characters)
        return [(character, self._tags.get(character, "x")) for character in characters]


def _tag_marks(marks: str) -> Iterator[Tagged]:
    """Tag what stands between blocks: no letter of theirs, digits and Latin letters neither."""
    for number, part in enumerate(_BLANK.split(marks)):
        if number % 2:
            yield part, "x"
        else:
            yield from ((character, "x") for character in part)


@lru_cache(maxsize=_REMEMBERED)
def _guess(characters: str) -> tuple[Tagged, ...]:
    """Cut and tag characters by the model, letters and digits among them by what they are."""
    tagged: list[Tagged] = []
    for number, part in enumerate(_HAN.split(characters)):
        if number % 2:
            tagged += _follow_route(part)
        else:
            tagged += ((run, _tag_latin(run)) for run in _LATIN_RUN.split(part) if run)
    return tuple(tagged)


def _tag_latin(run: str) -> str:
    if _NUMBER.match(run):
        return "m"
    return "eng" if _LATIN.match(run) else "x"


def _follow_route(text: str) -> Iterator[Tagged]:
    route, start = find_route(text), 0
    for end, (place, tag) in enumerate(route, start=1):
        if place in "ES":
            yield text[start:end], tag
            start = end
    if start < len(text):
        yield text[start:], route[start][1]


def find_route(text: str) -> list[State]:
    """Return the likeliest state of each character (Viterbi's algorithm); equals go by name."""
    model = _load_model()
    routes = model.begin(text[0])
    steps = [routes]
    for character in text[1:]:
        routes = model.go_on(routes, character)
        steps.append(routes)
    place, route = routes.scores.argmax(), []
    for step in reversed(steps):
        route.append(model.states[step.numbers[place]])
        place = step.before[place]
    return route[::-1]


class _Fitting(NamedTuple):
    """States by their numbers, the last one first, and how likely a character is in each."""

    numbers: NDArray[np.int64]
    emitted: NDArray[np.float64]


class _Routes(NamedTuple):
    """The states that a character may have, the last one first: how likely the best way to each is.

    `before` are the places of the states before them on these ways, among those of that character.
    """

    numbers: NDArray[np.int64]
    scores: NDArray[np.float64]
    before: NDArray[np.int64]


class _Model:
    """jieba's tables, with the number of each state for its name, in the order of the names.

    Likelihoods are logarithms.
    """

    def __init__(self) -> None:
        after, self._emissions = load_model_table("prob_trans"), load_model_table("prob_emit")
        self.states: tuple[State, ...] = tuple(sorted(after))
        self._numbers = {state: number for number, state in enumerate(self.states)}
        starts = load_model_table("prob_start")
        self._starts = np.array([starts[state] for state in self.states])
        #: How likely each state (a row) leads to each; most never do.
        self._leading = np.array(
            [[after[state].get(other, -np.inf) for other in self.states] for state in self.states]
        )
        self._list_fitting = lru_cache(_REMEMBERED)(self._list_known)

    def begin(self, character: str) -> _Routes:
        """Return the states that the first character of a text may have."""
        fitting = self._list_fitting(character)
        if not len(fitting.numbers):
            fitting = self._fit(self.states, character)
        scores = self._starts[fitting.numbers] + fitting.emitted
        return _Routes(fitting.numbers, scores, np.zeros_like(fitting.numbers))

    def go_on(self, routes: _Routes, character: str) -> _Routes:
        """Return the states that the next character may have."""
        known = self._step(routes, self._list_fitting(character))
        if len(known.numbers):
            return known
        led = (self._leading[routes.numbers] > -np.inf).any(axis=0)
        following = [self.states[number] for number in np.flatnonzero(led)]
        return self._step(routes, self._fit(following, character))

    def _step(self, routes: _Routes, fitting: _Fitting) -> _Routes:
        leading = self._leading[routes.numbers[:, None], fitting.numbers]
        scores = routes.scores[:, None] + leading + fitting.emitted
        # The first of equals has the greatest number.
        before = scores.argmax(axis=0)
        best = scores[before, np.arange(len(before))]
        reached = best > -np.inf
        return _Routes(fitting.numbers[reached], best[reached], before[reached])

    def _list_known(self, character: str) -> _Fitting:
        """Return the states that a character is known in."""
        return self._fit(load_model_table("char_state_tab").get(character, ()), character)

    def _fit(self, states: Iterable[State], character: str) -> _Fitting:
        ordered = sorted(states, reverse=True)
        emitted = [self._emissions[state].get(character, _NEVER) for state in ordered]
        numbers = [self._numbers[state] for state in ordered]
        return _Fitting(np.array(numbers, dtype=np.int64), np.array(emitted, dtype=np.float64))


@cache
def _load_model() -> _Model:
    return _Model()
