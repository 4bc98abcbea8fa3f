"""Frequent grams after an edit: those of a full count."""

from concurrent.futures import ThreadPoolExecutor

import numpy as np
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plugins.search.corpus.corpus import Corpus, read_corpus
from plugins.search.corpus.documents import SearchDocument
from plugins.search.dictionary.alignment import align_documents
from plugins.search.dictionary.changes import IndexedText
from plugins.search.dictionary.frequent import FrequentGrams, find_frequent, renew_frequent
from tests.search.test_laws import EXAMPLES, TEXTS

#: All characters that the texts have, so that the alphabet stays.
ALL = ("浔滨区贫困户脱茶abＡ1２.~-%，。、“” \n\t·𠮷①ｱ" * 3,) * 3


@settings(max_examples=4 * EXAMPLES, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(st.tuples(TEXTS, TEXTS, TEXTS), min_size=1, max_size=9),
    st.lists(st.tuples(TEXTS, TEXTS, TEXTS), min_size=1, max_size=9),
    st.integers(0, 9),
)
def test_frequent_grams_are_renewed_unless_others_are(
    parts: list[tuple[str, str, str]], others: list[tuple[str, str, str]], place: int
) -> None:
    """What was counted, less what is gone and with what has come, is what counting all gives.

    It is counted anew only where other grams are frequent.
    """
    base = [*parts, ALL]
    before, after = (
        read_texts(base),
        read_texts([*base[:place], *others, *base[place + 2 :], base[-1]]),
    )
    texts = IndexedText.of(before), IndexedText.of(after)
    aligned = align_documents(*(text.name_documents() for text in texts))
    kept, anew = find_frequent(before, 9), find_frequent(after, 9)
    if not np.array_equal(before.folded_alphabet, after.folded_alphabet):
        return
    renewed = renew_frequent(kept, *texts, aligned, 9)
    if renewed is None:
        assert differ(kept, anew) or len(anew.counts) > len(kept.counts)
    else:
        assert not differ(renewed, anew)
        assert renewed.longest.tolist() == anew.longest.tolist()


def differ(one: FrequentGrams, other: FrequentGrams) -> bool:
    """Tell whether other symbols or grams are frequent."""
    often = [{int(n) for n in np.flatnonzero(each.counts[0] > 9)} for each in (one, other)]
    return often[0] != often[1] or one.list_grams(9) != other.list_grams(9)


def read_texts(texts: list[tuple[str, str, str]]) -> Corpus:
    """Return the corpus of documents with these titles, bylines and bodies."""
    documents = [
        SearchDocument(url=f"{n}.html", title=title, byline=byline, body=body)
        for n, (title, byline, body) in enumerate(texts)
    ]
    with ThreadPoolExecutor(1) as executor:
        return read_corpus(documents, executor)
