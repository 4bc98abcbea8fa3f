"""The converter recovers whole articles from damaged pages; these floors never drop silently."""

import pytest

from evaluation.pages.damage import MODES, Mode, sample_page
from evaluation.pages.naive import split_naively
from evaluation.pages.printed_page import Truth
from evaluation.pages.recovery import Score, body_text, page_report, score_page
from evaluation.pages.stories import own_stories
from plugins.newspaper import convert_page

#: Just below what was measured on these articles, which are harder than most: one-paragraph
#: briefs without dateline or byline, verse, letters, notices, sub-headlines like headlines.
FLOORS: dict[Mode, float] = {
    "clean": 0.97,
    "column-cut": 0.91,
    "reordered": 0.76,
    "noisy": 0.87,
    "hard-wrapped": 0.94,
}
PAGES = 12


@pytest.mark.parametrize("mode", MODES)
def test_articles_recovered(mode: Mode) -> None:
    """The article F1 over the fixed sample of each mode's pages is at or above its floor."""
    score = Score()
    for seed in range(PAGES):
        page = sample_page(own_stories(), mode, seed)
        score.add(score_page(page_report(convert_page(page.text.encode(), "页.txt")), page.truth))
    assert score.article_f1 >= FLOORS[mode], score.errors.most_common(8)


@pytest.mark.parametrize("mode", MODES)
def test_truth_is_lossless(mode: Mode) -> None:
    """Every non-blank character of a damaged page lies in exactly one place of its truth."""
    for seed in range(PAGES):
        page = sample_page(own_stories(), mode, seed)
        assert characters(page.truth, page.text) == sorted("".join(page.text.split()))


@pytest.mark.parametrize("mode", MODES)
def test_same_seed_same_page(mode: Mode) -> None:
    """A mode and a seed give the same page each time, and another seed another page."""
    assert sample_page(own_stories(), mode, 7) == sample_page(own_stories(), mode, 7)
    assert sample_page(own_stories(), mode, 7) != sample_page(own_stories(), mode, 8)


def test_truth_scores_full_marks() -> None:
    """The truth, compared with itself, is fully recovered and shows no error."""
    truth = sample_page(own_stories(), "noisy", 3).truth
    score = score_page(truth, truth)
    assert (score.article_f1, score.block_f1, score.errors.total()) == (1.0, 1.0, 0)


def test_naive_splitter_fails_where_pages_are_damaged() -> None:
    """The naive splitter does worse on damaged pages than on clean ones: damage is real."""
    scores = {mode: Score() for mode in MODES}
    for mode in MODES:
        for seed in range(PAGES):
            page = sample_page(own_stories(), mode, seed)
            scores[mode].add(score_page(split_naively(page.text), page.truth))
    clean = scores["clean"].article_f1
    assert all(scores[mode].article_f1 < clean for mode in MODES if mode != "clean")
    assert scores["hard-wrapped"].article_f1 < 0.01


def characters(truth: Truth, text: str) -> list[str]:
    """All non-blank characters of the page that the truth accounts for, sorted.

    Heads are counted by their line numbers, bodies by their text.
    """
    lines = text.splitlines()
    heads = [
        lines[n - 1]
        for article in truth["articles"]
        for ns in article["lines"].values()
        for n in ns
    ]
    rest = [place["text"] for place in (*truth["furniture"], *truth["unassigned"])]
    bodies = [block["text"] for article in truth["articles"] for block in article["body"]]
    assert all(body_text(article) for article in truth["articles"])
    return sorted("".join("".join([*heads, *rest, *bodies]).split()))
