"""Words: what counts as a term, and that both packages that cut agree."""

from collections.abc import Iterable, Iterator

import pytest

from plugins.search.folding import fold_text
from plugins.search.tokens import cut_terms, is_term, load_cutter
from tests.structure.sources import ROOT

#: rjieba's statistics for unknown words differ in places: by a few runs of rare characters.
FLOOR = 0.97


def test_terms_are_words_without_marks() -> None:
    """Marks and blanks are no terms; figures stay whole; widths and cases fold."""
    assert cut_terms("汉滨区，ＰＭ２.５（8.46亿元） 。") == ["汉滨区", "pm2.5", "8.46", "亿元"]


def test_both_packages_cut_alike() -> None:
    """At least FLOOR of the words of this archive's articles are the same with either package."""
    pytest.importorskip("rjieba")
    same = total = 0
    for path in sorted((ROOT / "content/articles").rglob("*.md")):
        text = fold_text(path.read_text(encoding="utf-8"))
        one, other = (set(_words(load_cutter(name)(text))) for name in ("jieba", "rjieba"))
        same += len(one & other)
        total += len(one)
    assert same / total >= FLOOR


def _words(tokens: Iterable[str]) -> Iterator[tuple[int, str]]:
    start = 0
    for token in tokens:
        if is_term(token):
            yield start, token
        start += len(token)
