"""The lexicon: the archive's commonest words, with how many bits each is worth.

One table serves three ends: it is the code in which the articles' text is stored, the list of
words by which a run of characters that is no term is cut, and what suggestions are made of.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from plugins.search.corpus import Corpus
from plugins.search.huffman import assign_lengths
from plugins.search.shard_format import FIELD_END
from plugins.search.withheld import Withheld

#: How many words pay for their place in the manifest by what they save in ten passages.
LEXICON_WORDS = 1800
#: Words of two to four characters, fifteen bits each, make one sort key.
_SHORTEST, _LONGEST, _WIDTH = 2, 4, 15

Numbers = NDArray[np.int64]


@dataclass(frozen=True)
class Lexicon:
    """The symbols of the stored text: `alphabet` (sorted characters), then `words` (sorted).

    `lengths` are the symbols' Huffman code lengths in bits.
    """

    alphabet: str
    words: tuple[str, ...]
    lengths: Numbers


@dataclass(frozen=True)
class SymbolText:
    """The corpus in the lexicon's symbols; `ends` are the ends of its fields, three a document."""

    lexicon: Lexicon
    symbols: NDArray[np.int32]
    ends: Numbers


def build_lexicon(
    corpus: Corpus, heads: str, withheld: Withheld, words: int = LEXICON_WORDS
) -> SymbolText:
    """Choose the words that save most bits and write the corpus with them.

    `heads` is all text that the text shards hold besides the documents (addresses and dates);
    its characters are in the corpus's alphabet. Words are suggested, so no withheld name is one.
    """
    alphabet = [chr(code) for code in corpus.printed_alphabet.tolist()]
    numbers = {character: number for number, character in enumerate(alphabet)}
    characters = corpus.printed.astype(np.int32)
    ends = np.cumsum(corpus.lengths.ravel())
    characters[ends - 1] = numbers[FIELD_END]
    keys, starts, which = _choose_words(corpus, characters, withheld, alphabet, words)
    chosen = tuple(_spell_key(key, alphabet) for key in keys.tolist())
    characters[starts] = len(alphabet) + which
    kept = np.ones(len(characters), dtype=np.bool_)
    for offset in range(1, _LONGEST):
        kept[starts[corpus.word[starts] > offset] + offset] = False
    stream = characters[kept]
    counts = np.bincount(stream, minlength=len(alphabet) + len(chosen))
    np.add.at(counts, [numbers[character] for character in heads], 1)
    lexicon = Lexicon("".join(alphabet), chosen, assign_lengths(np.maximum(counts, 1)))
    return SymbolText(lexicon, stream, np.cumsum(kept, dtype=np.int64)[ends - 1])


def _choose_words(
    corpus: Corpus,
    characters: NDArray[np.int32],
    withheld: Withheld,
    alphabet: list[str],
    words: int,
) -> tuple[Numbers, Numbers, Numbers]:
    """Return the chosen words' keys, sorted, and for each place of one its start and number."""
    size = len(alphabet)
    if size >= 2**_WIDTH:
        none = np.zeros(0, dtype=np.int64)
        return none, none, none
    inside = (corpus.term >= _SHORTEST) & (corpus.term <= _LONGEST) & ~withheld.marked
    starts = np.flatnonzero(inside)
    lengths = corpus.term[starts]
    keys = np.zeros(len(starts), dtype=np.int64)
    for offset in range(_LONGEST):
        at = np.minimum(starts + offset, len(characters) - 1)
        keys = (keys << _WIDTH) | np.where(lengths > offset, characters[at] + 1, 0)
    distinct, counts = np.unique(keys, return_counts=True)
    spelled = _spelled_bits(distinct, _character_bits(characters, size))
    saved = counts * (spelled + np.log2(counts / max(1, len(corpus.folded))))
    best = np.sort(np.lexsort((distinct, -saved))[:words])
    spelled_out = (_spell_key(key, alphabet) for key in distinct[best].tolist())
    public = np.array([not withheld.names_someone(word) for word in spelled_out], dtype=np.bool_)
    best = best[(saved[best] > 0) & public]
    chosen = distinct[best]
    number = np.searchsorted(chosen, keys)
    placed = np.append(chosen, -1)[number] == keys
    return chosen, starts[placed], number[placed]


def _spelled_bits(keys: Numbers, costs: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return what words cost when they are spelled, of what each character costs."""
    table = np.append(0.0, costs)
    shifts = range((_LONGEST - 1) * _WIDTH, -1, -_WIDTH)
    spelled = np.zeros(len(keys))
    for shift in shifts:
        spelled += table[keys >> shift & (2**_WIDTH - 1)]
    return spelled


def _character_bits(characters: NDArray[np.int32], size: int) -> NDArray[np.float64]:
    counts = np.maximum(np.bincount(characters, minlength=size), 1)
    return np.asarray(-np.log2(counts / counts.sum()))


def _spell_key(key: int, alphabet: list[str]) -> str:
    shifts = range((_LONGEST - 1) * _WIDTH, -1, -_WIDTH)
    symbols = [key >> shift & (2**_WIDTH - 1) for shift in shifts]
    return "".join(alphabet[symbol - 1] for symbol in symbols if symbol)
