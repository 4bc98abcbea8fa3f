"""What is counted once for all of a page's headlines is what counting for each of them gives."""

from collections.abc import Sequence
from statistics import mean, median

from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.newspaper.conversion import load_language
from plugins.newspaper.cues.head_traits import HeadTraits
from plugins.newspaper.cues.runs import count_since, count_until
from plugins.newspaper.cues.story_peers import StoryPeers
from plugins.newspaper.cues.story_traits import StoryTraits
from plugins.newspaper.evidence.edges import Evidence
from plugins.newspaper.evidence.features import Features
from plugins.newspaper.evidence.subjects import Kinship
from plugins.newspaper.layout.fragments import read_fragments

TEXT = "入冬以来，县农技站的技术员走进果园，手把手教果农剪枝、清园、施肥，来年又是一个丰收年。"
#: The lengths of a head's lines, and the odds that one opens a story.
SIZES = st.lists(st.integers(4, 7), min_size=1, max_size=3)
HEADS = st.lists(
    st.tuples(SIZES, st.sampled_from([-1.5, 0.1, 0.1, 0.7, 2.0])), min_size=1, max_size=9
)


def lay_out(heads: Sequence[Sequence[int]]) -> Evidence:
    """Return the evidence of a page of heads with lines of such lengths, text below each."""
    lines = [line for sizes in heads for line in (*("岭" * size for size in sizes), TEXT)]
    return Evidence([Features(one) for one in read_fragments(lines)], load_language())


@given(st.lists(st.booleans(), min_size=1, max_size=12))
def test_nearest_signed(told: list[bool]) -> None:
    """The nearest place above and below, or as many as there are where none is."""
    every = range(count := len(told))
    above = [next((k for k in range(n + 1) if told[n - k]), count) for n in every]
    below = [next((k for k in range(1, count - n) if told[n + k]), count) for n in every]
    assert (count_since(told), count_until(told)) == (above, below)


@settings(max_examples=25, deadline=None)
@given(HEADS)
def test_peers(heads: list[tuple[list[int], float]]) -> None:
    """A run's peers have as many lines, their last as long but for a character or two."""
    evidence = lay_out([sizes for sizes, _ in heads])
    runs, odds = StoryTraits(evidence).runs, [own for _, own in heads]
    assert [len(run.lines) for run in runs] == [len(sizes) for sizes, _ in heads]
    kinship = Kinship.look_at(evidence, [run.lines for run in runs])
    told = StoryPeers(runs, evidence.features, kinship, odds).measure()
    for n, (sizes, own) in enumerate(heads):
        others = [
            (abs(m - n), abs(other[-1] - sizes[-1]) if len(other) == len(sizes) else 99, odd)
            for m, (other, odd) in enumerate(heads)
            if m != n
        ]
        alike = [odd for _, apart, odd in others if apart <= 1]
        near = [odd for away, apart, odd in others if away <= 4 and apart <= 2]
        rest = [odd for *_, odd in others]
        beside = [odds[m] if 0 <= m < len(odds) else -9 for m in (n - 2, n - 1, n + 1, n + 2)]
        sums = [sum_up(alike), sum_up(near), sum_up(rest)]
        expected = [own, *beside, len(alike), *(number for part in sums for number in part)]
        expected += [own - (median(rest) if rest else 0)]
        # Behind them are the numbers of the story that it may stand in.
        assert told[n][: len(expected)] == expected


def sum_up(odds: Sequence[float]) -> tuple[float, float, float]:
    """Return the least, the mean and the greatest."""
    return (min(odds), mean(odds), max(odds)) if odds else (-9, -9, -9)


@settings(max_examples=25, deadline=None)
@given(st.lists(SIZES, min_size=1, max_size=6))
def test_lengths_by_place(heads: list[list[int]]) -> None:
    """A line's length is told against the other heads' lines in its place, and in others."""
    traits = HeadTraits(lay_out(heads))
    assert [len(run.lines) for run in traits.runs] == [len(sizes) for sizes in heads]
    rows = iter(traits.measure())
    for n, sizes in enumerate(heads):
        others = heads[:n] + heads[n + 1 :]
        several = [other for other in others if len(other) > 1]
        for place, size in enumerate(sizes):
            groups = (
                [other[place] for other in several if len(other) == len(sizes)],
                [other[0] for other in several],
                [other[1] for other in several],
                [other[-1] for other in several],
                [other[0] for other in others if len(other) == 1],
            )
            # Behind them are the words' three numbers.
            assert next(rows)[-8:-3] == [size - median(g) if g else -9 for g in groups]
