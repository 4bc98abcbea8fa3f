"""Laws of the rebuild after an edit: whatever has changed, the files are those of a full build."""

import dataclasses
import datetime
import math
import shutil
import tempfile
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from plugins.search.build import build_search, measure_scale
from plugins.search.corpus.corpus import Corpus
from plugins.search.corpus.documents import SearchDocument
from plugins.search.dictionary import changes
from plugins.search.dictionary.alignment import align_documents
from plugins.search.dictionary.changes import IndexedText, find_groups
from plugins.search.dictionary.entries import KEYS, LISTS, Entries
from plugins.search.dictionary.frequent import find_frequent
from plugins.search.dictionary.grams import encode_grams
from plugins.search.dictionary.postings import Scale
from plugins.search.dictionary.renewal import MOST_CHANGED, Renewed, renew_entries
from tests.amounts import choose
from tests.search.conftest import TABLES
from tests.search.dictionary.test_frequent import read_texts
from tests.search.documents import make_documents
from tests.search.test_laws import EXAMPLES, TEXTS
from tests.sites.files import read_files

FREQUENT = 25
#: All characters that edits write stand here, so that most edits leave the alphabet as it is.
BASE = [
    *make_documents(24),
    SearchDocument(url="z.html", title="浔滨区贫困户脱茶abＡ1２.~-%，。、“” \n\t·𠮷①ｱ"),
]
EDITS = st.lists(
    st.tuples(
        st.sampled_from(("body", "part", "title", "byline", "date", "url", "add", "remove")),
        st.integers(0, len(BASE) - 1),
        TEXTS,
    ),
    min_size=1,
    max_size=4,
)


