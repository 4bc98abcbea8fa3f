"""Weights are learned from examples alone, and the same examples give the same weights."""

import json
from importlib.resources import files
from pathlib import Path

import click
import numpy as np
import pytest

from evaluation.reading.examples import Example, read_corpus
from evaluation.reading.learner import Learner
from evaluation.reading.regression import learn_odds
from plugins.newspaper.reading.chain import find_best, weigh
from plugins.newspaper.reading.weights import (
    DOUBTS,
    HEADS,
    JOINS,
    LINKS,
    ROLES,
    STORIES,
    TABLE,
    load_weights,
)
from plugins.newspaper.roles import FOLLOWERS, Role

TITLE, START = ROLES.index(Role.TITLE), ROLES.index(Role.START)
PAGE = Example(
    [(["any", "short"], ["any"]), (["any", "long"], ["any"]), (["any", "short"], ["any"]),
     (["any", "long"], ["any"])],
    (TITLE, START, TITLE, START),
)  # fmt: skip


def test_what_examples_show_is_learned() -> None:
    """After pages of short headlines and long texts a page of the same kind is read so."""
    weights, told = Learner([PAGE] * 8).learn([PAGE])
    assert find_best(weigh(PAGE.cues, weights)) == list(PAGE.roles)
    assert told[-1].startswith("100.00% of fragments, 1 of 1 pages")


def test_same_examples_same_weights() -> None:
    """Learning twice gives the same numbers, to the last bit."""
    one, other = (Learner([PAGE] * 8).learn([])[0] for _ in range(2))
    assert all(np.array_equal(one.own[cue], other.own[cue]) for cue in one.own)
    assert all(np.array_equal(one.steps[cue], other.steps[cue]) for cue in one.steps)


def test_odds_tell_pairs_apart() -> None:
    """A cue that stands with what goes on weighs for it, one that does not against it."""
    odds = learn_odds([(["full"], True), (["short"], False)] * 20)
    assert odds["full"] > 1 > -1 > odds["short"]


def test_tables_say_where_their_weights_come_from() -> None:
    """Each table of weights has the command, the digest of the corpus, and its scores."""
    for table in (TABLE, STORIES, HEADS, LINKS, JOINS, DOUBTS):
        about = json.loads((files("plugins.newspaper.reading") / table).read_text("utf-8"))
        assert about["command"].startswith("python -m benchmarks.reading.training")
        assert len(about["corpus"]) == 64 and about["kept back"]


def test_weights_know_only_steps_that_may_be() -> None:
    """A step between roles that may not follow each other has no way into a reading."""
    allowed = load_weights().allowed
    for before, role in ((b, r) for b in (*ROLES, None) for r in ROLES):
        row = len(ROLES) if before is None else ROLES.index(before)
        assert (allowed[row, ROLES.index(role)] == 0) == (role in FOLLOWERS[before])


def test_days_without_a_page_are_told(tmp_path: Path) -> None:
    """Nothing is learned from no page: whoever asks for it reads why, before work begins."""
    corpus = tmp_path / "news.jsonl"
    told = {
        "date": "2016-05-12",
        "page": "3",
        "number": 1,
        "head": ["渡口通车"],
        "body": ["昨天。"],
    }
    corpus.write_text(json.dumps(told), "utf-8")
    assert [page.day for page in read_corpus(corpus, "2016-05", until=20)] == ["2016-05-12"]
    with pytest.raises(click.UsageError, match="days 21 to 31"):
        read_corpus(corpus, after=20)
