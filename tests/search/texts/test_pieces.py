"""Long articles lie in pieces: what stands in any of them is found and shown as in one."""

import random
import shutil
from pathlib import Path

import numpy as np
import pytest

from plugins.search.codes.shard_format import PIECE_BEFORE, PIECE_BEHIND, PIECE_LENGTH
from plugins.search.corpus.documents import SearchDocument
from plugins.search.corpus.folding import fold_text, is_word_character
from plugins.search.texts.pieces import list_pieces
from tests.search.conftest import BuiltIndex, build
from tests.search.texts.test_passages import list_marked

#: What folds to more characters, to fewer, or has two units in the browser.
_ODD = ("80㎡", "Ⅲ", "浔\u200b滨", "𠮷家", "５０℃")
_CHARACTERS = "山水田林路电户茶桑蚕猪羊果药粮油桥渠房校医"


def write_body(chance: random.Random, sentences: int) -> str:
    """Write sentences that hardly repeat each other."""
    parts = []
    for _ in range(sentences):
        words = "".join(chance.choices(_CHARACTERS, k=chance.randint(9, 22)))
        parts.append(words + (chance.choice(_ODD) if chance.random() < 0.2 else "") + "。")
    return "".join(parts)


@pytest.fixture(scope="module", params=[60, 6000], ids=["frequent grams", "plain"])
def long(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> BuiltIndex:
    """Index long articles among short ones."""
    chance = random.Random(11)  # noqa: S311 - the same articles every time
    documents = [
        SearchDocument(
            f"{n}.html", f"第{n}篇", byline="通讯员 王小川", body=write_body(chance, size)
        )
        for n, size in enumerate((600, 3, 420, 250, 5, 5, 180))
    ]
    return build(tmp_path_factory.mktemp("pieces") / "search", documents, request.param)


def test_runs_of_any_piece_are_found_and_seen(long: BuiltIndex) -> None:
    """Each run finds exactly the articles that hold it, and is marked in their passages."""
    chance = random.Random(12)  # noqa: S311 - the same runs every time
    texts = {d.url: fold_text(d.body) for d in long.documents}
    runs: list[str] = []
    while len(runs) < 150:
        body = chance.choice(long.documents).body
        start = chance.randrange(len(body))
        run = body[start : start + chance.randint(2, 9)]
        if all(map(is_word_character, fold_text(run))):
            runs.append(run)
    for run, answer in zip(runs, long.ask(*((run, {}) for run in runs)), strict=True):
        found = {r["url"] for r in answer["results"] if r["literal"]}
        assert found == {url for url, text in texts.items() if fold_text(run) in text}, run
        for result in (r for r in answer["results"] if r["literal"]):
            assert any(fold_text(run) in marked for marked in list_marked(result)), (run, result)


def test_a_passage_loads_its_piece_alone(long: BuiltIndex, tmp_path: Path) -> None:
    """Without all other text shards a long article's passage is shown all the same."""
    body = next(d.body for d in long.documents if d.url == "0.html")
    run = body[6000:6009]
    piece = len(fold_text(body[:6000])) // PIECE_LENGTH
    folder = tmp_path / "search"
    shutil.copytree(long.folder, folder)
    shards = list(folder.glob("texts/*/*.bin"))
    for shard in shards:
        # Undated articles come by address: this one's pieces are the first shards.
        if shard.stem != str(piece):
            shard.unlink()
    (result,) = BuiltIndex(folder, []).search(run)["results"]
    assert fold_text(run) in list_marked(result) and len(shards) > 8


def test_long_runs_are_seen_to_their_end(long: BuiltIndex) -> None:
    """A run that begins in one piece and ends in the next is shown as in one."""
    body = next(d.body for d in long.documents if d.url == "2.html")
    run = body[PIECE_LENGTH - 60 : PIECE_LENGTH + 130]
    (result,) = long.search(f'"{run}"')["results"]
    assert any(fold_text(run.strip("。")) in marked for marked in list_marked(result))


def test_a_whole_number_is_shown_before_a_piece_of_one(tmp_path: Path) -> None:
    """Whichever piece of the article it stands in."""
    filling = write_body(random.Random(13), 300)  # noqa: S311 - the same every time
    document = SearchDocument("a.html", "记", body=f"有15053户。{filling}有5053户。")
    (result,) = build(tmp_path / "search", [document], 6000).search("5053")["results"]
    assert "有5053户" in result["passage"]["text"]


def test_pieces_lie_where_the_format_says() -> None:
    """Each has its positions, some before and some behind, and the last one all that are left."""
    places = np.cumsum([0, *([3, 1, 2, 0] * 2000)])
    pieces = list_pieces(places)
    assert len(pieces) == round(places[-1] / PIECE_LENGTH)
    for number, (first, end, start) in enumerate(pieces):
        assert places[first] == start <= max(0, number * PIECE_LENGTH - PIECE_BEFORE)
        assert places[end] >= min(places[-1], (number + 1) * PIECE_LENGTH + PIECE_BEHIND)
    assert pieces[0].first == 0 and pieces[-1].end == len(places) - 1
