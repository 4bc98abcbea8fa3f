"""What a figure is about by itself: its own sentence and the sub-headline above it.

An article tells of many things; a number in it is of the topic that its sentence speaks of. The
words and their weights are those of content/data/topics.yaml.
"""

import re
from collections.abc import Iterable, Sequence
from functools import cache

from plugins.chinese.reading_form import make_reading_form
from plugins.model import Block, Figure
from plugins.subjects import Topic

#: What the words of a sentence must weigh together: one that is clearly of the topic (2).
SENTENCE = 2.0
#: What those of a sub-headline must, for all that stands under it.
HEADLINE = 3.0
_ENDS = re.compile(r"[。！？!?；\n]")


def add_topics(
    figures: Iterable[Figure], blocks: Sequence[Block], topics: Sequence[Topic]
) -> tuple[Figure, ...]:
    """Return the figures with the topics that their words give; what an editor wrote stays."""
    text = "\n".join(block.text for block in blocks)
    fitting = tuple(t for t in topics if not t.needs or any(need in text for need in t.needs))

    @cache
    def name_topics(words: str, least: float) -> tuple[str, ...]:
        read = make_reading_form(words, join_blanks=True).text
        return tuple(topic.name for topic in fitting if _weigh(topic, read) >= least)

    def find(figure: Figure) -> tuple[str, ...]:
        own = name_topics(_sentence(figure, blocks), SENTENCE)
        above = name_topics(_headline(figure, blocks), HEADLINE)
        return tuple(dict.fromkeys((*own, *above)))

    return tuple(
        figure if figure.topics else figure.model_copy(update={"topics": find(figure)})
        for figure in figures
    )


def _weigh(topic: Topic, words: str) -> float:
    return sum(topic.terms[term] for term in set(topic.pattern.findall(words)))


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