def _edit(
    documents: list[SearchDocument], kind: str, place: int, text: str, name: str
) -> list[SearchDocument]:
    place %= len(documents)
    old = documents[place]
    if kind == "remove":
        return documents[:place] + documents[place + 1 :]
    if kind == "add":
        fresh = SearchDocument(url=f"{name}.html", title=text, body=old.body, date=old.date)
        return [*documents, fresh]
    half = len(old.body) // 2
    changes = {
        "body": {"body": text},
        "part": {"body": old.body[:half] + text + old.body[half:]},
        "title": {"title": text},
        "byline": {"byline": text},
        "date": {"date": datetime.date(2016 + len(text) % 5, 3, 1)},
        "url": {"url": f"{name}.html"},
    }
    return [*documents[:place], old._replace(**changes[kind]), *documents[place + 1 :]]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The index of the base and the cache that its build left, from which all edits begin."""
    folder = tmp_path_factory.mktemp("base")
    build_search(BASE, folder / "kept", TABLES, FREQUENT, folder / "cache")
    return folder


# Every example builds several indexes.
@settings(max_examples=choose(4, 150), deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(edits=EDITS)
# Two articles that say the same, before another is edited.
@example(edits=[("add", 1, ""), ("add", 1, ""), ("body", 0, ""), ("title", 1, "")])
# The others move, and again.
@example(edits=[("remove", 3, ""), ("remove", 7, "")])
def test_edits_give_the_bytes_of_a_full_build(
    built: Path, edits: list[tuple[str, int, str]]
) -> None:
    """After any edits, each with a build of the last one's cache, the bytes are a full build's."""
    documents = BASE
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(shutil.copytree(built, Path(temporary) / "site"))
        for number, edit in enumerate(edits):
            documents = _edit(documents, *edit, f"new-{number}")
            build_search(documents, folder / "kept", TABLES, FREQUENT, folder / "cache")
        build_search(documents, folder / "full", TABLES, FREQUENT)
        assert read_files(folder / "kept") == read_files(folder / "full")


@settings(max_examples=4 * EXAMPLES, suppress_health_check=[HealthCheck.too_slow])
@given(st.data(), st.lists(st.tuples(TEXTS, TEXTS, TEXTS), min_size=1, max_size=12))
def test_renewed_entries_are_those_of_a_full_build(
    chance: st.DataObject, parts: list[tuple[str, str, str]]
) -> None:
    """Entries renewed after any change of any articles' text are those encoded anew.

    Some articles have come, some are gone.
    """
    edited = [
        tuple(chance.draw(TEXTS) if chance.draw(st.booleans()) else text for text in fields)
        for fields in parts
        if chance.draw(st.integers(0, 4))
    ]
    for _ in range(chance.draw(st.integers(0, 2))):
        new = chance.draw(st.tuples(TEXTS, TEXTS, TEXTS))
        edited.insert(chance.draw(st.integers(0, len(edited))), new)
    # With the same alphabet and as long fields at most.
    corpora = [read_texts([*texts, (BASE[-1].title * 3,) * 3]) for texts in (parts, edited)]
    before, after = corpora
    frequent, scale = find_frequent(after, 9), measure_scale(after, 9)
    same = dataclasses.replace(scale, documents=before.documents)
    if same != measure_scale(before, 9) or frequent.list_grams(9) != find_frequent(
        before, 9
    ).list_grams(9):
        return
    stored = find_frequent(before, 9).stored_lengths()
    kept = encode_grams(before, stored, same, np.flatnonzero(before.run))
    assert kept
    renewed = _renew(kept, before, after, frequent.stored_lengths(), scale, math.inf)
    anew = encode_grams(after, frequent.stored_lengths(), scale, np.flatnonzero(after.run))
    assert renewed
    assert _list_arrays(renewed.entries) == _list_arrays(anew)


@pytest.mark.parametrize("table", [1 << 22, 1 << 10])
def test_one_edit_renews(table: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """After an edit of one article the entries of most others are taken over.

    Also where many groups share a place of the table of those to be renewed.
    """
    monkeypatch.setattr(changes, "_TABLE", table)
    documents = [(d.title, d.byline, d.body) for d in make_documents(150)]
    # Whatever goes, the alphabet stays.
    documents.append(("".join(sorted(set("".join(map("".join, documents))))), "", ""))
    before = read_texts(documents)
    edited = [
        (t, b, body.replace("茶叶", "核桃")) if n == 70 else (t, b, body)
        for n, (t, b, body) in enumerate(documents)
    ]
    after = read_texts(edited)
    frequent, scale = find_frequent(after, 6000), measure_scale(after, 6000)
    stored = frequent.stored_lengths()
    kept = encode_grams(before, stored, scale, np.flatnonzero(before.run))
    renewed = _renew(kept, before, after, stored, scale)
    anew = encode_grams(after, stored, scale, np.flatnonzero(after.run))
    assert renewed is not None
    assert _list_arrays(renewed.entries) == _list_arrays(anew)
    everything = [(t, b, body * 2) for t, b, body in documents]
    for much in (everything, documents[70:]):
        assert _renew(kept, before, read_texts(much), stored, scale) is None


def test_a_comparison_ends_where_too_much_has_changed() -> None:
    """What is gone counts as what has come, and no more of it is looked at than settles it."""
    before, none = (IndexedText.of(read_texts([("茶" * 9, "", "")] * count)) for count in (9, 1))
    pairs = iter([(number, None) for number in range(9)])
    assert find_groups(before, none, pairs, 9, 1, most=3 * int(before.lengths[0].sum())) is None
    assert [old for old, _ in pairs] == [4, 5, 6, 7, 8]


@pytest.mark.parametrize("place", [0, 70, 150])
def test_articles_that_come_or_go_renew(place: int) -> None:
    """One article more or less leaves the entries of the others, under their new numbers."""
    documents = [(d.title, d.byline, d.body) for d in make_documents(150)]
    added = [*documents[:place], documents[3], *documents[place:]]
    fewer, more = read_texts(documents), read_texts(added)
    for before, after in ((fewer, more), (more, fewer)):
        stored = find_frequent(before, 6000).stored_lengths()
        kept = encode_grams(before, stored, measure_scale(before, 6000), np.flatnonzero(before.run))
        stored, scale = find_frequent(after, 6000).stored_lengths(), measure_scale(after, 6000)
        renewed = _renew(kept, before, after, stored, scale)
        anew = encode_grams(after, stored, scale, np.flatnonzero(after.run))
        assert renewed is not None
        assert _list_arrays(renewed.entries) == _list_arrays(anew)


@pytest.mark.parametrize("title", ["。。", "茶"])
def test_small_archives_build_with_a_cache(title: str, tmp_path: Path) -> None:
    """An archive of one word, or of none, gives the same bytes with the last build's cache."""
    documents = [SearchDocument(url="a.html", title=title)]
    build_search(documents, tmp_path / "full")
    for _ in range(2):
        build_search(documents, tmp_path / "kept", cache=tmp_path / "cache")
        assert read_files(tmp_path / "kept") == read_files(tmp_path / "full")


def _renew(
    kept: Entries,
    before: Corpus,
    after: Corpus,
    stored: NDArray[np.uint8],
    scale: Scale,
    most: float = MOST_CHANGED,
) -> Renewed | None:
    text = IndexedText.of(before)
    aligned = align_documents(text.name_documents(), IndexedText.of(after).name_documents())
    return renew_entries(kept, text, after, aligned, stored, scale, most)


def _list_arrays(entries: Entries | None) -> dict[str, list[object]]:
    """List all that is known of each entry, wherever its lists lie."""
    assert entries
    spans = [(number, number + 1) for number in range(len(entries))]
    keys: dict[str, list[object]] = {name: getattr(entries, name).tolist() for name in KEYS}
    return keys | {name: [*entries.slice_lists(name, spans)] for name in LISTS}
