"""What the code that reads text looks for: its own characters and words, side by side in any order.

They are collected from the expressions and tables of the modules themselves, so that a new rule
brings its own characters here. Text of any characters never holds a letter before a Chinese
numeral, which is what once stopped a build for ever.
"""

import importlib
import itertools
import pkgutil
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sized
from functools import cache
from re import _constants, _parser  # type: ignore[attr-defined] # what re itself parses with

#: The packages that read printed text.
ROOMS = ("chinese", "figures", "newspaper", "privacy", "search.corpus", "subjects")
LONGEST_WORD = 6
#: A longer table is a dictionary.
LONGEST_TABLE = 300
#: The kinds of characters that stand side by side in a newspaper, with two of each or so.
CLASSES = ("aZ", "05", "８", "一十", "〇半", "数几", "点.", "、,", "。\n", "%:", "-—", "(）", " 　",
           "年", "县镇", "名")  # fmt: skip


@cache
def list_words() -> tuple[str, ...]:
    """List what the code names: characters, and words of a few of them; in a fixed order."""
    found: set[str] = set()
    for room in ROOMS:
        for module in _walk(f"plugins.{room}"):
            for name, value in vars(module).items():
                found.update(() if name.startswith("__") else _words_of(value))
    # Halves of a character stand in expressions, and in no text.
    printed = (word.encode("utf-8", "ignore").decode() for word in found)
    return tuple(sorted({word for word in printed if 0 < len(word) <= LONGEST_WORD}))


@cache
def list_characters() -> tuple[str, ...]:
    """List the characters that are no plain Han, and the numerals among those that are."""
    named = {character for word in list_words() for character in word}
    return tuple(sorted(c for c in named if unicodedata.category(c) != "Lo" or _is_numeral(c)))


def list_class_texts(length: int) -> Iterator[str]:
    """Yield every text of so many characters, each one of those that stand for their class."""
    return map("".join, itertools.product((kind[0] for kind in CLASSES), repeat=length))


def chain(characters: Iterable[str], length: int) -> str:
    """Give one text in which every run of so many of these characters stands: a de Bruijn cycle.

    The greedy way to make it: https://en.wikipedia.org/wiki/De_Bruijn_sequence (FKM algorithm).
    """
    letters = tuple(characters)
    word, text = [0] * (length + 1), []

    def extend(at: int, period: int) -> None:
        if at > length:
            if length % period == 0:
                text.extend(letters[number] for number in word[1 : period + 1])
            return
        word[at] = word[at - period]
        extend(at + 1, period)
        for number in range(word[at - period] + 1, len(letters)):
            word[at] = number
            extend(at + 1, at)

    extend(1, 1)
    return "".join([*text, *text[: length - 1]])


def _is_numeral(character: str) -> bool:
    return unicodedata.numeric(character, None) is not None


def _walk(package: str) -> Iterator[object]:
    module = importlib.import_module(package)
    yield module
    for found in pkgutil.iter_modules(module.__path__, f"{package}."):
        if found.name.endswith("__main__"):
            continue
        yield from _walk(found.name) if found.ispkg else [importlib.import_module(found.name)]


def _words_of(value: object) -> Iterator[str]:
    """Yield the words that a module's constant names, however deep."""
    if isinstance(value, str):
        yield from (value, *value) if len(value) > LONGEST_WORD else (value,)
    elif isinstance(value, re.Pattern):
        yield from _literals(_parser.parse(value.pattern, value.flags))
    elif isinstance(value, Sized) and len(value) > LONGEST_TABLE:
        return
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield from _words_of(key)
            yield from _words_of(item)
    elif isinstance(value, tuple | list | set | frozenset):
        for item in value:
            yield from _words_of(item)


def _literals(parsed: object) -> Iterator[str]:
    """Yield the runs of literal characters in what re has parsed, and what its ranges hold."""
    run = ""
    for item in _items(parsed):
        kind, told = item if isinstance(item, tuple) and len(item) == 2 else (None, item)
        if kind in (_constants.LITERAL, _constants.NOT_LITERAL):
            run += chr(told)
            continue
        yield run
        run = ""
        if kind is _constants.RANGE:
            first, last = told
            # A-Z is every letter; 一-龥 is any character at all.
            yield from map(chr, range(first, last + 1) if last - first < 30 else told)
        else:
            yield from _literals(told)
    yield run


def _items(parsed: object) -> Iterable[object]:
    """Return what a part of an expression is made of: re's own kind of list is not iterable."""
    if isinstance(parsed, _parser.SubPattern):
        return parsed.data
    return parsed if isinstance(parsed, list | tuple) else ()
