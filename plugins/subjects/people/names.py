"""Names of people in a passage, each with how sure it is.

A Chinese name is a surname and one or two characters. A model of weighed evidence
(name_evidence.py) gives each such string a probability; of overlapping ones the surest stands.
"""

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass

from plugins.subjects.mentions.passages import Passage
from plugins.subjects.people.foreign_names import find_foreign_names
from plugins.subjects.people.name_evidence import NameContext, weigh_name
from plugins.subjects.people.roles import Titles

#: Characters never seen in given names: they begin the next word of the sentence, or mask a name.
NOT_IN_NAME = frozenset(
    "说在是的了着过将把被对从到等也都就还又所个地得这那哪他你我她它们些每某各吗呢吧啊"
    "告诉给让叫住岁不没已但却而且或若则很最更曾做听问要拿讲谈话笑哭称患里户村镇县区省×＊*XxＸ"
)
HAN = re.compile(r"[一-龥]")
#: Log odds below which a string is not even kept for hiding.
LEAST = -3.5
#: How sure a dotted or titled name without Chinese surname is.
FOREIGN = 0.999


@dataclass(frozen=True)
class NameMention:
    """A name at its place in a passage, and the probability that it is one."""

    start: int
    end: int
    name: str
    probability: float


def find_names_of_people(
    passage: Passage, titles: Titles, context: NameContext
) -> list[NameMention]:
    """Return the passage's names, disjoint, in reading order."""
    tables = context.tables
    found = [
        NameMention(start, end, passage.form.text[start:end], FOREIGN)
        for start, end in find_foreign_names(passage, titles, tables, context.words)
    ]
    for start in _starts(passage, titles, context):
        found += _candidates(passage, start, titles, context)
    found.sort(key=lambda mention: (-mention.probability, mention.start))
    kept: list[NameMention] = []
    taken: set[int] = set()
    for mention in found:
        if taken.isdisjoint(range(mention.start, mention.end)):
            kept.append(mention)
            taken.update(range(mention.start, mention.end))
    return sorted(kept, key=lambda mention: mention.start)


def _starts(passage: Passage, titles: Titles, context: NameContext) -> Iterator[int]:
    """Yield where a name may begin: at a surname that begins a word or follows a title."""
    for offset, word in zip(passage.offsets, passage.words, strict=False):
        if word[0] in context.tables.single and (
            len(word) < 3 or context.words.tag(word)[:2] == "nr"
        ):
            yield offset
    for offset in titles.ends:
        if passage.text[offset : offset + 1] in context.tables.single and not passage.is_boundary(
            offset
        ):
            yield offset


def _candidates(
    passage: Passage, start: int, titles: Titles, context: NameContext
) -> Iterator[NameMention]:
    surname = passage.text[start]
    if passage.text[start : start + 2] in context.tables.compound:
        surname = passage.text[start : start + 2]
    given = ""
    for character in passage.text[start + len(surname) : start + len(surname) + 2]:
        if character in NOT_IN_NAME or not HAN.match(character):
            return
        given += character
        end = start + len(surname) + len(given)
        odds = weigh_name(passage, start, end, surname, titles, context)
        if odds > LEAST:
            name = passage.form.text[start:end]
            yield NameMention(start, end, name, 1 / (1 + math.exp(-odds)))
