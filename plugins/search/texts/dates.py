"""The dates file: the day of each article, or the days on which it may have been printed."""

import datetime
from collections.abc import Sequence

import numpy as np

from plugins.search.codes.bits import (
    Codes,
    chain_codes,
    gamma_codes,
    join_codes,
    pack_codes,
    raw_codes,
)
from plugins.search.codes.shard_format import DAY_BITS
from plugins.search.corpus.documents import SearchDocument


def pack_dates(documents: Sequence[SearchDocument]) -> bytes:
    """Write the documents' dates, in their order, without checksum (shard_format.py)."""
    days = np.array([d.date.toordinal() for d in documents if d.date], dtype=np.int64)
    undated = [d.estimated_days for d in documents if not d.date]
    first = raw_codes(days[:1], DAY_BITS)
    gaps = gamma_codes(-np.diff(days) + 1)
    return pack_codes(
        chain_codes(
            gamma_codes(np.array([len(days) + 1])), first, gaps, *map(_estimate_codes, undated)
        )
    )


def _estimate_codes(days: tuple[datetime.date, datetime.date] | None) -> Codes:
    if not days:
        return raw_codes(np.array([0]), 1)
    first, last = (np.array([day.toordinal()]) for day in days)
    known = join_codes(raw_codes(np.array([1]), 1), raw_codes(first, DAY_BITS))
    return chain_codes(known, gamma_codes(last - first + 1))
