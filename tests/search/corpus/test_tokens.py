"""Words: what counts as a term, and that both packages that cut agree."""

from collections.abc import Iterable, Iterator

import pytest

from plugins.newspaper.sources.formats import read_raw_page
from plugins.search.corpus.folding import fold_text
from plugins.search.corpus.tokens import cut_terms, is_term, load_cutter
from tests.structure.sources import ROOT

#: The share of paragraphs whose words are all the same with either package.
FLOOR = 0.98


def test_terms_are_words_without_marks() -> None:
    """Marks and blanks are no terms; figures stay whole; widths and cases fold."""
    assert cut_terms("浔滨区，ＰＭ２.５（8.46亿元） 。") == ["浔滨区", "pm2.5", "8.46", "亿元"]


def test_both_packages_cut_alike() -> None:
    """At least FLOOR of the paragraphs of real and of damaged pages have the same words."""
    pytest.importorskip("rjieba")
    pages = [*(ROOT / "content/raw").glob("*.txt"), *(ROOT / "tests/newspaper/pages").glob("*.txt")]
    texts = {
        fold_text(line)
        for page in pages
        for line in read_raw_page(page.read_bytes(), page.name).lines
    }
    one, other = (load_cutter(name) for name in ("jieba", "rjieba"))
    alike = [set(_words(one(text))) == set(_words(other(text))) for text in sorted(texts)]
    assert len(alike) > 300
    assert sum(alike) / len(alike) >= FLOOR


def test_packages_differ_in_hyphens() -> None:
    """What differs is known: rjieba keeps Latin words and numbers with - or _ in one piece."""
    pytest.importorskip("rjieba")
    text = "covid-19和2018-2019年user_name"
    assert cut_terms(text, load_cutter("jieba"))[:2] == ["covid", "19"]
    assert cut_terms(text, load_cutter("rjieba"))[:3] == ["covid-19", "和", "2018-2019"]


def _words(tokens: Iterable[str]) -> Iterator[tuple[int, str]]:
    start = 0
    for token in tokens:
        if is_term(token):
            yield start, token
        start += len(token)
