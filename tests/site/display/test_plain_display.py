"""Plain text is shown without a parser as it is with one."""

from hypothesis import given
from hypothesis import strategies as st

from plugins.site.display.display import display_parsed
from plugins.site.display.plain_display import display_plainly
from plugins.site.display.stretches import Mark
from plugins.site.settings.glossary import Glossary, Term

GLOSSARY = Glossary((
    Term(slug="long", name="两不愁三保障", explanation="甲"),
    Term(slug="short", name="三保障", explanation="乙"),
))  # fmt: skip
WORDS = st.lists(
    st.sampled_from(["两不愁", "三保障", "修路3.5公里", ",", "a b", "\n", " ", '"', "■", "好."])
).map("".join)
HTML = st.lists(st.builds("<{0}>{1}</{0}>".format, st.sampled_from(["p", "h2"]), WORDS)).map(
    "\n".join
)


@st.composite
def draw_marks(draw: st.DrawFn) -> list[Mark]:
    """Draw figures that do not overlap, in order."""
    ends = sorted(draw(st.sets(st.integers(0, 12), max_size=6)))
    pairs = zip(ends[::2], ends[1::2], strict=False)
    return [Mark(draw(st.integers(0, 1)), a, b, f"f-{a}", '1"<') for a, b in pairs]


@given(HTML, draw_marks(), st.booleans())
def test_same_as_parsed(html: str, marks: list[Mark], is_addressed: bool) -> None:
    """Whatever its words, terms and figures, a plain text's bytes are those of the parser."""
    plain = display_plainly(html, GLOSSARY, "g.html", marks, is_addressed=is_addressed)
    assert plain in (None, display_parsed(html, GLOSSARY, "g.html", marks, (), is_addressed))


def test_markup_is_parsed() -> None:
    """What has elements inside, or entities, is left to the parser."""
    for html in ("<p>甲<b>乙</b></p>", "<p>甲 &amp; 乙</p>", "<ul>\n<li>甲</li>\n</ul>"):
        assert display_plainly(html, GLOSSARY, "g.html", (), is_addressed=True) is None
    assert display_plainly("<p>三保障</p>", GLOSSARY, "g", (), is_addressed=True) is not None
