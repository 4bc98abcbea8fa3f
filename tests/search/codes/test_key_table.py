"""Laws of the table that numbers keys."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from plugins.search.codes.key_table import KeyTable

KEYS = st.one_of(
    [st.tuples(st.just(kind), st.lists(st.integers(0, most), max_size=60))
     for kind, most in (("uint32", 2**32 - 1), ("uint64", 2**60))]
)  # fmt: skip


@given(KEYS, st.data())
def test_every_key_is_found_by_its_number(
    drawn: tuple[str, list[int]], chance: st.DataObject
) -> None:
    """Exactly the keys of a table are found in it, each with its number; empty ones hold none."""
    kind, values = drawn
    keys = np.array(list(dict.fromkeys(values)), dtype=kind)
    others = chance.draw(st.lists(st.sampled_from([*values, 0, 1, 2**31]), max_size=30))
    found, numbers = KeyTable(keys).find(np.array(others, dtype=kind))
    assert found.tolist() == [other in values for other in others]
    assert keys[numbers].tolist() == [other for other in others if other in values]


def test_keys_that_share_places_are_told_apart() -> None:
    """More keys than a table has places for are found, and nothing that lies between them."""
    keys = np.arange(0, 600_000, 3, dtype=np.uint32)
    found, numbers = KeyTable(keys).find(np.arange(600_000, dtype=np.uint32))
    assert np.flatnonzero(found).tolist() == keys.tolist()
    assert numbers.tolist() == list(range(len(keys)))
