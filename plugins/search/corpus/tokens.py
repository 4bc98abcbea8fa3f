"""Cutting text into words: the terms that lunr scores.

Words are cut from folded text by jieba's algorithm. rjieba, its Rust port, is more than ten
times faster and is used where it is installed; `engine_name` tells which one cut.
A token is a term when it holds a Han character, a letter or a digit, is one run of the index
(folding.is_linked) and is not longer than LONGEST_TERM; longer ones (addresses of the web,
mostly) are found as runs of characters.
"""

import importlib
import importlib.util
from collections.abc import Callable, Iterable
from itertools import pairwise

from plugins.search.corpus.folding import LETTER, character_class, fold_text, is_linked

LONGEST_TERM = 16

Cutter = Callable[[str], Iterable[str]]


def engine_name() -> str:
    """Return the name of the package that cuts: rjieba, or jieba where that has no wheel."""
    return "rjieba" if importlib.util.find_spec("rjieba") else "jieba"


def load_cutter(name: str | None = None) -> Cutter:
    """Return the function that cuts a string into words whose concatenation is the string."""
    module = importlib.import_module(name or engine_name())
    if module.__name__ == "jieba":
        module.setLogLevel("ERROR")
    cut: Cutter = module.cut
    return cut


def is_term(token: str) -> bool:
    """Tell whether a folded token is a term of the index."""
    classes = list(map(character_class, token))
    return (
        len(token) <= LONGEST_TERM
        and max(classes) >= LETTER
        and all(is_linked(left, right) for left, right in pairwise(classes))
    )


def cut_terms(text: str, cutter: Cutter | None = None) -> list[str]:
    """Return the terms of a field in reading order, as the index holds them."""
    cut = cutter or load_cutter()
    return [token for token in cut(fold_text(text)) if is_term(token)]
