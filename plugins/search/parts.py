"""Writing the parts of an index: each gives the members by which the manifest tells of it."""

from concurrent.futures import Executor
from pathlib import Path

from plugins.search.codes.borders import pack_borders
from plugins.search.codes.shard_format import (
    GROUP,
    NAME_SHARD_DOCUMENTS,
    PIECE_LENGTH,
    TEXT_SHARD_TERMS,
)
from plugins.search.codes.unordered import encode_json
from plugins.search.corpus.corpus import Corpus
from plugins.search.corpus.documents import SearchDocument, SearchTables
from plugins.search.corpus.folding import fold_alphabet
from plugins.search.corpus.withheld import find_withheld
from plugins.search.dictionary.dictionary import Dictionary
from plugins.search.dictionary.postings import Scale
from plugins.search.files import IndexFolder
from plugins.search.kept_code import name_kept
from plugins.search.manifest import describe_keys, describe_lexicon, encode_bytes
from plugins.search.names.directory import pack_directory
from plugins.search.names.sounds import pack_sounds, recall_characters
from plugins.search.numbers.number_lists import collect_numbers
from plugins.search.numbers.number_shards import pack_numbers
from plugins.search.texts.dates import pack_dates
from plugins.search.texts.facets import LISTED_FACETS, collect_facet, count_years, pack_documents
from plugins.search.texts.lexicon import SymbolText, build_lexicon
from plugins.search.texts.pieces import count_pieces, cut_pieces
from plugins.search.texts.readings import collect_names, make_pinyin, make_rare, simplify_characters
from plugins.search.texts.texts import pack_names, pack_texts, spell_heads
from plugins.system.memo import Memo


def write_texts(
    documents: list[SearchDocument],
    corpus: Corpus,
    heads: list[str],
    folder: IndexFolder,
    cache: Path | None,
) -> dict[str, object]:
    """Write the articles' text and how it may be typed; return the manifest's members for both."""
    memo = Memo(cache and cache / "texts" / name_kept())
    text = build_lexicon(corpus, "".join(heads), find_withheld(documents, corpus.printed_lengths))
    terms, pieces = corpus.term_counts[:, 2], cut_pieces(corpus, text)
    spelled = spell_heads(text, heads, pieces)
    shards = pack_texts(text, spelled, terms.tolist(), pieces, memo)
    members = {
        **describe_lexicon(text.lexicon),
        "texts": folder.write_family("texts", shards),
        "names": folder.write_family("names", pack_names(text, spelled, memo)),
        "namesPerShard": NAME_SHARD_DOCUMENTS,
        "textShardTerms": TEXT_SHARD_TERMS,
        "pieceLength": PIECE_LENGTH,
        **_write_readings(documents, text, folder, memo),
    }
    memo.keep()
    return members


def _write_readings(
    documents: list[SearchDocument], text: SymbolText, folder: IndexFolder, memo: Memo
) -> dict[str, object]:
    """Write how else the text may be typed; return the manifest's members for it."""
    alphabet, names = text.lexicon.alphabet, collect_names(documents)
    printed, others = simplify_characters(alphabet)
    usual = recall_characters(fold_alphabet(alphabet), memo)
    sounds = pack_sounds(names, text.vocabulary, usual, memo)
    return {
        "pinyin": folder.write_json("pinyin", make_pinyin(text.lexicon, names, usual, memo)),
        "rare": folder.write_json("rare", make_rare(alphabet, memo)),
        "traditional": folder.write_json("traditional", encode_json(others)),
        "simplified": printed,
        "sounds": folder.write_family("sounds", sounds),
        "soundShards": len(sounds),
    }


def write_numbers(
    documents: list[SearchDocument],
    corpus: Corpus,
    folder: IndexFolder,
    executor: Executor,
    cache: Path | None,
) -> dict[str, object]:
    """Write which articles have which numbers; return the manifest's members for it."""
    file = cache and cache / "numbers" / name_kept()
    shards = pack_numbers(collect_numbers(documents, corpus.names, executor, file))
    return {"numbers": folder.write_family("numbers", shards), "numberShards": len(shards)}


def write_tables(tables: SearchTables, folder: IndexFolder) -> dict[str, object]:
    """Write what names mean; return the manifest's members for it and for the tables."""
    directory = pack_directory(tables.things)
    return {
        "kindParents": tables.kind_parents,
        "aliases": tables.aliases,
        "surnames": " ".join(tables.surnames),
        "directory": folder.write_family("directory", directory),
        "directoryShards": len(directory),
    }


def write_documents(
    documents: list[SearchDocument], corpus: Corpus, folder: IndexFolder
) -> dict[str, object]:
    """Write the table of the documents; return the manifest's members for it."""
    facets = {key: collect_facet(documents, key) for key in LISTED_FACETS}
    table = pack_documents(corpus.term_counts[:, 2], list(facets.values()), count_pieces(corpus))
    return {
        "table": folder.write_single("documents", table),
        "facetNames": {key: facet.names for key, facet in facets.items()},
        "years": count_years(documents),
        "dates": folder.write_single("dates", pack_dates(documents)),
    }


def write_dictionary(
    dictionary: Dictionary, corpus: Corpus, scale: Scale, folder: IndexFolder
) -> dict[str, object]:
    """Write the dictionary's shards; return the manifest's members for them."""
    shards, frequent = dictionary.shards, dictionary.frequent.list_grams(scale.frequent)
    return {
        "frequent": describe_keys(frequent, len(corpus.folded_alphabet)),
        "shards": len(shards),
        "borders": encode_bytes(pack_borders([shard.border for shard in shards[1:]])),
        "group": GROUP,
        "grams": folder.write_family("grams", (shard.content for shard in shards)),
    }
