"""jieba's dictionary, read once a process: words with their frequencies and parts of speech.

Read straight from the package, so that nothing is written to a cache folder of the machine's.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import jieba


@dataclass(frozen=True)
class Dictionary:
    """The words of general Chinese.

    `frequencies` also has the beginnings of words, which jieba's algorithm asks for, with 0;
    `tags` are the parts of speech (n, v, nr …); `total` is the sum of the frequencies.
    """

    frequencies: Mapping[str, int]
    total: int
    tags: Mapping[str, str]

    def make_cutter(self) -> jieba.Tokenizer:
        """Return a tokenizer with the words in a copy of its own, to which words may be added."""
        cutter = jieba.Tokenizer()
        cutter.FREQ, cutter.total = dict(self.frequencies), self.total
        cutter.initialized = True
        return cutter


@cache
def load_dictionary() -> Dictionary:
    """Read the dictionary, which takes the first who asks some tenths of a second.

    jieba reads it line by line, which takes three times as long.
    """
    with jieba.Tokenizer().get_dict_file() as lines:
        fields = lines.read().decode("utf-8").split()
    words, counts = fields[::3], list(map(int, fields[1::3]))
    frequencies = dict(zip(words, counts, strict=True))
    for word in words:
        for end in range(1, len(word)):
            frequencies.setdefault(word[:end], 0)
    return Dictionary(frequencies, sum(counts), dict(zip(words, fields[2::3], strict=True)))
