"""Number shards: which articles have a number or Latin word as a whole (shard_format.py)."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import Executor

import numpy as np

from plugins.search.codes.bits import (
    Codes,
    chain_codes,
    gamma_codes,
    pack_codes,
    raw_codes,
    rice_codes,
)
from plugins.search.codes.shard_format import NUMBER_SHARD_BYTES, gap_parameter
from plugins.search.codes.unordered import spread
from plugins.search.corpus.documents import SearchDocument
from plugins.search.corpus.folding import fold_text
from plugins.search.dictionary.shards import encode_varint
from plugins.search.numbers.number_tokens import scan_numbers
from plugins.system.digests import digest
from plugins.system.memo import Memo

#: Articles read at a time.
_BATCH = 200
#: Longer ones are no numbers that anybody looks for.
_LONGEST_LINE = 41

#: By value, then by the character that follows, the numbers of the documents.
Postings = Mapping[str, Mapping[str, Sequence[int]]]


def collect_numbers(
    documents: Sequence[SearchDocument], executor: Executor, memo: Memo
) -> Postings:
    """Read all documents' numbers; those of known articles come from `memo`."""
    texts = ["\n".join((d.title, d.byline, d.body)) for d in documents]

    def read(missing: list[int]) -> Iterator[bytes]:
        batches = [missing[at : at + _BATCH] for at in range(0, len(missing), _BATCH)]
        # One batch is done before a process has started.
        share = executor.map if len(batches) > 1 else map
        for found in share(list_numbers, ([texts[n] for n in batch] for batch in batches)):
            yield from found

    keys = [digest(text.encode("utf-8", "surrogatepass")) for text in texts]
    postings: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for document, content in enumerate(memo.make_all(keys, read)):
        for line in content.decode("utf-8", "surrogatepass").split("\n")[:-1]:
            postings[line[1:]][line[0].strip("\t")].append(document)
    return postings


def list_numbers(texts: Sequence[str]) -> list[bytes]:
    """Return the number tokens of each text, a line each: what follows (or a tab), the value."""
    return [_list_lines(fold_text(text)).encode("utf-8", "surrogatepass") for text in texts]


def _list_lines(text: str) -> str:
    tokens = {(token.follow or "\t") + token.value for token in scan_numbers(text)}
    return "".join(f"{line}\n" for line in sorted(tokens) if len(line) <= _LONGEST_LINE)


def pack_numbers(postings: Postings, documents: int) -> list[bytes]:
    """Return the content, without checksum, of each number shard: one at least."""
    codes = {value: _value_codes(follows, documents) for value, follows in postings.items()}
    sizes = [len(value) + int(each.lengths.sum()) // 8 for value, each in codes.items()]
    return [_pack_shard(shard) for shard in spread(codes, sizes, NUMBER_SHARD_BYTES)]


def _value_codes(follows: Mapping[str, Sequence[int]], documents: int) -> Codes:
    parts = [gamma_codes(np.array([len(follows)]))]
    for follow in sorted(follows):
        numbers = np.array(follows[follow], dtype=np.int64)
        gaps = np.diff(numbers, prepend=-1) - 1
        parts.append(raw_codes(np.array([ord(follow) if follow else 0]), 21))
        parts.append(gamma_codes(np.array([len(numbers)])))
        parts.append(rice_codes(gaps, gap_parameter(len(numbers), documents)))
    return chain_codes(*parts)


def _pack_shard(entries: Mapping[str, Codes]) -> bytes:
    values = "\n".join(entries).encode("utf-8", "surrogatepass")
    lists = pack_codes(chain_codes(*entries.values())) if entries else b""
    return encode_varint(len(values)) + values + lists
