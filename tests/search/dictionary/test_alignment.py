"""Documents of two texts are aligned: the same ones, and those that stand for each other."""

import pytest

from plugins.search.dictionary.alignment import align_documents


@pytest.mark.parametrize(
    ("before", "after", "numbers", "changed"),
    [
        ("abc", "abc", [0, 1, 2], []),
        ("abc", "axc", [0, 1, 2], [(1, 1)]),
        ("abc", "abxc", [0, 1, 3], [(None, 2)]),
        ("abc", "xabc", [1, 2, 3], [(None, 0)]),
        ("abc", "ac", [0, -1, 1], [(1, None)]),
        ("abc", "cab", [1, 2, -1], [(None, 0), (2, None)]),
        ("abcd", "ayyd", [0, 1, 2, 3], [(1, 1), (2, 2)]),
        ("aab", "aaab", [0, 1, 3], [(None, 2)]),
        ("", "a", [], [(None, 0)]),
    ],
)
def test_as_many_as_possible_are_the_same(
    before: str, after: str, numbers: list[int], changed: list[tuple[int | None, int | None]]
) -> None:
    """What comes, goes, moves or changes leaves all others as they are."""
    aligned = align_documents([c.encode() for c in before], [c.encode() for c in after])
    assert (aligned.numbers.tolist(), aligned.changed) == (numbers, changed)
    assert aligned.moves(len(after)) == (numbers != list(range(len(after))))
