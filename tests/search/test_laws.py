"""Laws that hold for whatever is indexed and asked."""

import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plugins.search.corpus.documents import SearchDocument
from plugins.search.corpus.folding import fold_text, is_word_character
from tests.amounts import choose
from tests.search.conftest import build

EXAMPLES = choose(8, 1000)
#: Few different characters make runs meet; marks, digits, widths and planes are among them.
CHARACTERS = "浔滨区贫困户脱茶abＡ1２.~-%，。、“” \n\t·𠮷①ｱ"
TEXTS = st.text(st.sampled_from(CHARACTERS), max_size=60)
#: Up to more of them than candidates are compared with their text (runs.js, VERIFIED).
DOCUMENTS = st.lists(st.tuples(TEXTS, TEXTS, TEXTS), min_size=1, max_size=40)


def _runs(texts: list[str], chance: st.DataObject) -> list[str]:
    """Draw runs of word characters out of texts, and some that may stand nowhere."""
    stretches = [
        text[start : start + size]
        for text in texts
        for start in range(len(text))
        for size in range(1, 13)
        if len(text) >= start + size
    ]
    words = [s for s in stretches if all(map(is_word_character, fold_text(s)))]
    drawn = chance.draw(st.lists(st.sampled_from(words or ["贫困"]), max_size=60))
    return [*drawn, "浔滨区贫", "户脱茶", "𠮷a", "12.1"]


@settings(
    max_examples=EXAMPLES,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(DOCUMENTS, st.integers(2, 9), st.data())
def test_recall_is_whole(
    parts: list[tuple[str, str, str]], frequent: int, chance: st.DataObject
) -> None:
    """Exactly the articles in which a naive scan finds a run are its literal results."""
    documents = [
        SearchDocument(url=f"{n}.html", title=title, byline=byline, body=body)
        for n, (title, byline, body) in enumerate(parts)
    ]
    runs = _runs([text for fields in parts for text in fields], chance)
    with tempfile.TemporaryDirectory() as folder:
        index = build(Path(folder) / "search", documents, frequent)
        answers = index.ask(*((run, {"limit": 100, "passages": 0}) for run in runs))
    for run, answer in zip(runs, answers, strict=True):
        assert "error" not in answer, (run, answer)
        literal = {r["url"] for r in answer["results"] if r["literal"]}
        folded = fold_text(run)
        wanted = {
            f"{n}.html"
            for n, fields in enumerate(parts)
            if any(folded in fold_text(text) for text in fields)
        }
        assert literal == wanted, run


@settings(max_examples=EXAMPLES, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(st.text(max_size=40) | st.text(st.sampled_from('贫困 "-+*~^:：标题县1.'), max_size=20))
)
def test_any_query_gets_an_answer(queries: list[str]) -> None:
    """No query, however odd, is an error, and totals and facets agree with the results."""
    documents = [
        SearchDocument(url="a.html", title="贫困", body="标题：县1.1贫困户", counties=("浔滨区",)),
        SearchDocument(url="b.html", title="脱贫", body="不再贫困", counties=("石潭县",)),
    ]
    with tempfile.TemporaryDirectory() as folder:
        index = build(Path(folder) / "search", documents, 6000)
        for query, answer in zip(queries, index.ask(*((q, {}) for q in queries)), strict=True):
            assert "error" not in answer, (query, answer)
            assert answer["total"] == len(answer["results"])
            assert sum(v["count"] for v in answer["facets"]["county"]) == answer["total"]
