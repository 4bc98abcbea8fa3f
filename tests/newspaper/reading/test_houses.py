"""Articles are varied as newspapers print them, and nothing of their headlines is lost by that."""

from random import Random

from evaluation.reading.articles import RealArticle, own_pages
from evaluation.reading.houses.headings import vary_headings
from evaluation.reading.houses.heads import vary_heads
from evaluation.reading.houses.variations import vary_articles

SEEDS = range(30)
ARTICLES = [article for page in own_pages()[:2] for article in page.articles]


def read_title(article: RealArticle) -> str:
    """The headline without the blanks that lines may be parted at."""
    return "".join("".join(text.split()) for role, text in article.heads if role == "title")


def test_headlines_on_several_lines_read_as_one() -> None:
    """In every manner the lines of a headline are all of it; some stand on two and on three."""
    found = set()
    for seed in SEEDS:
        made = vary_heads(ARTICLES, Random(seed))  # noqa: S311 - repeatable, not secret
        for article, varied in zip(ARTICLES, made, strict=True):
            assert read_title(varied).strip("—―-：:") == read_title(article).strip("—―-：:")
            found.add(sum(role == "title" for role, _ in varied.heads))
    assert found >= {1, 2}


def test_sub_headlines_leave_the_text_whole() -> None:
    """Whatever sub-headlines a page is given, its paragraphs stay as they are."""
    for seed in SEEDS:
        made = vary_headings(ARTICLES, Random(seed))  # noqa: S311 - repeatable, not secret
        for article, varied in zip(ARTICLES, made, strict=True):
            texts = [[b for b in a.blocks if b[0] != "heading"] for a in (article, varied)]
            assert texts[0] == texts[1]


def test_some_pages_have_short_features() -> None:
    """Where articles are shortened, some keep all their sub-headlines, each with text below it."""
    feature = RealArticle(
        "feature",
        (("title", "茶山夜校"),),
        tuple(
            ("heading" if n % 4 == 0 else "paragraph", f"第{n}段讲夜校的事。" * 4)
            for n in range(12)
        ),
    )
    lengths = set()
    for seed in range(60):
        (made,) = vary_articles([feature], Random(seed))  # noqa: S311 - repeatable, not secret
        kinds = [kind for kind, _ in made.blocks]
        if kinds.count("heading") == 3:
            lengths.add(kinds.count("paragraph"))
    assert lengths >= {3, 6, 9}
