"""The lexicon: the archive's commonest words, with how many bits each is worth.

One table serves three ends: it is the code in which the articles' text is stored, the list of
words by which a run of characters that is no term is cut, and what suggestions are made of.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from plugins.search.codes.bits import Numbers
from plugins.search.codes.huffman import assign_lengths
from plugins.search.codes.shard_format import FIELD_END
from plugins.search.codes.spans import count_values
from plugins.search.corpus.corpus import Corpus
from plugins.search.corpus.withheld import Withheld
from plugins.search.texts.word_choice import choose_words, count_words, list_frequent

#: How many words pay for their place in the manifest by what they save in ten passages.
LEXICON_WORDS = 1800
#: What stands once may be a misprint.
FEWEST = 2


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
    """The corpus in the lexicon's symbols; `ends` are the ends of its fields, three a document.

    `vocabulary` are the words that stand FEWEST times at least, and how often each does.
    """

    lexicon: Lexicon
    symbols: NDArray[np.unsignedinteger]
    ends: Numbers
    vocabulary: dict[str, int]


def build_lexicon(
    corpus: Corpus, heads: str, withheld: Withheld, words: int = LEXICON_WORDS
) -> SymbolText:
    """Choose the words that save most bits and write the corpus with them.

    `heads` is all text that the text shards hold besides the documents (addresses and dates);
    its characters are in the corpus's alphabet. Words are suggested, so no withheld name is one.
    """
    alphabet = [chr(code) for code in corpus.printed_alphabet.tolist()]
    numbers = {character: number for number, character in enumerate(alphabet)}
    # As few bytes a character as hold the number of any symbol.
    characters = corpus.printed.astype(np.min_scalar_type(len(alphabet) + words))
    ends = np.cumsum(corpus.printed_lengths.ravel())
    characters[ends - 1] = numbers[FIELD_END]
    counted = count_words(corpus, characters, withheld.marked, len(alphabet))
    vocabulary = list_frequent(counted, withheld, alphabet, FEWEST)
    chosen, places = choose_words(counted, characters, withheld, alphabet, words)
    kept = np.ones(len(characters), dtype=np.bool_)
    for length, starts, which in places:
        characters[starts] = len(alphabet) + which
        for offset in range(1, length):
            kept[starts + offset] = False
    stream = characters[kept]
    counts = count_values(stream, len(alphabet) + len(chosen))
    np.add.at(counts, [numbers[character] for character in heads], 1)
    lexicon = Lexicon("".join(alphabet), chosen, assign_lengths(np.maximum(counts, 1)))
    left = np.add.reduceat(kept, ends - corpus.printed_lengths.ravel(), dtype=np.int64)
    return SymbolText(lexicon, stream, np.cumsum(left), vocabulary)
