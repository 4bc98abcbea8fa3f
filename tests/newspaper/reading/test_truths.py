"""Pages with their truth beside them become real pages, which may be laid out in other ways."""

from pathlib import Path

from evaluation.reading.truths import read_truths

PAGES = Path(__file__).parents[1] / "pages"


def test_a_page_has_the_heads_and_texts_of_its_truth() -> None:
    """Each line of a head keeps its part, a byline stands above the text, a brief has no head."""
    pages = {page.name: page.articles for page in read_truths(PAGES)}
    first = pages["18-kickers"][0]
    assert [role for role, _ in first.heads] == ["kicker", "title"]
    assert [kind for kind, _ in first.blocks] == ["byline", "paragraph", "paragraph"]
    briefs = [a for a in pages["14-thirty-briefs"] if not a.heads]
    assert all(brief.blocks[0][0] == "brief" for brief in briefs)
    two = pages["20-title-two-lines"][0]
    assert [role for role, _ in two.heads] == ["title", "title"]
