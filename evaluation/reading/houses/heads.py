"""Heads as houses print them: what stands above a headline, what below, and on how many lines."""

from collections.abc import Sequence
from dataclasses import replace
from random import Random

from evaluation.reading.articles import Head, RealArticle
from evaluation.reading.houses.clauses import list_clauses, list_pairs, list_sentences
from plugins.chinese.words.dictionary import load_dictionary

#: The manners of heads, as often as each is sampled for a page.
MANNERS = (
    *["as printed"] * 7, *["subtitles"] * 4, *["split"] * 5, *["bare"] * 3, "plain", "plain",
    *["long subtitles"] * 3, "decks", "decks",
)  # fmt: skip
#: Of a page's articles so many get a line more in their head.
_MORE = 0.2
_COLON_PAGES = 0.3
#: A headline of fewer characters stands on one line.
_LONG_TITLE = 11
#: One of fewer than these never stands on three.
_THREE_LINES = 21
_ORNAMENTS = "—―-：: "
#: The characters of a sentence that stands below a headline as what the text is about.
_DECK = (26, 80)


def vary_heads(articles: Sequence[RealArticle], random: Random) -> list[RealArticle]:
    """The articles of one page with heads in the manner of one house."""
    manner = random.choice(MANNERS)
    made = [_add_line(a, random) if random.random() < _MORE else a for a in articles]
    made = [_vary(a, manner, random) for a in made]
    return [_close_kicker(a) for a in made] if random.random() < _COLON_PAGES else made


def _vary(article: RealArticle, manner: str, random: Random) -> RealArticle:
    heads = article.heads
    if manner == "bare":
        heads = tuple(head for head in heads if head[0] == "title")
    elif manner == "subtitles":
        heads = _put_below(heads)
    elif manner == "long subtitles":
        texts = list_clauses(article, 14, 26) + list_pairs(article)
        heads = _put_below_title(heads, texts, random)
    elif manner == "decks":
        heads = _put_below_title(heads, list_sentences(article, *_DECK), random)
    elif manner == "plain":
        heads = tuple((role, text.strip(_ORNAMENTS) or text) for role, text in heads)
    elif manner == "split":
        heads = tuple(line for head in heads for line in _split(head, random))
    return replace(article, heads=heads)


def _put_below(heads: Sequence[Head]) -> tuple[Head, ...]:
    """A head whose kicker is printed below its headline, as a plain subtitle."""
    title = [head for head in heads if head[0] == "title"]
    others: list[Head] = [
        ("subtitle", text.strip(_ORNAMENTS) or text) for role, text in heads if role != "title"
    ]
    return (*title, *others[:1])


def _put_below_title(
    heads: tuple[Head, ...], texts: Sequence[str], random: Random
) -> tuple[Head, ...]:
    """A headline with one of these texts below it; the head as it is where either lacks."""
    title = tuple(head for head in heads if head[0] == "title")
    return (*title, ("subtitle", random.choice(texts))) if title and texts else heads


def _split(head: Head, random: Random) -> list[Head]:
    """A headline on two lines or three: parted at its blanks, or between two words."""
    role, text = head
    parts = text.split()
    if role != "title" or len(text) < _LONG_TITLE:
        return [head]
    if len(parts) == 1:
        count = 3 if len(text) >= _THREE_LINES and random.random() < 0.5 else 2
        parts = _part(text, count, random)
    return [(role, part) for part in parts]


def _part(text: str, count: int, random: Random) -> list[str]:
    """A text parted into so many lines, each but the last ending near where even lines would."""
    if count < 2:
        return [text]
    words = load_dictionary().make_cutter().cut(text)
    ends = [sum(map(len, words[:n])) for n in range(1, len(words))]
    near = [n for n in ends if abs(n - len(text) / count) <= len(text) / 5]
    if not near:
        return [text]
    at = random.choice(near)
    return [text[:at], *_part(text[at:], count - 1, random)]


def _add_line(article: RealArticle, random: Random) -> RealArticle:
    """An article with a clause of its own as one more kicker or subtitle."""
    clauses = list_clauses(article, 8, 20, blocks=4) + list_pairs(article)[:2]
    if not clauses or not article.heads:
        return article
    clause = random.choice(clauses)
    at = next((n for n, head in enumerate(article.heads) if head[0] == "title"), 0)
    has_kicker, has_subtitle = at > 0, at + 1 < len(article.heads)
    if has_kicker and has_subtitle:
        return article
    new: Head
    if has_subtitle or (not has_kicker and random.random() < 0.5):
        new = ("kicker", clause + random.choice(("", "", "——", "：")))
    else:
        new, at = ("subtitle", random.choice(("", "", "——")) + clause), at + 1
    return replace(article, heads=(*article.heads[:at], new, *article.heads[at:]))


def _close_kicker(article: RealArticle) -> RealArticle:
    """An article whose kicker leads to its headline by a colon, as most papers print it."""
    heads = tuple(
        (role, f"{text}：" if role == "kicker" and text[-1].isalpha() else text)
        for role, text in article.heads
    )
    return replace(article, heads=heads)
