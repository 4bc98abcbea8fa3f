"""The project's own articles, set as real pages are, come out whole; floors never drop silently."""

import pytest

from evaluation.reading.articles import own_pages
from evaluation.reading.layouts import MEASURED, Layout, lay_out
from evaluation.reading.scores import Counts, score_page
from plugins.newspaper import convert_page

#: Just below what was measured, articles cut right (F1). They are harder than most: verse, letters,
#: notices, lists, briefs without dateline or byline.
FLOORS = {"blank lines": 0.99, "wrapped 21": 0.99, "moved": 0.88}
#: Of articles cut wrong at least so many are told, of those cut right at most so many; every join
#: with a moved tail is.
WRONG_TOLD = 0.6
RIGHT_TOLD = {"blank lines": 0.25, "wrapped 21": 0.25, "moved": 0.45}
LAYOUTS = [layout for layout in MEASURED if layout.name in FLOORS]


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
def test_articles_come_out_whole(layout: Layout) -> None:
    """As many articles as the floor asks have exactly their own lines, in reading order."""
    counts = Counts()
    for page in own_pages():
        laid = lay_out(page, layout, "tested")
        counts.add(score_page(laid, convert_page(laid.text.encode(), "页.txt")))
    assert counts.f1(counts.cut) >= FLOORS[layout.name], counts.worst
    assert counts.wrong_told >= WRONG_TOLD * counts.wrong
    assert counts.right_told <= RIGHT_TOLD[layout.name] * (counts.found - counts.wrong)
    assert counts.unassigned <= 0.005 * counts.characters
