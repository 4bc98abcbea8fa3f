"""Every run of characters is found, and nothing else is called literal."""

import random

from plugins.search.corpus.documents import SearchDocument
from plugins.search.corpus.folding import fold_text, is_word_character
from tests.search.conftest import BuiltIndex
from tests.search.documents import scan_documents

ALL = {"limit": 100_000, "passages": 0}


def _pick_runs(documents: list[SearchDocument], count: int, longest: int) -> list[str]:
    chance = random.Random(11)  # noqa: S311 - the same documents every time
    runs: list[str] = []
    while len(runs) < count:
        document = chance.choice(documents)
        text = chance.choice([document.title, document.byline, document.body])
        start = chance.randrange(max(1, len(text)))
        run = text[start : start + chance.randint(1, longest)]
        if run and all(is_word_character(character) for character in fold_text(run)):
            runs.append(run)
    return runs


def test_every_substring_is_found(any_index: BuiltIndex) -> None:
    """The literal results of a run are exactly the articles in which a naive scan finds it."""
    runs = _pick_runs(any_index.documents, 400, 12)
    answers = any_index.ask(*((f'"{run}"', ALL) for run in runs))
    for run, answer in zip(runs, answers, strict=True):
        assert {r["url"] for r in answer["results"]} == scan_documents(any_index.documents, run), (
            run
        )


def test_literal_matches_come_before_words(any_index: BuiltIndex) -> None:
    """An unquoted run finds the same articles literally, first, and says which they are."""
    runs = _pick_runs(any_index.documents, 200, 8)
    answers = any_index.ask(*((run, ALL) for run in runs))
    for run, answer in zip(runs, answers, strict=True):
        literal = [result["literal"] for result in answer["results"]]
        assert literal == sorted(literal, reverse=True), run
        found = {result["url"] for result in answer["results"] if result["literal"]}
        assert found == scan_documents(any_index.documents, run), run


def test_totals_are_true(any_index: BuiltIndex) -> None:
    """The total is the number of all results, however few are asked for."""
    runs = _pick_runs(any_index.documents, 60, 6)
    few = any_index.ask(*((run, {"limit": 3}) for run in runs))
    many = any_index.ask(*((run, ALL) for run in runs))
    for one, all_of_them in zip(few, many, strict=True):
        assert one["total"] == all_of_them["total"] == len(all_of_them["results"])
        assert [r["url"] for r in one["results"]] == [r["url"] for r in all_of_them["results"][:3]]


def test_figures_with_marks_are_found_exactly(any_index: BuiltIndex) -> None:
    """Runs with the marks of figures match those marks, in either width, and no others."""
    for run in ("8.46亿元", "1~8月", "１～８月", "2018-2019", "五招+五单", "8:30", "15%", "PM2.5"):
        answer = any_index.search(run, **ALL)
        literal = {r["url"] for r in answer["results"] if r["literal"]}
        assert literal == scan_documents(any_index.documents, run), run
        assert literal, run


def test_marks_between_characters_are_literal_only_where_they_stand(any_index: BuiltIndex) -> None:
    """A run with marks in it is called literal only where a naive scan finds it, marks and all."""
    chance = random.Random(13)  # noqa: S311 - the same documents every time
    bodies = [d.body for d in any_index.documents if "，" in d.body[2:-3]]
    runs = ["贫困，贫困", "贫困。脱贫", "脱贫、攻坚", "发展，", "，了", "的，的", "茶叶，核桃"]
    for body in chance.choices(bodies, k=60):
        start = max(0, body.index("，", 2) - chance.randint(1, 3))
        runs.append(body[start : start + chance.randint(4, 7)].strip())
    answers = any_index.ask(*((f'"{run}"', ALL) for run in runs))
    for run, answer in zip(runs, answers, strict=True):
        literal = {r["url"] for r in answer["results"] if r["literal"]}
        wanted = scan_documents(any_index.documents, run)
        if any("标点没有逐篇核对" in message for message in answer["messages"]):
            assert not literal, run
            assert wanted <= {r["url"] for r in answer["results"]}, run
        else:
            assert literal == wanted, run


def test_runs_end_at_line_ends_and_fields(index: BuiltIndex) -> None:
    """A run never matches across a paragraph's end or from one field into the next."""
    for run in ("段落第二", "特例5第一段落", "贫困贫困特例"):
        results = index.search(run, **ALL)["results"]
        assert not any(result["literal"] for result in results), run


def test_characters_beyond_the_basic_plane_are_found(index: BuiltIndex) -> None:
    """A character of two UTF-16 units is one character, and its marks cover both."""
    result = index.search("滨𠮷开")["results"][0]
    (start, end), *_ = result["passage"]["marks"]
    units = result["passage"]["text"].encode("utf-16-le")[2 * start : 2 * end]
    assert units.decode("utf-16-le") == "滨𠮷开"
