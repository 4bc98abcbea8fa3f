"""Lines of heads that are mostly misread are told by their kind."""

from dataclasses import replace

import pytest

from plugins.newspaper.conversion import read_pieces
from plugins.newspaper.doubts.head_doubt_traits import HeadLineTraits
from plugins.newspaper.doubts.page_drafts import PageDrafts
from plugins.newspaper.outline import outline_page
from plugins.newspaper.roles import Role

TEXT = "本报讯（记者 廖启明）陶家旺的豆腐坊去年卖出豆腐四十六万斤，带着十九户邻居一起磨豆子。"


@pytest.mark.parametrize(
    ("second", "role", "suspect"),
    [
        ("——陶家旺和他的十九户邻居", Role.SUBTITLE, False),
        ("陶家旺和他的十九户邻居", Role.SUBTITLE, True),
        ("陶家旺和他的十九户邻居", Role.TITLE_END, True),
    ],
)
def test_a_second_line_is_suspect_unless_a_dash_opens_it(
    second: str, role: Role, suspect: bool
) -> None:
    """A subtitle without a dash is suspect, as is a headline's second line."""
    evidence = read_pieces(
        "\n\n".join(("村里办起豆腐坊", second, TEXT)).encode(), "页.txt"
    ).evidence
    assert evidence is not None
    outline = outline_page(evidence)
    reading = replace(outline.reading, roles=(Role.TITLE, role, Role.START))
    page = PageDrafts(replace(outline, reading=reading))
    assert HeadLineTraits(page).list_suspects(0) == [False, suspect]


def test_nothing_stands_above_a_pages_first_line() -> None:
    """A subtitle at the page's top is suspect whatever the page ends with."""
    page = "\n\n".join(("陶家旺和他的十九户邻居", "村里办起豆腐坊", TEXT)).encode()
    evidence = read_pieces(page, "页.txt").evidence
    assert evidence is not None
    outline = outline_page(evidence)
    roles = (Role.SUBTITLE, Role.TITLE, Role.SUBTITLE)
    read = replace(outline, reading=replace(outline.reading, roles=roles))
    assert HeadLineTraits(PageDrafts(read)).list_suspects(0)[0]
