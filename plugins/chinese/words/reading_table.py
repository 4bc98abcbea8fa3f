"""How characters and words are read: pypinyin's tables (MIT), without tones.

Its package takes longer to load than most commands to run; what is needed of it is kept.
"""

import importlib.util
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from plugins.chinese.words.word_table import WordTable, pack_words, read_kept, unpack_words
from plugins.system.code_version import ROOT

KEPT = ROOT / ".cache" / "readings"
#: The files of the package by which its tables are known.
_FILES = ("__init__.py", "phrases_dict.json", "pinyin_dict.json")


@dataclass(frozen=True)
class ReadingTable:
    """The syllables of characters and words, joined by blanks; "" for the beginning of a word.

    `han` matches the characters that pypinyin takes for Chinese, whether or not it can read them.
    """

    syllables: WordTable[str]
    han: re.Pattern[str]

    def read(self, text: str) -> list[str]:
        """Return a syllable a Chinese character, and all between them as it is.

        That is what pypinyin.lazy_pinyin says, in a twentieth of the time.
        """
        if text.isascii():
            return [text] if text else []
        read = list[str]()
        for number, part in enumerate(self.han.split(text)):
            if number % 2:
                read += (s for word in self._cut(part) for s in self._read_word(word))
            elif part:
                read.append(part)
        return read

    def _read_word(self, word: str) -> list[str]:
        return self.syllables.get(word, "").split() or [word]

    def _cut(self, text: str) -> Iterator[str]:
        """Yield the longest words from the left, as pypinyin does, ties of its own included."""
        start, size = 0, len(text)
        while start < size:
            row = self.syllables.rows[text[start]]
            longest, end = 0, start + 1
            while end <= size and text[start:end] in row:
                if end > start + 1 and row[text[start:end]]:
                    longest = end
                end += 1
            if end > size and not longest:
                # All that is left begins a word and is none: no word is sought in it.
                yield from text[start:]
                return
            yield text[start : longest or start + 1]
            start = longest or start + 1


@cache
def load_readings() -> ReadingTable:
    """Read the tables, which takes the first who asks some hundredths of a second."""
    return read_readings(KEPT)


def read_readings(folder: Path) -> ReadingTable:
    """Read the tables from `folder` where they are kept, else from the package."""
    found = importlib.util.find_spec("pypinyin")
    if found is None or not found.submodule_search_locations:
        raise ModuleNotFoundError("pypinyin")
    package = Path(found.submodule_search_locations[0])
    key = (Path(__file__).read_bytes(), *((package / name).read_bytes() for name in _FILES))
    syllables, han = read_kept(folder, key, _read_tables)
    return ReadingTable(unpack_words(syllables), re.compile(han))


def _read_tables() -> tuple[dict[str, bytes], str]:
    from pypinyin.constants import PHRASES_DICT, PINYIN_DICT, RE_HANS
    from pypinyin.contrib.tone_convert import to_normal

    # pypinyin writes ü as v, which is also how it is typed.
    plain = cache(to_normal)
    known = {
        word: " ".join(plain(readings[0]) for readings in syllables)
        for word, syllables in PHRASES_DICT.items()
    }
    known |= {chr(code): plain(said.partition(",")[0]) for code, said in PINYIN_DICT.items()}
    for word in list(known):
        for end in range(1, len(word)):
            known.setdefault(word[:end], "")
    return pack_words(known), f"({RE_HANS.pattern.strip('^$')})"
