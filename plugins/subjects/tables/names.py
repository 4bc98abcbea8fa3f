"""What the names of places in a text are looked up in."""

from dataclasses import dataclass

from plugins.subjects.tables.gazetteer import Gazetteer
from plugins.subjects.tables.words import Words


@dataclass(frozen=True)
class Names:
    """What names are looked up in: the gazetteer, words, surnames, places of elsewhere."""

    gazetteer: Gazetteer
    words: Words
    surnames: frozenset[str]
    elsewhere: frozenset[str]
