"""How unsure the reading is of an article is told by its margins."""

from plugins.newspaper.conversion import read_pieces
from plugins.newspaper.doubts.margins import PageMargins, find_odds, find_worst
from plugins.newspaper.outline import outline_page

NEWS = (
    "陶家旺办起豆腐坊",
    "本报讯（记者 廖启明）陶家旺的豆腐坊去年卖出豆腐四十六万斤，带着十九户邻居一起磨豆子。",
)
OTHER = ("县医院引进新设备", "本报讯（通讯员 施亮）近日，县医院引进核磁共振，群众看病更方便了。")


def test_margins_of_news_are_low() -> None:
    """Where stories open as news does, it is unlikely that any begins elsewhere."""
    evidence = read_pieces("\n\n".join((*NEWS, *OTHER)).encode(), "页.txt").evidence
    assert evidence is not None
    outline = outline_page(evidence)
    page = PageMargins(outline.reading)
    for draft in outline.drafts:
        margins = page.measure(draft)
        odds = [margins.whole, margins.opening[0], find_worst(margins.within)]
        assert max(odds) < find_odds(0.2)
    below = page.measure(outline.drafts[0]).below
    assert below is not None and below[1] == 2
