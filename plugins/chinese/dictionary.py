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
    """Read the dictionary, which takes the first who asks a second."""
    tokenizer = jieba.Tokenizer()
    frequencies, total = tokenizer.gen_pfdict(tokenizer.get_dict_file())
    with tokenizer.get_dict_file() as lines:
        entries = (line.decode("utf-8").split() for line in lines)
        tags = {entry[0]: entry[2] for entry in entries if len(entry) == 3}
    return Dictionary(frequencies, total, tags)
