"""Where a name stands in an article's text."""

import pytest

from plugins.model import Block
from plugins.site.articles.namings import find_spots
from plugins.system.time_limit import limit_time


@pytest.mark.parametrize(
    ("name", "spots"),
    [("李四", [(0, 0, 2), (0, 3, 5), (1, 1, 3)]), ("王五", []), ("", [])],
    ids=["twice", "nowhere", "empty"],
)
def test_spots_of_a_name(name: str, spots: list[tuple[int, int, int]]) -> None:
    """Every place is found, in order, and the search for an empty name comes to its end."""
    blocks = [Block("paragraph", "李四和李四"), Block("paragraph", "与李四")]
    with limit_time(5.0):
        assert find_spots(blocks, name) == spots
