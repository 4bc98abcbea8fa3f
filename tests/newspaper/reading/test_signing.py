"""Who has written what, by lines of names above and below the text, and by labels."""

import pytest

from plugins.model import Author
from plugins.newspaper import convert_page
from plugins.newspaper.evidence.features import Features
from plugins.newspaper.layout.fragments import Fragment
from plugins.newspaper.reading.segments import Segment, read_all_authors
from plugins.newspaper.roles import Role

NEWS = "近日，白果乡的农民夜校开班，八十六名村民白天采茶，晚上跟着老师傅学习手工炒茶的手艺。"
MORE = "据了解，夜校每周上两次课，全乡已有三百多人学到了手艺，今年还要办到每一个村里去。"


@pytest.mark.parametrize(
    "form", ["团县委 {}", "{}", "青河县融媒体中心　{}", "供稿人：{}", "□县妇联 {}"]
)
@pytest.mark.parametrize("above", [True, False])
def test_whoever_several_stories_name_alike_has_written_them(form: str, above: bool) -> None:
    """Lines of names that stand alike on a page sign its stories, whatever stands before them."""
    lines: list[str] = []
    for place, name in (("白果", "王明"), ("石潭", "李秀兰"), ("青河", "周亮")):
        text, signed = NEWS.replace("白果", place), form.format(name)
        lines += [f"{place}乡办起农民夜校", *([signed, text] if above else [text, signed])]
    page = convert_page("\n\n".join(lines).encode(), "页.txt")
    told = [(a.title, len(a.body), [x.name for x in a.authors]) for a in page.articles]
    assert told == [
        ("白果乡办起农民夜校", 1, ["王明"]),
        ("石潭乡办起农民夜校", 1, ["李秀兰"]),
        ("青河乡办起农民夜校", 1, ["周亮"]),
    ]


def test_who_took_the_picture_has_made_a_photo_story() -> None:
    """A story that names nobody but its photographer, in a line behind it, is his."""
    page = convert_page(f"夜校开班\n\n{NEWS}\n\n{MORE}\n\n（本报记者 李明 摄）".encode(), "页.txt")
    assert [(a.name, a.role) for a in page.articles[0].authors] == [("李明", "记者")]


def test_roles_within_the_text_say_more_than_a_byline() -> None:
    """Names above the text have the roles that its dateline gives them."""
    text = NEWS.replace("近日", "本报讯（记者 李明 通讯员 周亮）近日")
    page = convert_page(f"夜校开班\n\n作者：李明、周亮\n\n{text}".encode(), "页.txt")
    assert [(a.name, a.role) for a in page.articles[0].authors] == [
        ("李明", "记者"),
        ("周亮", "通讯员"),
    ]


@pytest.mark.parametrize("first", [0, 7])
def test_the_first_role_within_a_text_counts(first: int) -> None:
    """Whatever the numbers of its lines, a text's opening says more of its author than its end."""
    lines = ["李明"] * 9
    lines[first], lines[first + 1] = f"本报讯（记者 李明）{NEWS}", f"{MORE}（通讯员 李明）"
    page = [Features(Fragment(s, (n,), parts=(s,), reading=s)) for n, s in enumerate(lines)]
    segment = Segment({Role.BYLINE: [6]}, [first, first + 1])
    assert read_all_authors(segment, page) == (Author(name="李明", role="记者"),)


def test_a_databases_marks_say_what_its_lines_are() -> None:
    """<标题>, <作者> and <正文> say what an article's parts are, and are none of its words."""
    head = ["<标题>白果夜校开班", "<作者>李明", "<来源>青河日报", "<日期>2021-05-06", "<正文>"]
    page = convert_page("\n".join([*head, NEWS, MORE]).encode(), "页.txt")
    (article,) = page.articles
    assert (article.title, [a.name for a in article.authors]) == ("白果夜校开班", ["李明"])
    assert [block.text for block in article.body] == [NEWS, MORE]
