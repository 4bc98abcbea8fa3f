"""Words of a text with their parts of speech, as jieba.posseg cuts and tags it.

The dictionary's words come from the likeliest cut; characters between them that make no word are
cut and tagged by jieba's hidden Markov model. The same words, tags and routes as jieba's, to the
last tie, which tests hold them to. jieba asks of every state before whether it leads to every
state now; here only those that do are asked, and the same run of characters is asked once.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache

from plugins.chinese.expressions import compile_late
from plugins.chinese.words.dictionary import Dictionary, load_model_table

#: A character's place in its word (B begins, M inside, E ends, S alone) and the word's tag.
State = tuple[str, str]
#: A word and its tag.
Tagged = tuple[str, str]
#: A state's number, how likely a character is in it, and how likely states before lead to it.
_Fitting = tuple[int, float, Mapping[int, float]]

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
    first = model.list_fitting(text[0]) or model.fit(range(len(model.states)), text[0])
    scores = {state: model.starts[state] + emitted for state, emitted, _ in first}
    steps = []
    for character in text[1:]:
        step = _step(scores, model.list_fitting(character))
        step = step or _step(scores, model.fit(model.list_following(scores), character))
        scores = {state: score for state, (score, _) in step.items()}
        steps.append(step)
    route = [max(scores, key=lambda state: (scores[state], state))]
    for step in reversed(steps):
        route.append(step[route[-1]][1])
    return [model.states[number] for number in reversed(route)]


def _step(scores: Mapping[int, float], fitting: Iterable[_Fitting]) -> dict[int, tuple[float, int]]:
    """Return the states that the next character may have, each with the best state before it."""
    step = {}
    for state, emitted, leading in fitting:
        # Inside a word one or two states lead on, behind one nearly all that end one.
        fewer = leading if len(leading) < len(scores) else scores
        more = scores if fewer is leading else leading
        found = [(scores[b] + leading[b] + emitted, b) for b in fewer if b in more]
        if found:
            step[state] = max(found)
    return step


class _Model:
    """jieba's tables, with the number of each state for its name: numbers are found faster.

    They are in the order of the names. Likelihoods are logarithms.
    """

    def __init__(self) -> None:
        after, emissions = load_model_table("prob_trans"), load_model_table("prob_emit")
        self.states: tuple[State, ...] = tuple(sorted(after))
        self._numbers = {state: number for number, state in enumerate(self.states)}
        starts = load_model_table("prob_start")
        self.starts = [starts[state] for state in self.states]
        self._emissions = [emissions[state] for state in self.states]
        self._following = [[self._numbers[s] for s in after[state]] for state in self.states]
        self._leading = [
            {number: after[b][state] for number, b in enumerate(self.states) if state in after[b]}
            for state in self.states
        ]
        #: The states that a character is known in.
        self.list_fitting = lru_cache(_REMEMBERED)(self._list_fitting)

    def fit(self, numbers: Iterable[int], character: str) -> tuple[_Fitting, ...]:
        """Return the states of these numbers for a character."""
        return tuple(
            (number, self._emissions[number].get(character, _NEVER), self._leading[number])
            for number in numbers
        )

    def list_following(self, numbers: Iterable[int]) -> Iterable[int]:
        """Return the numbers of the states that one of these leads to."""
        return set().union(*(self._following[number] for number in numbers))

    def _list_fitting(self, character: str) -> tuple[_Fitting, ...]:
        known = load_model_table("char_state_tab").get(character, ())
        return self.fit([self._numbers[state] for state in known], character)


@cache
def _load_model() -> _Model:
    return _Model()
