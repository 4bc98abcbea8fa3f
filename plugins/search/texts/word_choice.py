"""Which words save most bits where each is stored as one symbol, and where they stand."""

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from plugins.search.codes.bits import Numbers
from plugins.search.codes.key_table import KeyTable
from plugins.search.codes.spans import count_values
from plugins.search.corpus.corpus import Corpus
from plugins.search.corpus.withheld import Withheld

#: Words of so many characters, fifteen bits each, make one sort key.
_LENGTHS, _WIDTH = (2, 3, 4), 15


class WordPlaces(NamedTuple):
    """Where words of so many characters begin, and each one's number (or, before, its key)."""

    length: int
    starts: NDArray[Any]
    numbers: NDArray[Any]


class CountedWords(NamedTuple):
    """The words of a corpus by length: where they stand, and distinct ones with their counts."""

    places: tuple[WordPlaces, ...]
    keys: Numbers
    counts: Numbers


def count_words(
    corpus: Corpus,
    characters: NDArray[np.unsignedinteger],
    marked: NDArray[np.bool_],
    alphabet_size: int,
) -> CountedWords:
    """Count the words of two to four characters outside what is `marked`.

    `characters` are the corpus's printed ones as numbers of an alphabet; of one too large for the
    keys no word is counted.
    """
    if alphabet_size >= 2**_WIDTH:
        nothing = np.zeros(0, dtype=np.int64)
        return CountedWords((), nothing, nothing)
    keyed = tuple(_key_words(corpus, characters, marked, length) for length in _LENGTHS)
    counted = [np.unique(places.numbers, return_counts=True) for places in keyed]
    keys = np.concatenate(
        [_fill_keys(keys, n) for n, (keys, _) in zip(_LENGTHS, counted, strict=True)]
    )
    return CountedWords(keyed, keys, np.concatenate([count for _, count in counted]))


def list_frequent(
    counted: CountedWords, withheld: Withheld, alphabet: Sequence[str], fewest: int
) -> dict[str, int]:
    """Return the words that stand so often at least, and how often; none is a withheld name."""
    chosen = counted.counts >= fewest
    words = _spell_keys(counted.keys[chosen], alphabet)
    pairs = zip(words, counted.counts[chosen].tolist(), strict=True)
    return {word: count for word, count in pairs if not withheld.names_someone(word)}


def choose_words(
    counted: CountedWords,
    characters: NDArray[np.unsignedinteger],
    withheld: Withheld,
    alphabet: Sequence[str],
    words: int,
) -> tuple[tuple[str, ...], list[WordPlaces]]:
    """Return so many words at most, sorted, and the places of each; none is a withheld name."""
    spelled = _spelled_bits(counted.keys, _character_bits(characters, len(alphabet)))
    saved = counted.counts * (spelled + np.log2(counted.counts / max(1, len(characters))))
    best = np.sort(counted.keys[_rank(counted.keys, saved)[:words]])
    spellings = _spell_keys(best, alphabet)
    public = [number for number, word in enumerate(spellings) if not withheld.names_someone(word)]
    chosen = best[np.array(public, dtype=np.int64)]
    return tuple(spellings[number] for number in public), [
        _number_places(places, chosen) for places in counted.places
    ]


def _key_words(
    corpus: Corpus, characters: NDArray[np.unsignedinteger], marked: NDArray[np.bool_], length: int
) -> WordPlaces:
    found = np.flatnonzero((corpus.printed_term == length) & ~marked)
    starts: NDArray[Any] = found.astype(np.min_scalar_type(len(characters)))
    # Most words are of two characters, and small keys are sorted in half the time.
    keys: NDArray[Any] = np.zeros(len(starts), np.uint32 if length == 2 else np.uint64)
    for offset in range(length):
        keys <<= _WIDTH
        keys |= (characters[starts + offset] + 1).astype(keys.dtype)
    return WordPlaces(length, starts, keys)


def _fill_keys(keys: NDArray[Any], length: int) -> Numbers:
    """Return keys with which words of any length sort as their characters do."""
    return keys.astype(np.int64) << (_LENGTHS[-1] - length) * _WIDTH


def _rank(keys: Numbers, saved: NDArray[np.float64]) -> Numbers:
    """Return the words that save anything, those first that save most."""
    worth = np.flatnonzero(saved > 0)
    return worth[np.lexsort((keys[worth], -saved[worth]))]


def _number_places(places: WordPlaces, chosen: Numbers) -> WordPlaces:
    """Keep the places of chosen words, and number them."""
    behind = (_LENGTHS[-1] - places.length) * _WIDTH
    filled = chosen >> behind << behind == chosen
    own = np.flatnonzero(filled & (chosen >> behind & (2**_WIDTH - 1) > 0))
    table = KeyTable((chosen[own] >> behind).astype(places.numbers.dtype))
    found, which = table.find(places.numbers)
    return WordPlaces(places.length, places.starts[found], own[which])


def _spelled_bits(keys: Numbers, costs: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return what words cost when they are spelled, of what each character costs."""
    table = np.append(0.0, costs)
    spelled = np.zeros(len(keys))
    for symbols in _split_keys(keys):
        spelled += table[symbols]
    return spelled


def _character_bits(characters: NDArray[np.unsignedinteger], size: int) -> NDArray[np.float64]:
    counts = np.maximum(count_values(characters, size), 1)
    return np.asarray(-np.log2(counts / counts.sum()))


def _spell_keys(keys: Numbers, alphabet: Sequence[str]) -> list[str]:
    # numpy's texts end with zeros, too.
    codes = np.array([0, *map(ord, alphabet)], dtype=np.uint32)
    rows = np.stack([codes[symbols] for symbols in _split_keys(keys)], axis=1)
    words: list[str] = rows.view(f"U{_LENGTHS[-1]}").ravel().tolist()
    return words


def _split_keys(keys: Numbers) -> list[Numbers]:
    """Return the keys' first symbols plus 1, then their second ones, 0 behind a word's end."""
    shifts = range((_LENGTHS[-1] - 1) * _WIDTH, -1, -_WIDTH)
    return [keys >> shift & (2**_WIDTH - 1) for shift in shifts]
