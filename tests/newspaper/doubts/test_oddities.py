"""What is odd of an article as a whole is measured: its sections, its joins, lines within it."""

from plugins.newspaper.conversion import read_pieces
from plugins.newspaper.doubts.oddities import Oddities
from plugins.newspaper.doubts.page_drafts import PageDrafts
from plugins.newspaper.outline import outline_page
from plugins.newspaper.roles import Role

NEWS = (
    "陶家旺办起豆腐坊",
    "本报讯（记者 廖启明）陶家旺的豆腐坊去年卖出豆腐四十六万斤，带着十九户邻居一起磨豆子。",
    "他说，今年还要再添两台石磨，把邻村的黄豆也收过来。",
)
OTHER = ("县医院引进新设备", "本报讯（通讯员 施亮）近日，县医院引进核磁共振，群众看病更方便了。")


def look_at(*lines: str) -> PageDrafts:
    """Read a page of these lines."""
    evidence = read_pieces("\n\n".join(lines).encode(), "页.txt").evidence
    assert evidence is not None
    return PageDrafts(outline_page(evidence))


def test_all_drafts_are_measured_alike() -> None:
    """Each article has as many numbers as any, with a headline and second paragraph or without."""
    page = look_at(*NEWS, *OTHER, "简讯", "△近日，县残联发放轮椅二十六辆。")
    rows = [Oddities(page).measure(n) for n in range(len(page.drafts))]
    assert len(rows) == 3 and len({len(row) for row in rows}) == 1
    assert all(isinstance(x, float) for row in rows for x in row)


def test_headlines_are_no_nearer_to_text_than_text_to_headlines() -> None:
    """The best reading in which a story begins with its headline is better than any other."""
    page = look_at(*NEWS, *OTHER)
    roles = page.outline.reading.roles
    gains = page.others.gains
    assert all(gains[i] > 0 for i, role in enumerate(roles) if role is Role.TITLE)
    assert all(gains[i] < 0 for i, role in enumerate(roles) if role is Role.START)


def test_a_reader_less_sure_is_nearer_to_even() -> None:
    """With a part of the evidence a beginning is told the same, but less surely."""
    page = look_at(*NEWS, *OTHER)
    (soft, _), sure = page.others.weigh_beginning(3), page.margins[1].opening[0]
    assert 0 < soft < -sure
