"""Numbers are found whole, in every spelling, and never in pieces of what was typed."""

import random
from pathlib import Path

import pytest

from plugins.search.corpus.documents import SearchDocument
from tests.figures.numbers.chinese_numbers import write_chinese
from tests.search.conftest import BuiltIndex, build

UNITS = ("元", "亩", "户", "公里", "吨")
#: How a number is written: the archive has one spelling of each, readers type any.
ALL = {"limit": 1000, "passages": 0}


def _spell(value: int) -> list[str]:
    """Return the spellings of a whole number that newspapers print."""
    spelled = [str(value), f"{value:,}", write_chinese(value)]
    return (
        [*spelled, f"{value / 10_000:.10g}万"] if value % 100 == 0 and value >= 10_000 else spelled
    )


def _draw_values(count: int) -> list[int]:
    chance = random.Random(7)  # noqa: S311 - the same numbers every time
    values = {chance.randrange(10, 10 ** chance.randint(2, 7)) for _ in range(count)}
    return sorted(values | {value * 100 for value in values if value > 1000})


@pytest.fixture(scope="module")
def figures(tmp_path_factory: pytest.TempPathFactory) -> tuple[BuiltIndex, list[tuple[int, str]]]:
    """Index an article for each of some numbers, each in one of its spellings."""
    known = [(value, UNITS[value % len(UNITS)]) for value in _draw_values(150)]
    documents = [
        SearchDocument(
            url=f"{n:04}.html",
            title="账目",
            body=f"共计{_spell(value)[n % len(_spell(value))]}{unit}。",
        )
        for n, (value, unit) in enumerate(known)
    ]
    return build(tmp_path_factory.mktemp("figures") / "search", documents, 6000), known


def test_every_figure_is_found_in_every_spelling(
    figures: tuple[BuiltIndex, list[tuple[int, str]]],
) -> None:
    """A figure's article is found by each of its spellings, before those with longer figures."""
    index, known = figures
    asked = [
        (n, f"{text}{unit}") for n, (value, unit) in enumerate(known) for text in _spell(value)
    ]
    answers = index.ask(*((query, ALL) for _, query in asked))
    for (number, query), answer in zip(asked, answers, strict=True):
        hows = [result["how"] for result in answer["results"]]
        found = {r["url"] for r in answer["results"] if r["how"] in ("literal", "spelled")}
        assert f"{number:04}.html" in found, query
        assert hows == sorted(hows, key=("literal", "spelled", "inside", "loose").index), query
        assert "loose" not in hows, query


def test_absent_numbers_find_nothing(figures: tuple[BuiltIndex, list[tuple[int, str]]]) -> None:
    """Of a thousand numbers that stand nowhere none has a hit, and nothing is proposed instead."""
    index, known = figures
    text = "\n".join(f"{document.body}" for document in index.documents)
    there = {value for value, _ in known}
    chance = random.Random(9)  # noqa: S311 - the same numbers every time
    absent: list[str] = []
    while len(absent) < 1000:
        value = chance.randrange(10, 10**6)
        spelled = _spell(value)
        query = f"{spelled[len(absent) % len(spelled)]}{chance.choice(('', *UNITS))}"
        if value not in there and not any(form in text for form in (query, *spelled)):
            absent.append(query)
    answers = index.ask(*((query, ALL) for query in absent))
    assert [q for q, answer in zip(absent, answers, strict=True) if answer["total"]] == []
    nearest = index.ask(*((query, {"ask": "findNearest"}) for query in absent[:100]))
    assert {answer["answer"] for answer in nearest} == {None}


def test_a_piece_of_a_longer_number_comes_last_and_says_so(tmp_path: Path) -> None:
    """What has the number itself comes first, in other spellings next, in longer numbers last."""
    bodies = ["编号125053号", "共有5053户", "五千零五十三户", "电话5053", "15,053人", "代码a5053b"]
    documents = [SearchDocument(url=f"{n}.html", title="记", body=b) for n, b in enumerate(bodies)]
    answer = build(tmp_path / "search", documents, 6000).search("5053")
    hows = {result["url"]: result["how"] for result in answer["results"]}
    assert hows == {
        "1.html": "literal", "3.html": "literal", "2.html": "spelled",
        "0.html": "inside", "5.html": "inside",
    }  # fmt: skip
    assert [r["how"] for r in answer["results"]][-2:] == ["inside", "inside"]


def test_pieces_of_a_typed_word_or_number_are_no_hit(tmp_path: Path) -> None:
    """Letters and digits that were typed together are looked for together."""
    documents = [
        SearchDocument(url="a.html", title="US 20 19", body="us和se，20与19，元"),
        SearchDocument(url="b.html", title="记", body="plus一份"),
    ]
    index = build(tmp_path / "search", documents, 6000)
    for query in ("luse", "2019", "2019元", "5.3", "pm2.5"):
        assert index.search(query)["total"] == 0, query
    assert {r["url"]: r["how"] for r in index.search("us")["results"]} == {
        "a.html": "literal", "b.html": "inside"
    }  # fmt: skip


def test_the_marked_place_is_the_whole_number(tmp_path: Path) -> None:
    """The passage shows the number itself, where longer ones that hold it stand before."""
    body = (
        "编号1305号。" + "茶园连片。" * 40 + "全村305户，" + "三百零五户都通了水。" + "路长。" * 40
    )
    documents = [SearchDocument(url="a.html", title="记", body=body)]
    index = build(tmp_path / "search", documents, 6000)
    for query in ("305", "305户", "三百零五户"):
        passage = index.search(query)["results"][0]["passage"]
        marked = [passage["text"][start:end] for start, end in passage["marks"]]
        assert any(mark.startswith(("305", "三百零五")) for mark in marked), (query, marked)
        assert "1305" not in passage["text"]
