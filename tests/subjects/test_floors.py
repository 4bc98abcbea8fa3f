"""Floors under precision and recall over the passages that no rule was tuned on."""

import pytest

from tests.subjects.passages import PLACES, find_in, read_passages

#: kind: (least precision, least recall), a little below what is reached now.
FLOORS = {
    "counties": (0.95, 0.9),
    "towns": (0.95, 0.9),
    "villages": (0.9, 0.85),
    "people": (0.85, 0.75),
}


def found_names(subjects, kind):
    """Return the names found of one kind."""
    names = getattr(subjects, kind)
    return {person.name for person in names} if kind == "people" else set(names)


@pytest.mark.parametrize("kind", [*PLACES, "people"])
def test_precision_and_recall(kind, tables):
    """Over what was held back, found and true names agree at least as well as the floors say."""
    passages = read_passages("held_back")
    right = found = true = 0
    for passage in passages:
        if kind in passage:
            names, truth = found_names(find_in(passage, tables), kind), set(passage[kind])
            right, found, true = right + len(names & truth), found + len(names), true + len(truth)
    precision, recall = FLOORS[kind]
    assert right / found >= precision, f"precision {right / found:.3f}"
    assert right / true >= recall, f"recall {right / true:.3f}"


def test_private_people_never_public(tables):
    """No labelled 受访群众 is ever found as a public person."""
    for name in ("tuned_people", "held_back"):
        for passage in read_passages(name):
            private = {n for n, role in passage.get("people", {}).items() if role == "受访群众"}
            people = find_in(passage, tables).people
            assert not [p.name for p in people if p.public and p.name in private]
