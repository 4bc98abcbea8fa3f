"""Labelled passages, each with exactly the places, topics and people that a reader finds."""

import pytest

from tests.subjects.passages import PLACES, find_in, read_passages


@pytest.mark.parametrize("passage", read_passages("tuned_places"), ids=lambda p: p["text"][:16])
def test_places(passage, tables):
    """A passage gives its counties, towns and villages, and no others."""
    found = find_in(passage, tables)
    expected = {kind: sorted(passage[kind]) for kind in PLACES if kind in passage}
    assert {kind: sorted(getattr(found, kind)) for kind in expected} == expected


@pytest.mark.parametrize(
    "passage",
    [p for p in read_passages("tuned_places") if p.get("counties")],
    ids=lambda p: p["text"][:16],
)
def test_first_county(passage, tables):
    """The first county is the one that the passage is about."""
    assert find_in(passage, tables).counties[0] == passage["counties"][0]


@pytest.mark.parametrize("passage", read_passages("tuned_people"), ids=lambda p: p["text"][:16])
def test_people(passage, tables):
    """A passage gives its people with their roles, and only 受访群众 stay private."""
    people = find_in(passage, tables).people
    assert {person.name: person.role for person in people} == passage["people"]
    assert all(person.public == (person.role != "受访群众") for person in people)


@pytest.mark.parametrize("passage", read_passages("tuned_topics"), ids=lambda p: p["title"])
def test_topics(passage, tables):
    """A passage gives the topics needed, and none but those needed or allowed."""
    found = set(find_in(passage, tables).topics)
    assert set(passage["needed"]) - found == set()
    assert found - set(passage["needed"]) - set(passage.get("allowed", ())) == set()
