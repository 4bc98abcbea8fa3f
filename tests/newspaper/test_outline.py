"""What a page's reading comes to: every text that an article has stays with one."""

from plugins.newspaper.outline import Draft, keep_reached
from plugins.newspaper.reading.segments import Segment
from plugins.newspaper.reading.stitching import Link


def test_text_of_no_article_takes_none_from_one() -> None:
    """A line above all headlines that no article has draws no text out of an article to it."""
    stray, own = Link(0, 4, 2.0, moved=True), Link(3, 7, 2.0, moved=True)
    rest = Link(8, 9, 6.0, moved=False)
    drafts = [Draft(Segment(), (2, 3, 7), ())]
    assert keep_reached([stray, own, rest], drafts) == [own, rest]
