"""The law that no character of a page is lost, doubled or changed, as one assertion."""

from collections import Counter

from plugins.chinese.reading_form import make_reading_form
from plugins.newspaper import Page
from plugins.newspaper.layout.labels import read_label


def check_page(page: Page, lines: tuple[str, ...]) -> None:
    """Assert that each non-blank line is in one place and that blocks hold their lines' text."""
    placed: Counter[int] = Counter(a.line for a in (*page.furniture, *page.unassigned))
    for article in page.articles:
        heads = article.lines
        placed.update([*heads.kicker, *heads.title, *heads.subtitle, *heads.byline])
        for block in article.body:
            placed.update(block.source_lines)
            told = (read_label(lines[n - 1].strip())[0] for n in block.source_lines)
            printed = "".join(told)
            if block.type == "row":
                printed = printed.replace("|", "").replace("｜", "")
            assert squeezed(block.text) == squeezed(printed)
    for aside in (*page.furniture, *page.unassigned):
        assert squeezed(aside.text) == squeezed(lines[aside.line - 1])
    assert placed == Counter(n for n, line in enumerate(lines, 1) if squeezed(line))


def squeezed(text: str) -> str:
    """Drop what is no printed character: blanks, and what has no reading form."""
    return "".join("".join(c for c in text if make_reading_form(c).text).split())
