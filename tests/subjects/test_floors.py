"""Floors under precision and recall over all labelled passages, the hard ones included."""

import pytest

from tests.subjects.passages import PLACES, find_in, read_passages

#: kind: (least precision, least recall), a little below what is reached now.
FLOORS = {
    "counties": (0.98, 0.97),
    "towns": (0.98, 0.97),
    "villages": (0.97, 0.93),
    "people": (0.95, 0.88),
}


def found_names(subjects, kind):
    """Return the names found of one kind."""
    names = getattr(subjects, kind)
    return {person.name for person in names} if kind == "people" else set(names)


@pytest.mark.parametrize("kind", [*PLACES, "people"])
def test_precision_and_recall(kind, tables):
    """Over all passages, found and true names agree at least as well as the floors say."""
    passages = [p for name in ("places", "people", "hard") for p in read_passages(name)]
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
    for name in ("people", "hard"):
        for passage in read_passages(name):
            private = {n for n, role in passage.get("people", {}).items() if role == "受访群众"}
            people = find_in(passage, tables).people
            assert not [p.name for p in people if p.public and p.name in private]
