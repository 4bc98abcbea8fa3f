"""Number shards: which articles have a number or Latin word as a whole (shard_format.py)."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Sized
from concurrent.futures import Executor
from itertools import pairwise

import numpy as np

from plugins.search.codes.bits import (
    Codes,
    Numbers,
    chain_codes,
    gamma_codes,
    insert_codes,
    interleave_codes,
    pack_codes,
    raw_codes,
    rice_codes,
)
from plugins.search.codes.shard_format import NUMBER_SHARD_BYTES
from plugins.search.codes.unordered import spread
from plugins.search.corpus.documents import SearchDocument
from plugins.search.corpus.folding import fold_text
from plugins.search.dictionary.postings import find_gap_parameters
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
    codes = _code_values(postings, documents)
    sizes = [len(value) + int(each.lengths.sum()) // 8 for value, each in codes.items()]
    return [_pack_shard(shard) for shard in spread(codes, sizes, NUMBER_SHARD_BYTES)]


def _code_values(postings: Postings, documents: int) -> dict[str, Codes]:
    """Return each value's codes: how many lists it has; of each what follows, its length, gaps.

    All at once: most values stand in one article, and have a handful of codes.
    """
    lists = [pair for follows in postings.values() for pair in sorted(follows.items())]
    sizes = _count(found for _, found in lists)
    starts = np.cumsum(sizes) - sizes
    follows = np.array([ord(follow) if follow else 0 for follow, _ in lists], dtype=np.int64)
    heads = interleave_codes(raw_codes(follows, 21), gamma_codes(sizes))
    gaps = _code_gaps([number for _, found in lists for number in found], sizes, documents)
    codes = insert_codes(gaps, np.repeat(starts, 2), heads)
    held = _count(postings.values())
    first = np.cumsum(held) - held
    begins = starts[first] + 2 * first
    codes = insert_codes(codes, begins, gamma_codes(held))
    ends = [*(begins + np.arange(len(begins))).tolist(), len(codes.values)]
    spans = (slice(*span) for span in pairwise(ends))
    return dict(zip(postings, map(codes.take, spans), strict=True))


def _count(lists: Iterable[Sized]) -> Numbers:
    return np.array([len(one) for one in lists], dtype=np.int64)


def _code_gaps(numbers: Sequence[int], sizes: Numbers, documents: int) -> Codes:
    """Return the codes of lists of documents, one behind the other, which have these sizes."""
    found = np.array(numbers, dtype=np.int64)
    starts = np.cumsum(sizes) - sizes
    gaps = found.copy()
    gaps[1:] -= found[:-1] + 1
    gaps[starts] = found[starts]
    return rice_codes(gaps, np.repeat(find_gap_parameters(sizes, documents), sizes))


def _pack_shard(entries: Mapping[str, Codes]) -> bytes:
    values = "\n".join(entries).encode("utf-8", "surrogatepass")
    lists = pack_codes(chain_codes(*entries.values())) if entries else b""
    return encode_varint(len(values)) + values + lists
