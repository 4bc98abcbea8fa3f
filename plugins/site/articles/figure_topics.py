"""What a figure is about by itself: its own sentence and the sub-headline above it.

An article tells of many things; a number in it is of the topic that its sentence speaks of. The
words and their weights are those of content/data/topics.yaml. A sentence needs one word that is
clearly of a topic; of one that the whole article has, any word will do.
"""

from collections.abc import Collection, Sequence
from functools import cache

from plugins.chinese.expressions import compile_late
from plugins.chinese.reading_form import make_reading_form
from plugins.model import Block, Figure
from plugins.subjects import Topic, TopicTerms

#: What one word of a sentence must weigh: it is clearly of the topic.
CLEAR = 2.0
#: What its words must weigh together for a topic of the article.
SUPPORTED = 1.0
#: What those of a sub-headline must, for all that stands under it.
HEADLINE = 3.0
_ENDS = compile_late(r"[。！？!?；\n]")


def add_topics(
    figures: Sequence[Figure],
    blocks: Sequence[Block],
    terms: TopicTerms,
    of_article: Collection[str],
) -> tuple[Figure, ...]:
    """Return the figures with the topics that their words give; what an editor wrote stays.

    `of_article` are the names of the topics that the article has.
    """
    text = "\n".join(block.text for block in blocks) if figures else ""

    @cache
    def weigh(words: str) -> tuple[tuple[str, list[float]], ...]:
        read = make_reading_form(words, join_blanks=True).text
        spoken = terms.find_spoken(read)
        fitting = (topic for topic in spoken if not topic.needs or topic.need.search(text))
        return tuple((topic.name, _weigh(topic, read)) for topic in fitting)

    def find(figure: Figure) -> tuple[str, ...]:
        own = weigh(_sentence(figure, blocks))
        told = [name for name, weights in own if _is_told(weights, name in of_article)]
        above = weigh(_headline(figure, blocks))
        told += [name for name, weights in above if sum(weights) >= HEADLINE]
        return tuple(dict.fromkeys(told))

    return tuple(
        figure if figure.topics else figure.model_copy(update={"topics": find(figure)})
        for figure in figures
    )


def _weigh(topic: Topic, words: str) -> list[float]:
    return [topic.terms[term] for term in set(topic.pattern.findall(words))]


def _is_told(weights: Sequence[float], is_of_article: bool) -> bool:
    """Tell whether a sentence with words of these weights is of a topic."""
    return max(weights, default=0.0) >= CLEAR or (is_of_article and sum(weights) >= SUPPORTED)


def _sentence(figure: Figure, blocks: Sequence[Block]) -> str:
    """Return the sentence that a figure stands in, "" when its block is gone."""
    if figure.paragraph >= len(blocks):
        return ""
    text = blocks[figure.paragraph].text
    before = [match.end() for match in _ENDS.finditer(text, 0, figure.start)]
    after = _ENDS.search(text, figure.end)
    return text[before[-1] if before else 0 : after.start() if after else len(text)]


def _headline(figure: Figure, blocks: Sequence[Block]) -> str:
    """Return the sub-headline above a figure, "" when there is none."""
    above = blocks[: figure.paragraph]
    return next((block.text for block in reversed(above) if block.type == "heading"), "")
