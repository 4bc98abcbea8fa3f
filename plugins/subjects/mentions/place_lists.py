"""Towns listed by their short names, 镇 standing once at the end: 大河、瀛湖、谭坝三镇."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence

from plugins.chinese.expressions import compile_late
from plugins.subjects.mentions.passages import Candidate, Passage
from plugins.subjects.tables.names import Names
from plugins.subjects.tables.places import Town

TOWN_LIST = compile_late(
    r"((?:[一-龥]{2,6}、){1,30}[一-龥]{2,3}?)等?(?:[0-9一二三四五六七八九十两]+个?)?"
    r"(?:重点|贫困|深度贫困)?(?:镇办|镇街|乡镇|街道|镇)"
)


def find_listed_towns(
    passage: Passage, names: Names, taken: Sequence[Candidate]
) -> list[Candidate]:
    """Return towns listed by their short names: 大河、瀛湖、谭坝三镇.

    The list counts when its members are all towns; only before the first may other words stand.
    """
    stems = names.gazetteer.town_stems
    found = []
    for listing in TOWN_LIST.finditer(passage.text):
        members = list(_members(listing, stems))
        if len(members) == listing[1].count("、") + 1:
            found += [_listed(passage, start, end, names) for start, end in members]
    return [candidate for candidate in found if not _overlaps(candidate, taken)]


def _overlaps(candidate: Candidate, taken: Sequence[Candidate]) -> bool:
    """Whether a candidate shares characters with one of these, which are in order and disjoint."""
    following = bisect_right(taken, candidate.start, key=lambda other: other.end)
    return following < len(taken) and taken[following].start < candidate.end


def _members(
    listing: re.Match[str], stems: Mapping[str, tuple[Town, ...]]
) -> Iterator[tuple[int, int]]:
    end = listing.start()
    for position, member in enumerate(listing[1].split("、")):
        end += len(member)
        for start in range(end - len(member), end - 1):
            if member[start - end :] in stems and (start == end - len(member) or position == 0):
                yield start, end
                break
        end += 1


def _listed(passage: Passage, start: int, end: int, names: Names) -> Candidate:
    printed = passage.text[start:end]
    return Candidate(passage.block, start, end, printed, names.gazetteer.town_stems[printed])
