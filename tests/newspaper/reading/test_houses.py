"""Articles are varied as newspapers print them, and nothing of their headlines is lost by that."""

from random import Random

from evaluation.reading.articles import RealArticle, own_pages
from evaluation.reading.houses.clauses import list_sentences
from evaluation.reading.houses.extras import add_extras
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


def test_some_pages_begin_with_a_note() -> None:
    """Above the headlines of some pages stands what they are about; all their articles follow."""
    begun = [add_extras(ARTICLES, Random(seed)) for seed in range(100)]  # noqa: S311 - repeatable
    noted = [made for made in begun if made[0].name == "note"]
    assert 2 <= len(noted) <= 20
    assert all([a.name for a in made[1:]] == [a.name for a in ARTICLES] for made in noted)
    assert all(made[0].blocks[0][0] == "brief" for made in noted)


def test_what_stands_below_a_headline_may_be_a_sentence() -> None:
    """Sentences with a comma of a text are known without what speech or a colon opens."""
    text = "夜校开班了。村民白天采茶，晚上学炒茶。他说：“好，真好。”茶园又添新苗，产量翻番。"
    article = RealArticle("news", (("title", "夜校"),), (("paragraph", text),))
    assert list_sentences(article, 6, 20) == ["村民白天采茶，晚上学炒茶"]
