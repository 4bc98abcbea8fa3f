"""How thousands of names and words are read, of which an edit changes a handful.

They are kept in groups, those of a first character together: of a group that is the same in two
builds nothing is read again.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from plugins.chinese.name_readings import read_name, read_with_names
from plugins.system.digests import digest
from plugins.system.memo import Memo

#: Kinds that are people's names.
PEOPLE = ("person", "author")

#: A text and its kind.
Named = tuple[str, str]


def read_named(kind: str, name: str) -> list[str]:
    """Return how a name of a kind is read, a syllable a character."""
    return read_name(name) if kind in PEOPLE else read_with_names(name)


def read_all(named: Sequence[Named], memo: Memo) -> list[list[str]]:
    """Return how each name of a kind is read, as `read_named` does."""
    groups: defaultdict[tuple[bool, str], set[str]] = defaultdict(set)
    for kind, name in named:
        groups[kind in PEOPLE, name[:1]].add(name)
    listed = [(people, sorted(names)) for (people, _), names in groups.items()]

    def read(missing: list[int]) -> Iterator[bytes]:
        for number in missing:
            people, names = listed[number]
            lines = ("\t".join(read_named(PEOPLE[0] if people else "", name)) for name in names)
            yield "\n".join(lines).encode("utf-8", "surrogatepass")

    keys = [_name_group(people, names) for people, names in listed]
    known: dict[tuple[bool, str], list[str]] = {}
    for (people, names), content in zip(listed, memo.make_all(keys, read), strict=True):
        lines = content.decode("utf-8", "surrogatepass").split("\n")
        for name, line in zip(names, lines, strict=True):
            known[people, name] = line.split("\t")
    return [known[kind in PEOPLE, name] for kind, name in named]


def _name_group(people: bool, names: Sequence[str]) -> bytes:
    return digest(
        b"people" if people else b"words", "\n".join(names).encode("utf-8", "surrogatepass")
    )
