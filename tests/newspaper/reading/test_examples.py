"""Pages to learn from: parts that share nothing, every page shown."""

from evaluation.reading.articles import RealPage
from evaluation.reading.examples import PARTS, choose_part, choose_printed

PAGES = [RealPage(f"day {n // 2}", f"page {n}", ()) for n in range(4 * PARTS)]


def test_parts_share_no_day() -> None:
    """What is learned from some parts can be judged by the others: no day is in two."""
    parts = [choose_part(PAGES, part) for part in range(PARTS)]
    assert sorted(page.name for part in parts for page in part) == sorted(p.name for p in PAGES)
    assert all(
        {page.day for page in part}.isdisjoint(page.day for page in other)
        for n, part in enumerate(parts)
        for other in parts[:n]
    )


def test_fewer_days_than_parts_are_shown_in_all() -> None:
    """A single page is the page of every part."""
    assert all(choose_part(PAGES[:1], part) == PAGES[:1] for part in range(PARTS))


def test_every_page_is_shown_as_printed_as_often_as_others() -> None:
    """Of fifty turns twenty are of pages as printed: of ten pages each is shown twice."""
    shown = [page.name for turn in range(50) if (page := choose_printed(PAGES[:10], turn))]
    assert sorted(shown) == sorted(page.name for page in PAGES[:10] for _ in (0, 1))
