"""How the generated text (search_news.py) compares with real newspaper text.

`REAL` was measured once on 10,294 real newspaper articles that are not in this repository. What
is: the archive's own articles, against which distinct words are counted in as much text.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray
from rich.table import Table

from plugins.content.front_matter import parse_article
from plugins.search.corpus.documents import SearchDocument
from plugins.search.corpus.folding import fold_text, is_word_character
from plugins.search.corpus.tokens import cut_terms

CONTENT: Final = Path(__file__).parents[1] / "content" / "articles"
REAL: Final = {"characters": 1331, "places": 1030, "bigrams": 699, "all bigrams": 633_801}
LABELS: Final = {
    "characters": "characters an article",
    "places": "bigrams an article, counted each time",
    "bigrams": "different bigrams an article",
    "all bigrams": "different bigrams in all (real: in 10,294 articles)",
}


def compare_text(documents: Sequence[SearchDocument]) -> Table:
    """Return a table of the documents' figures beside those of real text."""
    table = Table("generated text", "here", "real")
    figures = _measure_bigrams([fold_text(document.body) for document in documents])
    for key, label in LABELS.items():
        table.add_row(label, f"{figures[key]:,.0f}", f"{REAL[key]:,}")
    own = "\n".join(_read_bodies())
    generated = "\n".join(document.body for document in documents)[: len(own)]
    mine, theirs = (len(set(cut_terms(text))) for text in (generated, own))
    table.add_row(f"different words in {len(own):,} characters", f"{mine:,}", f"{theirs:,}")
    return table


def _read_bodies() -> list[str]:
    files = sorted(CONTENT.rglob("*.md"))
    return [parse_article(file.read_text("utf-8"), file)[1] for file in files]


def _measure_bigrams(texts: Sequence[str]) -> dict[str, float]:
    codes = np.frombuffer("\n".join(texts).encode("utf-32-le"), dtype=np.uint32).astype(np.int64)
    lengths = [len(text) + 1 for text in texts]
    article = np.repeat(np.arange(len(texts)), lengths)[: len(codes)]
    inside = _tell_words(codes)
    pairs = np.flatnonzero(inside[:-1] & inside[1:])
    numbers, distinct = _number(codes[pairs] << 21 | codes[pairs + 1])
    in_articles = len(np.unique(article[pairs] << 32 | numbers))
    return {
        "characters": sum(map(len, texts)) / len(texts),
        "places": len(pairs) / len(texts),
        "bigrams": in_articles / len(texts),
        "all bigrams": distinct,
    }


def _tell_words(codes: NDArray[np.int64]) -> NDArray[np.bool_]:
    distinct, which = np.unique(codes, return_inverse=True)
    return np.array([is_word_character(chr(code)) for code in distinct.tolist()])[which]


def _number(keys: NDArray[np.int64]) -> tuple[NDArray[np.int64], int]:
    distinct, which = np.unique(keys, return_inverse=True)
    return which, len(distinct)
