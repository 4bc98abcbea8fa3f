"""Building the search index: documents in, a folder of static files out."""

import multiprocessing
import os
import tempfile
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from string import digits

from plugins.search.codes.borders import border_width
from plugins.search.codes.keys import symbol_bits
from plugins.search.codes.shard_format import FIELD_BOOSTS, FORMAT, FREQUENT
from plugins.search.codes.unordered import encode_json
from plugins.search.corpus.batches import BATCH
from plugins.search.corpus.corpus import Corpus, read_corpus
from plugins.search.corpus.cut_cache import CutCache
from plugins.search.corpus.documents import (
    FIELDS,
    SearchDocument,
    SearchError,
    SearchTables,
    sort_documents,
)
from plugins.search.corpus.tokens import engine_name
from plugins.search.dictionary.dictionary import build_dictionary
from plugins.search.dictionary.postings import Scale
from plugins.search.files import IndexFolder
from plugins.search.parts import (
    write_dictionary,
    write_documents,
    write_numbers,
    write_tables,
    write_texts,
)
from plugins.search.texts.texts import common_affixes, write_head
from plugins.system.folders.written import WrittenFile
from plugins.system.parents import end_with_parent

#: More processes than this only cost memory.
MOST_PROCESSES = 8


@dataclass(frozen=True)
class SearchReport:
    """What was built: how many documents and characters, and the files, by their addresses."""

    documents: int
    characters: int
    written: Mapping[str, WrittenFile]
    engine: str

    @property
    def size(self) -> int:
        """The bytes of all files."""
        return sum(file.size for file in self.written.values())


def build_search(
    documents: Iterable[SearchDocument],
    output_folder: Path,
    tables: SearchTables | None = None,
    frequent_above: int = FREQUENT,
    cache: Path | None = None,
) -> SearchReport:
    """Index the documents into `output_folder`, which is replaced when the index is whole.

    The same documents and tables give the same bytes, in whatever order they come. Raises
    SearchError when two documents share an address, or when there are none. `frequent_above` is
    a parameter of the format (shard_format.py) that suits archives of any size. `cache` is a
    folder where builds keep what later ones need not do again; it changes no byte.
    """
    return build_index(
        documents, output_folder, lambda: tables or SearchTables(), frequent_above, cache
    )


def build_index(
    documents: Iterable[SearchDocument],
    output_folder: Path,
    ask_tables: Callable[[], SearchTables],
    frequent_above: int = FREQUENT,
    cache: Path | None = None,
) -> SearchReport:
    """Do as build_search does, where the tables come later than the documents."""
    ordered = sort_documents(documents)
    if not ordered:
        raise SearchError("搜索索引：没有文章可以收录，请检查 content/articles")
    folder = IndexFolder(output_folder, cache and cache / "files")
    _build(ordered, folder, ask_tables, frequent_above, cache)
    folder.publish()
    characters = sum(len(d.title) + len(d.byline) + len(d.body) for d in ordered)
    return SearchReport(len(ordered), characters, folder.written, engine_name())


def _build(
    documents: list[SearchDocument],
    folder: IndexFolder,
    ask_tables: Callable[[], SearchTables],
    frequent_above: int,
    cache: Path | None,
) -> None:
    affixes = common_affixes([document.url for document in documents])
    heads = [write_head(document, affixes) for document in documents]
    workers, beside = _open_executor(len(documents)), ThreadPoolExecutor(1)
    with tempfile.TemporaryDirectory() as temporary, workers as executor, beside:
        cuts = CutCache(cache and cache / "cuts")
        corpus = read_corpus(documents, executor, "".join(heads) + digits, cuts)
        scale = measure_scale(corpus, frequent_above)
        entries = cache and cache / "entries"
        building = beside.submit(
            build_dictionary, corpus, scale, executor, Path(temporary), entries
        )
        members = {
            **_describe_archive(corpus, scale),
            "affixes": affixes,
            **write_texts(documents, corpus, heads, folder, cache),
            **write_documents(documents, corpus, folder),
            **write_numbers(documents, corpus, folder, executor, cache),
            **write_tables(ask_tables(), folder),
        }
        dictionary = building.result()
        keeping = beside.submit(dictionary.keep, entries, corpus, scale)
        members |= write_dictionary(dictionary, corpus, scale, folder)
        folder.write_manifest(encode_json(members) + b"\n")
        keeping.result()


def _open_executor(documents: int) -> Executor:
    if documents <= BATCH:
        # A process takes longer to start than so few articles to index.
        return ThreadPoolExecutor(1)
    context = multiprocessing.get_context("spawn")
    processes = min(os.cpu_count() or 1, MOST_PROCESSES)
    return ProcessPoolExecutor(processes, mp_context=context, initializer=end_with_parent)


def measure_scale(corpus: Corpus, frequent_above: int) -> Scale:
    """Return the figures of the archive on which codes depend."""
    mean = max(1, int(corpus.lengths.sum() // corpus.documents))
    first = max(1, mean.bit_length() - 1)
    return Scale(
        corpus.documents,
        symbol_bits(len(corpus.folded_alphabet)),
        border_width(len(corpus.folded_alphabet)),
        corpus.spans,
        first,
        max(1, first - 2),
        frequent_above,
    )


def _describe_archive(corpus: Corpus, scale: Scale) -> dict[str, object]:
    terms = corpus.term_counts.sum(axis=0).tolist()
    return {
        "format": FORMAT,
        "documents": corpus.documents,
        "spans": scale.spans,
        "placeFirst": scale.place_first,
        "placeNext": scale.place_next,
        "frequentAbove": scale.frequent,
        "boosts": FIELD_BOOSTS,
        "terms": dict(zip(FIELDS, terms, strict=True)),
    }
