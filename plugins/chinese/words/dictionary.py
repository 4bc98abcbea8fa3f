"""jieba's dictionary, read once a process: words with their frequencies and parts of speech.

Read straight from the package's files, for jieba itself takes longer to import than all of this.
The table that comes of them is kept in `.cache/`, and unpacked as far as it is asked for.
"""

import importlib.util
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from plugins.chinese.words.cutting import Cutter
from plugins.chinese.words.word_table import WordTable, pack_words, read_kept, unpack_words
from plugins.system.code_version import ROOT

KEPT = ROOT / ".cache" / "dictionary"


@dataclass(frozen=True)
class Dictionary:
    """The words of general Chinese.

    `frequencies` also has the beginnings of words, which jieba's algorithm asks for, with 0;
    `tags` are the parts of speech (n, v, nr …); `total` is the sum of the frequencies.
    """

    frequencies: WordTable[int]
    total: int
    tags: WordTable[str]

    def make_cutter(self) -> Cutter:
        """Return a cutter with these words."""
        return Cutter(self.frequencies, self.total)


@cache
def load_dictionary() -> Dictionary:
    """Read the dictionary, which takes the first who asks some hundredths of a second."""
    return read_dictionary(KEPT)


def read_dictionary(folder: Path) -> Dictionary:
    """Read the dictionary from `folder` where its table is kept, else from the package."""
    printed = (find_jieba() / "dict.txt").read_bytes()
    key = (printed, Path(__file__).read_bytes())
    frequencies, total, tags = read_kept(folder, key, lambda: _read_table(printed))
    return Dictionary(unpack_words(frequencies), total, unpack_words(tags))


def _read_table(printed: bytes) -> tuple[dict[str, bytes], int, dict[str, bytes]]:
    """Return what a Dictionary is made of; jieba, line by line, takes three times as long."""
    fields = printed.decode("utf-8").split()
    words, counts = fields[::3], list(map(int, fields[1::3]))
    frequencies = dict(zip(words, counts, strict=True))
    for word in words:
        for end in range(1, len(word)):
            frequencies.setdefault(word[:end], 0)
    tags = dict(zip(words, fields[2::3], strict=True))
    return pack_words(frequencies), sum(counts), pack_words(tags)


def find_jieba() -> Path:
    """Return the folder of the package."""
    found = importlib.util.find_spec("jieba")
    if found is None or not found.submodule_search_locations:
        raise ModuleNotFoundError("jieba")
    return Path(found.submodule_search_locations[0])


@cache
def load_model_table(name: str) -> Any:  # noqa: ANN401 - jieba has no types
    """Return a table of jieba's model of parts of speech, learnt from the People's Daily of 1998.

    `name` is that of a module of jieba.posseg, which reads the whole dictionary twice when it is
    imported itself: prob_start, prob_trans, prob_emit, char_state_tab.
    """
    path = find_jieba() / "posseg" / f"{name}.py"
    spec = importlib.util.spec_from_file_location(f"jieba.posseg.{name}", path)
    if spec is None or spec.loader is None:
        raise ModuleNotFoundError(str(path))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.P
