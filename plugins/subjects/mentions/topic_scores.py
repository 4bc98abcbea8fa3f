"""Topics of an article, each with the very words that gave it.

A topic's score is the sum over its terms of weight x occurrences (at most OCCURRENCES_COUNTED,
as a word repeated says little more), words of the title counting TITLE_FACTOR times and those of
the subtitle and sub-headlines HEADING_FACTOR times. An article has a topic when the score
reaches BASE_SCORE, grown with the article's length beyond BASE_LENGTH to the power of GROWTH (a
long article touches many things), and SHARE_OF_BEST of its best topic's score. What a longer
article mentions in passing is no topic of it: one that no headline names must be spoken of in
several words, and in a longer article in several paragraphs. A single word of a headline must be a
clear one.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from plugins.chinese.expressions import compile_late
from plugins.model import Block
from plugins.subjects.mentions.passages import SUBTITLE, TITLE, Passage
from plugins.subjects.tables.topics import Topic, TopicTerms

BASE_SCORE = 5.5
BASE_LENGTH = 600
GROWTH = 0.5
SHARE_OF_BEST = 0.18
MOST_TOPICS = 7
TITLE_FACTOR = 3.0
HEADING_FACTOR = 2.0
OCCURRENCES_COUNTED = 3.0
#: In an article of more characters a topic that no headline names needs so many different words,
#: or so many words in all, or two clear ones, in so many paragraphs (more words may stand in one);
#: in a shorter one WORDS_OF_SHORT.
SHORT = 700
WORDS_OF_SHORT = 2
DIFFERENT_WORDS = 3
WORDS = 3
PARAGRAPHS = 2
#: One word alone, be it of a headline, tells nothing with less weight: 致富路, 斗志.
CLEAR_WORD = 3.0
#: A word of less weight tells nothing by itself; two that weigh so much together are clear.
TELLING = 1.0
CLEAR = 7.0
FEW_PASSAGES = 8
#: In such a share of the paragraphs one of a topic's `needs` must stand, unless a headline has it.
NEEDED_SHARE = 0.12
LISTED_BEFORE = compile_late(r"(?:扶贫|脱贫|帮扶)、$")
LISTED_BEHIND = compile_late(r"、[一-龥]{2}(?:扶贫|脱贫|帮扶)")


@dataclass(frozen=True)
class TopicWord:
    """A word that speaks for a topic, at its place in the article."""

    topic: str
    word: str
    block: int
    start: int
    end: int


@dataclass(frozen=True)
class TopicScore:
    """A topic's score with the words that gave it, in reading order."""

    topic: Topic
    score: float
    words: tuple[TopicWord, ...]


def find_topics(
    passages: Sequence[Passage], blocks: Sequence[Block], terms: TopicTerms
) -> tuple[TopicScore, ...]:
    """Return the article's topics, the strongest first (at most MOST_TOPICS)."""
    headings = {index for index, block in enumerate(blocks) if block.type == "heading"}
    named = terms.find_spoken("\n".join(passage.text for passage in passages))
    scores = [score_topic(topic, passages, headings) for topic in named]
    length = sum(len(passage.text) for passage in passages)
    needed = BASE_SCORE * max(1.0, length / BASE_LENGTH) ** GROWTH
    best = max((score.score for score in scores), default=0.0)
    kept = [s for s in scores if s.score >= max(needed, SHARE_OF_BEST * best)]
    kept = [s for s in kept if _is_spoken_of(s, passages, headings, is_short=length <= SHORT)]
    return tuple(sorted(kept, key=lambda s: (-s.score, s.topic.slug))[:MOST_TOPICS])


def _is_spoken_of(
    score: TopicScore, passages: Sequence[Passage], headings: set[int], *, is_short: bool
) -> bool:
    """Whether the article does more than mention the topic in passing."""
    if len(score.words) == 1 and score.topic.terms[score.words[0].word] < CLEAR_WORD:
        return False
    if any(_is_headline(word.block, headings) for word in score.words):
        return True
    if is_short:
        return len(score.words) >= WORDS_OF_SHORT
    texts = {passage.block: passage.text for passage in passages}
    weights = score.topic.terms
    told = [
        word
        for word in score.words
        if weights[word.word] >= TELLING and not _is_listed(texts[word.block], word)
    ]
    is_varied = len({word.word for word in told}) >= DIFFERENT_WORDS
    is_clear = len(told) > 1 and sum(weights[word.word] for word in told) >= CLEAR
    is_spread = len({word.block for word in told}) >= PARAGRAPHS or len(told) > WORDS
    return (is_spread or len(passages) < FEW_PASSAGES) and (
        is_varied or is_clear or len(told) >= WORDS
    )


def _is_headline(block: int, headings: set[int]) -> bool:
    return block < 0 or block in headings


def _is_listed(text: str, word: TopicWord) -> bool:
    """Whether the word only stands in a list of such: 产业扶贫、就业扶贫、消费扶贫."""
    before, behind = text[max(word.start - 3, 0) : word.start], text[word.end : word.end + 5]
    return LISTED_BEFORE.match(before) is not None or LISTED_BEHIND.match(behind) is not None


def score_topic(topic: Topic, passages: Sequence[Passage], headings: set[int]) -> TopicScore:
    """Return the topic's score in the article."""
    if topic.needs and not _is_met(topic, passages, headings):
        return TopicScore(topic, 0.0, ())
    counts: dict[str, float] = {}
    words = []
    for passage in passages:
        factor = _factor(passage.block, headings)
        for match in topic.pattern.finditer(passage.text):
            counts[match[0]] = counts.get(match[0], 0.0) + factor
            words.append(TopicWord(topic.name, match[0], passage.block, match.start(), match.end()))
    score = sum(topic.terms[t] * min(n, OCCURRENCES_COUNTED) for t, n in counts.items())
    return TopicScore(topic, score, tuple(words))


def _is_met(topic: Topic, passages: Sequence[Passage], headings: set[int]) -> bool:
    """Whether more than one word in passing says that the article is of the topic's kind."""
    may_meet = filter(lambda passage: topic.need.search(passage.text), passages)
    met = [p.block for p in may_meet if any(_has_need(p, need) for need in topic.needs)]
    if any(_is_headline(block, headings) for block in met):
        return True
    return len(met) >= NEEDED_SHARE * len(passages)


def _has_need(passage: Passage, need: str) -> bool:
    """Whether the passage has it: one character where a word begins, 村 in 村民, not in 中关村."""
    if need not in passage.text:
        return False
    return len(need) > 1 or any(word.startswith(need) for word in passage.words)


def _factor(block: int, headings: set[int]) -> float:
    if block == TITLE:
        return TITLE_FACTOR
    return HEADING_FACTOR if block == SUBTITLE or block in headings else 1.0
