"""The directory: what each name means, in shards by the name (shard_format.py)."""

from collections import defaultdict
from collections.abc import Sequence
from itertools import chain, islice

from plugins.search.codes.shard_format import NAME_SHARD_BYTES
from plugins.search.codes.unordered import pack_json
from plugins.search.corpus.documents import NamedThing
from plugins.search.corpus.folding import fold_all


def pack_directory(things: Sequence[NamedThing]) -> list[bytes]:
    """Return the content, without checksum, of each directory shard: one at least."""
    rows: dict[str, list[list[object]]] = defaultdict(list)
    forms = [(thing.name, *thing.forms) for thing in things]
    folded = iter(fold_all(list(chain.from_iterable(forms))))
    for thing, names in zip(things, forms, strict=True):
        row = _write_row(thing)
        for form in dict.fromkeys(islice(folded, len(names))):
            rows[form].append(row)
    return pack_json(rows, NAME_SHARD_BYTES)


def _write_row(thing: NamedThing) -> list[object]:
    """Return a thing's row, without the empty members at its end."""
    places = [list(place) for place in thing.places]
    row: list[object] = [
        thing.kind,
        thing.name,
        thing.url,
        thing.reports,
        thing.figures,
        thing.note,
        places,
        thing.explanation,
    ]
    while not row[-1]:
        row.pop()
    return row
