"""Words cut from an article itself, for lines that it does not have: they read as its own would."""

import re
from random import Random

from evaluation.reading.articles import RealArticle
from plugins.chinese.characters import STOPS

#: What opens a sentence and reads on behind a comma, as kickers and subtitles do.
_PAIR = re.compile(
    r"(?<=[。；])[^，。；：、“”（）\s]{2,14}，[^，。；：、“”（）\s]{4,16}(?=[，。；])"
)
_SENTENCE = re.compile(r"(?<=。)[^。！？：“”（）\s]+(?=。)")
_CLAUSE = re.compile(r"(?<=[，。；])[^，。；：、“”（）\s]{4,26}(?=[，。；])")


def list_clauses(article: RealArticle, least: int, most: int, blocks: int = 0) -> list[str]:
    """The clauses of an article's text (of its first `blocks`, where given) of such a length."""
    told = article.blocks[:blocks] if blocks else article.blocks
    clauses = (
        found[0] for kind, text in told if kind != "heading" for found in _CLAUSE.finditer(text)
    )
    return [clause for clause in clauses if least <= len(clause) <= most]


def list_pairs(article: RealArticle) -> list[str]:
    """The openings of an article's sentences that have a comma in them."""
    texts = (text for kind, text in article.blocks if kind == "paragraph")
    return [found[0] for text in texts for found in _PAIR.finditer(text)]


def list_sentences(article: RealArticle, least: int, most: int) -> list[str]:
    """The sentences with a comma of an article's text that have such a length, without stops."""
    texts = (text for kind, text in article.blocks if kind == "paragraph")
    sentences = (sentence for text in texts for sentence in _SENTENCE.findall(text))
    return [s for s in sentences if least <= len(s) <= most and "，" in s]


def cut_text(text: str, least: int) -> str:
    """A text's first sentences, of so many characters at least."""
    end = next((n + 1 for n in range(least, len(text)) if text[n] in STOPS), len(text))
    return text[:end]


def choose_clause(article: RealArticle, random: Random, least: int, most: int) -> str | None:
    """Any clause of such a length; None where the article has none."""
    clauses = list_clauses(article, least, most)
    return random.choice(clauses) if clauses else None
