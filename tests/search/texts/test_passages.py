"""The passage is the reason: what was typed is seen where it stands."""

import random
from pathlib import Path
from typing import Any

from plugins.search.corpus.documents import SearchDocument
from plugins.search.corpus.folding import fold_text, is_word_character
from tests.search.conftest import BuiltIndex, build


def list_marked(result: dict[str, Any]) -> list[str]:
    """Return the marked stretches of a result's title and passage, folded."""
    places = [(result["title"], result["titleMarks"])]
    places.append((result["passage"]["text"], result["passage"]["marks"]))
    units = [(text.encode("utf-16-le"), marks) for text, marks in places]
    return [
        fold_text(text[2 * start : 2 * end].decode("utf-16-le"))
        for text, marks in units
        for start, end in marks
    ]


def test_what_stands_literally_is_seen_marked(any_index: BuiltIndex) -> None:
    """Of the first ten results each that holds the typed run shows it marked, without exception."""
    chance = random.Random(17)  # noqa: S311 - the same runs every time
    runs: list[str] = []
    while len(runs) < 300:
        document = chance.choice(any_index.documents)
        text = chance.choice([document.title, document.byline, document.body])
        start = chance.randrange(max(1, len(text)))
        run = text[start : start + chance.randint(1, 12)]
        if run and all(map(is_word_character, fold_text(run))):
            runs.append(run)
    shown = 0
    for run, answer in zip(runs, any_index.ask(*((run, {}) for run in runs)), strict=True):
        for result in (r for r in answer["results"] if r["literal"]):
            assert any(fold_text(run) in marked for marked in list_marked(result)), (run, result)
            shown += 1
    assert shown > 500


def test_the_typed_run_decides_over_its_words(tmp_path: Path) -> None:
    """A place with the run itself is shown, though another has more of its words."""
    words = "合作社带动产业，产业带动合作社，合作社和产业。"
    body = words * 3 + "路通了。" * 60 + "他说合作社产业兴旺。" + "水通了。" * 60
    index = build(tmp_path / "search", [SearchDocument("a.html", "记", body=body)], 6000)
    (result,) = index.search("合作社产业")["results"]
    assert "合作社产业" in list_marked(result)


def test_no_marked_word_is_cut(tmp_path: Path) -> None:
    """A passage goes on to the end of a word that is marked in it."""
    body = "脱贫" + "采茶。" * 29 + "脱贫了。" + "修路。" * 30
    (result,) = build(
        tmp_path / "search", [SearchDocument("a.html", "茶园", body=body)], 6000
    ).search("脱贫")["results"]
    assert list_marked(result) == ["脱贫", "脱贫"]


def test_what_stands_in_the_byline_is_shown(tmp_path: Path) -> None:
    """An author that was looked for is seen, though only the byline names him."""
    document = SearchDocument("a.html", "茶园", byline="通讯员 王小川", body="采茶。" * 50)
    (result,) = build(tmp_path / "search", [document], 6000).search("王小川")["results"]
    assert list_marked(result) == ["王小川"]


def test_articles_are_left_with_their_own_words(tmp_path: Path) -> None:
    """What leads into an article is spelled as it is printed there."""
    documents = [
        SearchDocument("a.html", "農民夜校", body="住房80㎡，三百零五户，浔\u200b滨。"),
    ]
    index = build(tmp_path / "search", documents, 6000)
    for query, printed in {
        "农民夜校": "農民夜校", "80m2": "80㎡", "305户": "三百零五", "浔滨": "浔\u200b滨",
    }.items():  # fmt: skip
        (result,) = index.search(query)["results"]
        assert printed in result["found"], query
