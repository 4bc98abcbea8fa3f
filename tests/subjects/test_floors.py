"""Floors under precision and recall: of passages the code was tuned on, and of others kept back."""

import pytest

from tests.subjects.passages import find_in, read_passages

TUNED = ("tuned_places", "tuned_people", "tuned_hard")
#: set, kind: (least precision, least recall), a little below what was reached when it was measured.
FLOORS = {
    (TUNED, "counties"): (0.98, 0.97),
    (TUNED, "towns"): (0.98, 0.97),
    (TUNED, "villages"): (0.97, 0.93),
    (TUNED, "people"): (0.95, 0.9),
    (("held_back",), "counties"): (0.95, 0.95),
    (("held_back",), "towns"): (0.95, 0.95),
    (("held_back",), "villages"): (0.95, 0.95),
    (("held_back",), "people"): (0.88, 0.75),
}


def found_names(subjects, kind):
    """Return the names found of one kind."""
    names = getattr(subjects, kind)
    return {person.name for person in names} if kind == "people" else set(names)


@pytest.mark.parametrize(("sets", "kind"), FLOORS)
def test_precision_and_recall(sets, kind, tables):
    """Over all passages, found and true names agree at least as well as the floors say."""
    passages = [p for name in sets for p in read_passages(name)]
    right = found = true = 0
    for passage in passages:
        if kind in passage:
            names, truth = found_names(find_in(passage, tables), kind), set(passage[kind])
            right, found, true = right + len(names & truth), found + len(names), true + len(truth)
    precision, recall = FLOORS[sets, kind]
    assert right / found >= precision, f"precision {right / found:.3f}"
    assert right / true >= recall, f"recall {right / true:.3f}"


def test_private_people_never_public(tables):
    """No labelled 受访群众 is ever found as a public person."""
    for name in ("tuned_people", "tuned_hard", "held_back"):
        for passage in read_passages(name):
            private = {n for n, role in passage.get("people", {}).items() if role == "受访群众"}
            people = find_in(passage, tables).people
            assert not [p.name for p in people if p.public and p.name in private]
