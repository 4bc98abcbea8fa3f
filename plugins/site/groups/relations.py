"""Which stories belong beside a story: those of its issue, and those on like subjects."""

import math
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence

from plugins.site.articles.stories import Story
from plugins.site.groups.groups import Group

MOST_RELATED = 5
#: Of a large group only so many neighbours in the archive's order are looked at.
NEAREST = 40
#: What sharing a group of each kind counts, before it is divided by how common the group is.
WEIGHTS = {"village": 6.0, "person": 5.0, "town": 4.0, "topic": 3.0, "county": 2.0}


def relate_stories(stories: Sequence[Story]) -> None:
    """Fill in each story's neighbours in its issue and its related stories.

    A shared group counts its weight divided by the logarithm of the group's size (the idea of
    inverse document frequency); ties go to the archive's order.
    """
    places = {story: place for place, story in enumerate(stories)}
    for story in stories:
        story.related = _related(story, places)
    for issue in dict.fromkeys(story.issue for story in stories):
        for before, after in zip(issue.articles, issue.articles[1:], strict=False):
            before.next_in_issue, after.previous_in_issue = after, before


def _related(story: Story, places: dict[Story, int]) -> list[Story]:
    scores: defaultdict[Story, float] = defaultdict(float)
    for group in _shared_groups(story):
        weight = WEIGHTS[group.kind.key] / math.log2(1 + group.count)
        for other in _nearest(group, places[story], places):
            if other is not story:
                scores[other] += weight
    ranked = sorted(scores, key=lambda other: (-scores[other], places[other]))
    return ranked[:MOST_RELATED]


def _shared_groups(story: Story) -> Iterator[Group]:
    yield from (*story.villages, *story.people, *story.towns, *story.topics, *story.counties)


def _nearest(group: Group, place: int, places: dict[Story, int]) -> list[Story]:
    """Return the group's articles around a place of the archive, in its order."""
    middle = bisect_left(group.articles, place, key=places.__getitem__)
    start = max(0, min(middle - NEAREST // 2, group.count - NEAREST))
    return group.articles[start : start + NEAREST]
