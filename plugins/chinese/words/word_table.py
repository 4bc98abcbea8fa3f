"""Tables by words, unpacked as far as they are asked for: all words of one first character at once.

A dictionary has half a million words, and a page's words begin with a tenth of its characters.
"""

import marshal
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, MutableMapping
from pathlib import Path
from typing import Any, TypeVar, overload

from plugins.system.digests import digest
from plugins.system.kept_files import keep_alone, read_content

Value = TypeVar("Value")
Default = TypeVar("Default")
#: What a kept table is read by, besides the code: marshal's format is Python's own affair.
_READER = f"{sys.implementation.cache_tag} {marshal.version}".encode()


class _Rows(dict[str, dict[str, Value]]):
    """The words of each first character, found when they are first asked for.

    Whoever asks may be called off at any step (`limit_time`): what a row is found by is forgotten
    when the row stands here, and not before.
    """

    def __init__(
        self, find: Callable[[str], dict[str, Value]], forget: Callable[[str], object]
    ) -> None:
        self._find, self._forget = find, forget

    def __missing__(self, first: str) -> dict[str, Value]:
        row = self[first] = self._find(first)
        self._forget(first)
        return row


class WordTable(Mapping[str, Value]):
    """A table by words, which all who ask for it share: whoever changes it changes a copy.

    `rows` are the words by their first characters, for who looks up many that begin alike; each is
    found by `find`, and told to `forget` when it is at hand.
    """

    def __init__(
        self,
        firsts: Iterable[str],
        find: Callable[[str], dict[str, Value]],
        forget: Callable[[str], object] = str,
    ) -> None:
        self.rows = _Rows(find, forget)
        self._firsts = dict.fromkeys(firsts)

    def copy(self) -> "OwnWordTable[Value]":
        """Return a table to be changed, which shares what it leaves as it was."""
        return OwnWordTable(self._firsts, self.rows.__getitem__)

    def list_rows(self) -> Iterator[Mapping[str, Value]]:
        """Yield all rows, which unpacks them."""
        return (self.rows[first] for first in self._firsts)

    def __iter__(self) -> Iterator[str]:
        return (word for row in self.list_rows() for word in row)

    def __len__(self) -> int:
        return sum(map(len, self.list_rows()))

    def __getitem__(self, word: str) -> Value:
        return self.rows[word[:1]][word]

    @overload
    def get(self, word: str, default: None = None, /) -> Value | None: ...
    @overload
    def get(self, word: str, default: Value | Default, /) -> Value | Default: ...
    def get(self, word: str, default: Any = None, /) -> Any:
        """Return a word's value; Mapping's own way to a default is slow."""
        return self.rows[word[:1]].get(word, default)


class OwnWordTable(WordTable[Value], MutableMapping[str, Value]):
    """A copy of a table, whose rows are its own from their first change on."""

    def __init__(self, firsts: Iterable[str], find: Callable[[str], dict[str, Value]]) -> None:
        super().__init__(firsts, find)
        self._own = set[str]()

    def __setitem__(self, word: str, value: Value) -> None:
        self._take_row(word[:1])[word] = value

    def __delitem__(self, word: str) -> None:
        del self._take_row(word[:1])[word]

    def _take_row(self, first: str) -> dict[str, Value]:
        if first not in self._own:
            self._firsts.setdefault(first)
            self.rows[first] = dict(self.rows[first])
            self._own.add(first)
        return self.rows[first]


def pack_words(values: Mapping[str, Any]) -> dict[str, bytes]:
    """Return the rows of a table of plain values, ready to be kept."""
    rows = defaultdict[str, dict[str, Any]](dict)
    for word, value in values.items():
        rows[word[:1]][word] = value
    return {first: marshal.dumps(row) for first, row in rows.items()}


def unpack_words(packed: dict[str, bytes]) -> WordTable[Any]:
    """Return the table of packed rows, which it takes out of `packed` one by one."""

    def find(first: str) -> dict[str, Any]:
        row = packed.get(first)
        return marshal.loads(row) if row else {}  # noqa: S302 - packed above

    return WordTable(list(packed), find, lambda first: packed.pop(first, None))


def read_kept(folder: Path, key: Iterable[bytes], make: Callable[[], Any]) -> Any:  # noqa: ANN401 - plain values of any kind
    """Return the plain values that `make` gives, or that are kept in `folder` by the same `key`."""
    kept = folder / digest(*key, Path(__file__).read_bytes(), _READER).hex()
    content = read_content(kept)
    if content is not None:
        return marshal.loads(content)  # noqa: S302 - whole, and written below
    made = make()
    keep_alone(kept, marshal.dumps(made))
    return made
