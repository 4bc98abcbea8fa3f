"""Rice codes of many lists are read back as they were written."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.search.codes.bits import pack_codes, rice_codes
from plugins.search.codes.rice_lists import read_rice
from tests.amounts import choose

#: Values that small parameters write with an escape, too.
LISTS = st.lists(
    st.tuples(st.integers(0, 14), st.lists(st.integers(0, 2**31 - 1) | st.integers(0, 40))),
    max_size=8,
)


@settings(max_examples=choose(30, 1000))
@given(LISTS)
def test_lists_are_read_as_they_were_written(lists: list[tuple[int, list[int]]]) -> None:
    """Whatever their values, lengths and parameters are, all lists come back, in order."""
    counts = np.array([len(values) for _, values in lists], dtype=np.int64)
    parameters = np.array([parameter for parameter, _ in lists], dtype=np.int64)
    written = np.array([value for _, values in lists for value in values], dtype=np.int64)
    codes = rice_codes(written, np.repeat(parameters, counts))
    ends = np.append(0, np.cumsum(codes.lengths))
    starts = ends[np.cumsum(counts) - counts]
    packed = np.frombuffer(pack_codes(codes), dtype=np.uint8)
    assert read_rice(packed, starts, counts, parameters).tolist() == written.tolist()
