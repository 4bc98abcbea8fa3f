"""Building the search index: documents in, a folder of static files out."""

import multiprocessing
import os
import tempfile
from collections.abc import Iterable
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from plugins.search.borders import border_width, pack_borders
from plugins.search.corpus import Corpus, read_corpus
from plugins.search.cut_cache import BATCH
from plugins.search.dictionary import build_dictionary
from plugins.search.documents import (
    FIELDS,
    SearchDocument,
    SearchError,
    SearchTables,
    sort_documents,
)
from plugins.search.facets import (
    LISTED_FACETS,
    collect_facet,
    count_years,
    pack_documents,
)
from plugins.search.files import IndexFolder
from plugins.search.frequent import FrequentGrams, find_frequent
from plugins.search.keys import symbol_bits
from plugins.search.lexicon import Lexicon, build_lexicon
from plugins.search.manifest import (
    describe_characters,
    describe_keys,
    describe_lexicon,
    dump_manifest,
    encode_bytes,
)
from plugins.search.postings import Scale
from plugins.search.readings import (
    collect_names,
    describe_pinyin,
    dump_readings,
    simplify_characters,
)
from plugins.search.shard_format import (
    FIELD_BOOSTS,
    FORMAT,
    FREQUENT,
    GROUP,
    NAME_SHARD_DOCUMENTS,
    TEXT_SHARD_TERMS,
)
from plugins.search.shards import GramShard
from plugins.search.texts import common_affixes, group_documents, pack_names, pack_texts, write_head
from plugins.search.tokens import engine_name
from plugins.search.withheld import find_withheld

#: More processes than this only cost memory.
MOST_PROCESSES = 8


@dataclass(frozen=True)
class SearchReport:
    """What was built: how many documents, characters and files, and the files' bytes."""

    documents: int
    characters: int
    files: int
    size: int
    engine: str


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
    ordered = sort_documents(documents)
    if not ordered:
        raise SearchError("搜索索引：没有文章可以收录，请检查 content/articles")
    tables = tables or SearchTables()
    folder = IndexFolder(output_folder)
    _write_index(_build(ordered, frequent_above, cache), folder, tables)
    folder.publish()
    return _report(ordered, output_folder)


def _report(documents: list[SearchDocument], output: Path) -> SearchReport:
    characters = sum(len(d.title) + len(d.byline) + len(d.body) for d in documents)
    files = [path for path in output.rglob("*") if path.is_file()]
    size = sum(path.stat().st_size for path in files)
    return SearchReport(len(documents), characters, len(files), size, engine_name())


def _build(documents: list[SearchDocument], frequent_above: int, cache: Path | None) -> "_Built":
    affixes = common_affixes([document.url for document in documents])
    heads = [write_head(document, affixes) for document in documents]
    workers, beside = _open_executor(len(documents)), ThreadPoolExecutor(1)
    with tempfile.TemporaryDirectory() as temporary, workers as executor, beside:
        corpus = read_corpus(documents, executor, "".join(heads), cache and cache / "cuts")
        frequent = find_frequent(corpus, frequent_above)
        scale = measure_scale(corpus, frequent_above)
        grams = beside.submit(
            build_dictionary, corpus, frequent, scale, executor, Path(temporary), cache
        )
        text = build_lexicon(corpus, "".join(heads), find_withheld(documents, corpus.lengths))
        groups = group_documents(corpus.term_counts[:, 2].tolist())
        texts, names = list(pack_texts(text, heads, groups)), list(pack_names(text, heads))
        return _Built(
            documents, corpus, frequent, scale, grams.result(), affixes, text.lexicon, texts, names
        )


def _open_executor(documents: int) -> Executor:
    if documents <= BATCH:
        # A process takes longer to start than so few articles to index.
        return ThreadPoolExecutor(1)
    context = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(min(os.cpu_count() or 1, MOST_PROCESSES), mp_context=context)


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


@dataclass(frozen=True)
class _Built:
    """All parts of an index before it is written."""

    documents: list[SearchDocument]
    corpus: Corpus
    frequent: FrequentGrams
    scale: Scale
    grams: list[GramShard]
    affixes: tuple[str, str]
    lexicon: Lexicon
    texts: list[bytes]
    names: list[bytes]


def _write_index(built: _Built, folder: IndexFolder, tables: SearchTables) -> None:
    documents, corpus = built.documents, built.corpus
    facets = {key: collect_facet(documents, key) for key in LISTED_FACETS}
    lexicon = built.lexicon
    names = collect_names(documents)
    pinyin = dump_readings(describe_pinyin(lexicon.alphabet, lexicon.words, names))
    pairs, printed = simplify_characters(lexicon.alphabet)
    table = pack_documents(corpus.term_counts[:, 2], list(facets.values()))
    folder.write_manifest(
        dump_manifest(
            {
                "format": FORMAT,
                **_describe_archive(corpus, built.scale),
                "affixes": built.affixes,
                **describe_lexicon(lexicon),
                "frequent": describe_keys(built.frequent.grams, len(corpus.folded_alphabet)),
                "shards": len(built.grams),
                "borders": encode_bytes(pack_borders([s.border for s in built.grams[1:]])),
                "group": GROUP,
                "grams": folder.write_family("grams", [shard.content for shard in built.grams]),
                "texts": folder.write_family("texts", built.texts),
                "names": folder.write_family("names", built.names),
                "namesPerShard": NAME_SHARD_DOCUMENTS,
                "textShardTerms": TEXT_SHARD_TERMS,
                "table": folder.write_single("documents", table),
                "pinyin": folder.write_json("pinyin", pinyin),
                "traditional": folder.write_json("traditional", dump_readings(pairs)),
                "printedTraditional": describe_characters(printed),
                "facetNames": {key: facet.names for key, facet in facets.items()},
                "years": count_years(documents),
                "kindParents": tables.kind_parents,
                "aliases": tables.aliases,
            }
        )
    )


def _describe_archive(corpus: Corpus, scale: Scale) -> dict[str, object]:
    terms = corpus.term_counts.sum(axis=0).tolist()
    return {
        "documents": corpus.documents,
        "spans": scale.spans,
        "placeFirst": scale.place_first,
        "placeNext": scale.place_next,
        "frequentAbove": scale.frequent,
        "boosts": FIELD_BOOSTS,
        "terms": dict(zip(FIELDS, terms, strict=True)),
    }
