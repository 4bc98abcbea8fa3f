"""The index's files: the same for the same articles, and never silently wrong."""

import json
import random
import shutil
import zlib
from pathlib import Path

import pytest

from plugins.search.build import build_search
from plugins.search.codes.shard_format import FORMAT
from plugins.search.corpus.documents import SearchDocument, SearchError
from tests.search.conftest import TABLES, BuiltIndex
from tests.search.documents import make_documents
from tests.sites.files import read_files


def test_order_of_documents_changes_no_byte(index: BuiltIndex, tmp_path: Path) -> None:
    """The same documents in another order give the same files with the same bytes."""
    documents = make_documents()
    random.Random(1).shuffle(documents)  # noqa: S311 - the same documents every time
    build_search(documents, tmp_path / "again", TABLES, 25)
    assert read_files(tmp_path / "again") == read_files(index.folder)


def test_every_file_begins_with_the_checksum_of_its_place_and_content(index: BuiltIndex) -> None:
    """A shard's checksum covers its family and number, so exchanged shards are noticed."""
    for path in index.folder.glob("grams/*/*.bin"):
        content = path.read_bytes()
        sealed = zlib.crc32(content[4:], zlib.crc32(f"grams/{path.stem}".encode()))
        assert content[:4] == sealed.to_bytes(4, "big")


def test_damaged_shards_are_errors(index: BuiltIndex, tmp_path: Path) -> None:
    """Truncated, altered, exchanged or missing shards give an error, never other results."""
    chance = random.Random(2)  # noqa: S311 - the same documents every time
    damaged = tmp_path / "search"
    shutil.copytree(index.folder, damaged)
    shards = sorted(damaged.glob("grams/*/*.bin"))
    for number, path in enumerate(shards):
        content = bytearray(path.read_bytes())
        if number % 4 == 0:
            content = content[: chance.randrange(len(content))]
        elif number % 4 == 1:
            content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
        elif number % 4 == 2:
            content = bytearray(shards[number - 1].read_bytes())
        path.unlink() if number % 4 == 3 else path.write_bytes(content)
    answers = BuiltIndex(damaged, index.documents).ask(
        *((q, {}) for q in ("贫困", "毛绒", "合作社"))
    )
    assert all(answer.get("error", "").startswith("LoadError") for answer in answers), answers


def test_no_file_but_the_manifest_keeps_its_name_when_it_changes(
    index: BuiltIndex, tmp_path: Path
) -> None:
    """An address with other bytes than before is an address that was not there before."""
    documents = make_documents()
    documents[3] = SearchDocument(url=documents[3].url, title="改过的标题", body="改过的正文")
    build_search(documents, tmp_path / "edited", TABLES, 25)
    before, after = read_files(index.folder), read_files(tmp_path / "edited")
    changed = {name for name in before.keys() & after.keys() if before[name] != after[name]}
    assert changed == {"manifest.json"}


def test_manifest_names_its_format(index: BuiltIndex) -> None:
    """The manifest says which version of the format it is."""
    assert json.loads((index.folder / "manifest.json").read_text("utf-8"))["format"] == FORMAT


def test_duplicate_addresses_stop_the_build(tmp_path: Path) -> None:
    """Two articles with one address are an error in Chinese, and nothing is written."""
    twice = [SearchDocument(url="a.html", title="一"), SearchDocument(url="a.html", title="二")]
    with pytest.raises(SearchError, match=r"地址相同：a\.html"):
        build_search(twice, tmp_path / "search")
    assert not (tmp_path / "search").exists()


def test_a_single_article_is_enough(tmp_path: Path) -> None:
    """An archive of one short article can be searched."""
    only = [SearchDocument(url="a.html", title="山", body="水")]
    build_search(only, tmp_path / "search")
    found = BuiltIndex(tmp_path / "search", only).search("水")
    assert [(r["url"], r["title"]) for r in found["results"]] == [("a.html", "山")]


def test_cache_changes_no_byte(index: BuiltIndex, tmp_path: Path) -> None:
    """With a cache of other, of the same, or of damaged builds, the files are the same."""
    documents, cache = make_documents(), tmp_path / "cache"
    build_search(documents[5:100], tmp_path / "part", TABLES, 25, cache)
    for damage in (0, 0, 1, 2):
        for kept in cache.rglob("*.*"):
            content = bytearray(kept.read_bytes())
            content[len(content) // 2] ^= damage & 1
            kept.write_bytes(content[: len(content) // 3] if damage == 2 else content)
        build_search(documents, tmp_path / "cached", TABLES, 25, cache)
        assert read_files(tmp_path / "cached") == read_files(index.folder)
    # Of each kind that of one code alone, in one file or in parts.
    kinds = {(kept.parent.name, kept.name.partition(".")[0]) for kept in cache.rglob("*.*")}
    assert sorted(kind for kind, _ in kinds) == ["cuts", "entries", "numbers", "texts"]


def test_files_that_stay_the_same_are_linked(index: BuiltIndex, tmp_path: Path) -> None:
    """A build with a cache links the last one's files, and never one with other content."""
    documents, cache = make_documents(), tmp_path / "cache"
    build_search(documents, tmp_path / "first", TABLES, 25, cache)
    build_search(documents[5:], tmp_path / "other", TABLES, 25, cache)
    build_search(documents, tmp_path / "second", TABLES, 25, cache)
    altered = sorted((cache / "files").rglob("*[0-9]"))[::3]
    for file in altered:
        # Replaced, not written into: the file is also the last index's.
        file.unlink()
        file.write_bytes(b"altered")
    build_search(documents, tmp_path / "third", TABLES, 25, cache)
    assert read_files(tmp_path / "third") == read_files(index.folder)
    linked = [
        file.samefile(tmp_path / "third" / file.relative_to(tmp_path / "second"))
        for file in (tmp_path / "second").rglob("*.*")
    ]
    assert (linked.count(False), len(linked)) == (len(altered), len(read_files(index.folder)))


def test_cache_keeps_no_file_of_earlier_indexes(tmp_path: Path) -> None:
    """A smaller archive's build leaves only its own files in the cache."""
    documents, cache = make_documents(), tmp_path / "cache"
    for some in (documents, documents[:3]):
        build_search(some, tmp_path / "search", TABLES, 25, cache)
    kept = read_files(cache / "files")
    assert sorted(kept.values()) == sorted(read_files(tmp_path / "search").values())
