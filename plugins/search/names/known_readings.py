"""How thousands of names and words are read, or what else is told of each; few change by an edit.

They are kept in groups, those of a first character together: of a group that is the same in two
builds nothing is told again.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

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
    people = {name for kind, name in named if kind in PEOPLE}
    others = {name for kind, name in named if kind not in PEOPLE}
    read_people = recall_lines(b"people", people, lambda name: "\t".join(read_name(name)), memo)
    read = recall_lines(b"words", others, lambda name: "\t".join(read_with_names(name)), memo)
    lines = ((read_people if kind in PEOPLE else read)[name] for kind, name in named)
    return [line.split("\t") for line in lines]


def recall_lines(
    label: bytes, texts: Iterable[str], tell: Callable[[str], str], memo: Memo
) -> dict[str, str]:
    """Return the line that `tell` tells of each text, none of which has a line end.

    `label` stands for what is told.
    """
    groups: defaultdict[str, set[str]] = defaultdict(set)
    for text in texts:
        groups[text[:1]].add(text)
    listed = [sorted(group) for group in groups.values()]

    def make(missing: list[int]) -> Iterator[bytes]:
        for number in missing:
            yield _join_lines(map(tell, listed[number]))

    told: dict[str, str] = {}
    keys = [digest(label, _join_lines(group)) for group in listed]
    for group, content in zip(listed, memo.make_all(keys, make), strict=True):
        lines = content.decode("utf-8", "surrogatepass").split("\n")
        told |= zip(group, lines, strict=True)
    return told


def _join_lines(lines: Iterable[str]) -> bytes:
    return "\n".join(lines).encode("utf-8", "surrogatepass")
