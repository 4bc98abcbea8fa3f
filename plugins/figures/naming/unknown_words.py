"""Characters that make no word of the dictionary, cut and tagged by jieba's hidden Markov model.

The same route as jieba.posseg finds, to the last tie. jieba asks of every state before whether it
leads to every state now, which takes four times as long; here only those that do are asked.
"""

from collections.abc import Iterable, Iterator, Mapping

from jieba.posseg import POSTokenizer, char_state_tab_P, emit_P, pair, start_P, trans_P
from jieba.posseg.viterbi import MIN_FLOAT

from plugins.chinese.dictionary import Dictionary

#: A character's place in its word (B begins, M inside, E ends, S alone) and the word's tag.
State = tuple[str, str]

#: For each state those that lead to it, with the logarithm of how likely they do.
_LEADING: Mapping[State, Mapping[State, float]] = {
    state: {before: after[state] for before, after in trans_P.items() if state in after}
    for state in trans_P
}


class ModelTokenizer(POSTokenizer):  # type: ignore[misc] # jieba has no types
    """jieba's tokenizer with the project's dictionary and our search for the likeliest route."""

    def __init__(self, dictionary: Dictionary) -> None:
        # jieba's own would read the dictionary once more.
        self.tokenizer = dictionary.make_cutter()
        self.word_tag_tab = dictionary.tags

    def _POSTokenizer__cut(self, text: str) -> Iterator[pair]:  # noqa: N802 - jieba's private name
        route, start = find_route(text), 0
        for end, (place, tag) in enumerate(route, start=1):
            if place in "ES":
                yield pair(text[start:end], tag)
                start = end
        if start < len(text):
            yield pair(text[start:], route[start][1])


def find_route(text: str) -> list[State]:
    """Return the likeliest state of each character (Viterbi's algorithm); equals go by name."""
    first = char_state_tab_P.get(text[0], trans_P)
    scores = {state: start_P[state] + emit_P[state].get(text[0], MIN_FLOAT) for state in first}
    steps = []
    for character in text[1:]:
        known = char_state_tab_P.get(character, ())
        step = _step(scores, known, character) or _step(scores, trans_P, character)
        scores = {state: score for state, (score, _) in step.items()}
        steps.append(step)
    route = [max(scores, key=lambda state: (scores[state], state))]
    for step in reversed(steps):
        route.append(step[route[-1]][1])
    return route[::-1]


def _step(
    scores: Mapping[State, float], states: Iterable[State], character: str
) -> dict[State, tuple[float, State]]:
    """Return the states that the next character may have, each with the best state before it."""
    step = {}
    for state in states:
        leading = _LEADING[state]
        emitted = emit_P[state].get(character, MIN_FLOAT)
        befores = leading.keys() & scores.keys()
        if befores:
            step[state] = max((scores[b] + leading[b] + emitted, b) for b in befores)
    return step
