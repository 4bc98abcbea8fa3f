"""Any bytes: what is read is read rightly, and what is refused is refused in words."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.amounts import choose
from tests.faults.targets import TARGETS, list_seeds


def mutations(name: str) -> st.SearchStrategy[bytes]:
    """Give real input of a target with pieces left out, doubled, exchanged or altered."""
    seeds = list_seeds(name)
    cuts = st.tuples(
        st.sampled_from(seeds), st.integers(0, 4000), st.integers(0, 200), st.binary(max_size=12)
    )
    mixed = st.lists(st.tuples(st.sampled_from(seeds), st.integers(0, 4000)), max_size=5)
    return (
        cuts.map(lambda cut: cut[0][: cut[1]] + cut[3] + cut[0][cut[1] + cut[2] :])
        | mixed.map(lambda parts: b"".join(seed[at : at + 600] for seed, at in parts))
        | st.binary(max_size=200)
        | st.text(max_size=200).map(lambda text: text.encode("utf-8", "replace"))
    )


#: A build for each example takes longer than a page or an article.
WHOLE = {"search-cache": 500}


@pytest.mark.stress
@pytest.mark.parametrize("name", TARGETS)
def test_no_bytes_break_a_promise(name: str) -> None:
    """Whatever bytes it is given, the target keeps what it promises."""

    @settings(
        max_examples=choose(20, WHOLE.get(name, 5000)),
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )
    @given(mutations(name))
    def keep_promise(data: bytes) -> None:
        TARGETS[name](data)

    keep_promise()
