"""What is truly wrong of drafts is judged by what was printed, line by line."""

from evaluation.pages.printed_page import Item, Line
from evaluation.reading.judged_drafts import Judge
from evaluation.reading.layouts import LaidPage, Layout
from plugins.newspaper.conversion import read_pieces
from plugins.newspaper.outline import outline_page

NEWS = (
    ("title", "县里修通产业路"),
    ("body", "本报讯（记者 廖启明）近日，县里修通三条产业路，沿线群众出门更方便了，大家都说好。"),
    ("title", "县医院引进新设备"),
    ("body", "本报讯（通讯员 施亮）近日，县医院引进核磁共振，群众看病更方便了，都说不用出县。"),
)


def judge(stories: tuple[int, ...], roles: tuple[str, ...]) -> list[tuple[bool, list[bool]]]:
    """Whether each draft begins where none does, and each line of its head is another part."""
    lines = tuple(
        Line(text, Item(role, text, story))
        for (_, text), story, role in zip(NEWS, stories, roles, strict=True)
    )
    page = LaidPage("page", Layout("plain"), lines)
    evidence = read_pieces(page.text.encode(), "页.txt").evidence
    assert evidence is not None
    outline = outline_page(evidence)
    judged = Judge(page, outline).judge([True] * len(outline.drafts))
    return [(bool(draft.opening), list(draft.heads)) for draft in judged]


def test_beginnings_and_heads_are_judged() -> None:
    """A headline within a story is a wrong beginning, one that is a kicker a wrong part."""
    roles = tuple(role for role, _ in NEWS)
    assert judge((0, 0, 1, 1), roles) == [(False, [False]), (False, [False])]
    assert judge((0, 0, 0, 0), ("title", "body", "body", "body"))[1] == (True, [False])
    assert judge((0, 0, 1, 1), ("title", "body", "kicker", "body"))[1] == (False, [True])
