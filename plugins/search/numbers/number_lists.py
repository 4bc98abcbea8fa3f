"""Which numbers each article has: those of articles that the last build had are not read again."""

from collections.abc import Iterator, Sequence
from concurrent.futures import Executor
from pathlib import Path
from typing import NamedTuple

import numpy as np

from plugins.search.codes.bits import Numbers
from plugins.search.codes.spans import list_spans, take_items, take_rows
from plugins.search.corpus.batches import find_fresh, map_batches
from plugins.search.corpus.documents import SearchDocument
from plugins.search.corpus.folding import fold_text
from plugins.search.numbers.number_tokens import scan_numbers
from plugins.system.kept_arrays import Kept, keep_arrays, pack_digests, read_arrays, unpack_digests

#: Longer ones are no numbers that anybody looks for.
_LONGEST_LINE = 41


class NumberLists(NamedTuple):
    """All different lines (list_numbers), and by article how many it has, and which."""

    lines: Sequence[str]
    sizes: Numbers
    numbers: Numbers


def collect_numbers(
    documents: Sequence[SearchDocument],
    names: Sequence[bytes],
    executor: Executor,
    file: Path | None = None,
) -> NumberLists:
    """Read all documents' numbers; those of known names come from a file that the last build kept.

    It then holds exactly these documents'.
    """
    known, kept = _load(file)
    fresh, order = find_fresh(names, known)
    read = list(_read_numbers([documents[number] for number in fresh], executor))
    ids = {line: number for number, line in enumerate(kept.lines)}
    found = np.array([ids.setdefault(line, len(ids)) for lines in read for line in lines], np.int64)
    sizes = np.append(kept.sizes, [len(lines) for lines in read]).astype(np.int64)
    spans = list_spans(order)
    lists = _drop_unused(
        NumberLists(
            list(ids),
            take_rows(sizes, spans),
            take_items(np.append(kept.numbers, found), np.cumsum(sizes), spans),
        )
    )
    if file and set(known) != set(names):
        _keep(file, names, lists)
    return lists


def list_numbers(texts: Sequence[str]) -> list[list[str]]:
    """Return the number tokens of each text as lines: what follows (or a tab), the value."""
    return [_list_lines(fold_text(text)) for text in texts]


def _list_lines(text: str) -> list[str]:
    tokens = {(token.follow or "\t") + token.value for token in scan_numbers(text)}
    return sorted(line for line in tokens if len(line) <= _LONGEST_LINE)


def _read_numbers(documents: Sequence[SearchDocument], executor: Executor) -> Iterator[list[str]]:
    texts = ["\n".join((d.title, d.byline, d.body)) for d in documents]
    for found in map_batches(list_numbers, texts, executor):
        yield from found


def _drop_unused(lists: NumberLists) -> NumberLists:
    used, numbers = np.unique(lists.numbers, return_inverse=True)
    return NumberLists([lists.lines[number] for number in used.tolist()], lists.sizes, numbers)


def _load(file: Path | None) -> tuple[list[bytes], NumberLists]:
    """Return the names of the articles whose numbers were kept, and these."""
    arrays = read_arrays(file) if file else None
    if arrays is None:
        nothing = np.zeros(0, dtype=np.int64)
        return [], NumberLists([], nothing, nothing)
    lines = arrays["lines"].tobytes().decode("utf-8", "surrogatepass").split("\n")[:-1]
    return unpack_digests(arrays["names"]), NumberLists(lines, arrays["sizes"], arrays["numbers"])


def _keep(file: Path, names: Sequence[bytes], lists: NumberLists) -> None:
    lines = "".join(f"{line}\n" for line in lists.lines).encode("utf-8", "surrogatepass")
    arrays: dict[str, Kept] = {"names": pack_digests(names), "lines": [lines]}
    keep_arrays(file, {**arrays, "sizes": lists.sizes, "numbers": lists.numbers})
