"""Scores and order are lunr's, as one whole lunr index would give them."""

import random
from typing import Any

import pytest

from plugins.search.codes.shard_format import FIELD_BOOSTS
from plugins.search.corpus.documents import FIELDS
from plugins.search.corpus.tokens import cut_terms
from tests.search.conftest import BuiltIndex, run_node
from tests.search.documents import scan_documents

ALL = {"limit": 100_000, "passages": 0}


def _cut(index: BuiltIndex) -> list[dict[str, list[str]]]:
    return [
        {field: cut_terms(getattr(document, field)) for field in FIELDS}
        for document in index.documents
    ]


def _make_clauses(documents: list[dict[str, list[str]]]) -> list[list[dict[str, Any]]]:
    chance = random.Random(17)  # noqa: S311 - the same documents every time
    queries = []
    for _ in range(120):
        document = chance.choice(documents)
        pool = [(term, field) for field in FIELDS for term in document[field]]
        chosen = [chance.choice(pool) for _ in range(chance.randint(1, 3))]
        queries.append(
            [
                {
                    "term": term,
                    "field": field if chance.random() < 0.2 else None,
                    "boost": chance.choice([1, 1, 2, 2.5]),
                }
                for term, field in chosen
            ]
        )
    return queries


def _write_query(clauses: list[dict[str, Any]]) -> str:
    names = {"title": "标题:", "byline": "作者:", "body": "正文:", None: ""}
    return " ".join(
        f"{names[c['field']]}{c['term']}" + (f"^{c['boost']}" if c["boost"] != 1 else "")
        for c in clauses
    )


def test_scores_and_order_are_those_of_a_whole_lunr_index(any_index: BuiltIndex) -> None:
    """Term queries, with fields and boosts, score as in lunr 2.3.9; ties are newest first."""
    documents = _cut(any_index)
    queries = _make_clauses(documents)
    expected = run_node(
        "whole_lunr.mjs", {"documents": documents, "boosts": FIELD_BOOSTS, "queries": queries}
    )
    answers = any_index.ask(*((_write_query(clauses), ALL) for clauses in queries))
    urls = [document.url for document in any_index.documents]
    for clauses, lunr, answer in zip(queries, expected, answers, strict=True):
        assert "error" not in answer, answer
        ranked = sorted(lunr, key=lambda pair: (-round(pair[1], 9), pair[0]))
        ours = answer["results"][: len(ranked)]
        assert [urls[number] for number, _ in ranked] == [r["url"] for r in ours], clauses
        assert [r["score"] for r in ours] == pytest.approx([s for _, s in ranked], abs=1e-9)


def test_scores_with_exclusions_are_those_of_a_whole_lunr_index(any_index: BuiltIndex) -> None:
    """What is excluded changes no score; it leaves out lunr's documents and those that hold it."""
    documents = _cut(any_index)
    queries = [clauses for clauses in _make_clauses(documents) if len(clauses) > 1]
    for clauses in queries:
        clauses[-1] |= {"excluded": True, "field": None, "boost": 1}
    expected = run_node(
        "whole_lunr.mjs", {"documents": documents, "boosts": FIELD_BOOSTS, "queries": queries}
    )
    asked = [f"{_write_query(clauses[:-1])} -{clauses[-1]['term']}" for clauses in queries]
    urls = [document.url for document in any_index.documents]
    found = 0
    for query, lunr, answer in zip(
        queries, expected, any_index.ask(*((q, ALL) for q in asked)), strict=True
    ):
        theirs = {urls[number]: score for number, score in lunr}
        ours = {r["url"]: r["score"] for r in answer["results"]}
        holding = scan_documents(any_index.documents, query[-1]["term"])
        assert holding.isdisjoint(ours), query
        for url in theirs.keys() - holding:
            assert ours[url] == pytest.approx(theirs[url], abs=1e-9), query
            found += 1
    assert found > 100


def test_what_lunr_does_not_find_follows(index: BuiltIndex) -> None:
    """Articles that hold a term only inside other words come after all that lunr finds."""
    answer = index.search("贫困", **ALL)
    scored = [result["score"] > 0 for result in answer["results"]]
    assert scored == sorted(scored, reverse=True)
    assert True in scored
    assert False in scored


def test_equal_matches_come_newest_first(index: BuiltIndex) -> None:
    """Articles of equal score are ordered by date, undated ones last, then by address."""
    results = index.search("-不存在的词", **ALL)["results"]
    keys = [(r["date"] is None, "" if r["date"] is None else r["date"], r["url"]) for r in results]
    dated = [key for key in keys if not key[0]]
    assert len(results) == len(index.documents)
    assert [k[1] for k in dated] == sorted((k[1] for k in dated), reverse=True)
    assert keys[len(dated) :] == sorted(key for key in keys if key[0])
