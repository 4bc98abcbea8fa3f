"""What an article is about: counties, towns, villages, topics and people, with the evidence."""

import datetime
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from plugins.chinese.datelines import find_dateline_end
from plugins.chinese.expressions import compile_late
from plugins.model import Block, Person
from plugins.subjects.mentions.passages import SUBTITLE, TITLE, Mention, Passage, cut_article
from plugins.subjects.mentions.place_context import find_places
from plugins.subjects.mentions.topic_scores import TopicWord, find_topics
from plugins.subjects.mentions.villages import find_villages
from plugins.subjects.people.people import find_people
from plugins.subjects.tables.gazetteer import Gazetteer
from plugins.subjects.tables.places import Town, Village, Zone
from plugins.subjects.tables.tables import SubjectTables

CALLED_COUNTY = compile_late(r"[全该我]县|县委|县政府|县城|县域|县级")


@dataclass(frozen=True)
class Subjects:
    """What an article is about.

    Places are named in today's official form, or in the official form of their time where the
    text uses that (旬阳县); the first county is the one that the article is about. `evidence`
    maps each topic and place to the words that gave it; `mentions` and `topic_words` say where.
    `unshared_names` are all strings that may name somebody who is not known as public: no text
    that leaves the article may have one.
    """

    counties: tuple[str, ...]
    towns: tuple[str, ...]
    zones: tuple[str, ...]
    villages: tuple[str, ...]
    topics: tuple[str, ...]
    people: tuple[Person, ...]
    unshared_names: tuple[str, ...]
    evidence: Mapping[str, tuple[str, ...]]
    mentions: tuple[Mention, ...]
    topic_words: tuple[TopicWord, ...]


def find_subjects(
    title: str,
    subtitle: str | None,
    blocks: Sequence[Block],
    tables: SubjectTables,
    *,
    authors: Collection[str] = (),
    date: datetime.date | None = None,
) -> Subjects:
    """Return what the article is about.

    `authors` are not counted among its people; `date` tells which name a county had when the
    text prints the short form alone.
    """
    passages = cut_article(title, subtitle, blocks, tables.words)
    names = tables.names
    regions = find_places(passages, names)
    villages = find_villages(passages, regions, names)
    scores = find_topics(passages, blocks, tables.topic_terms)
    naming = _Naming(tables.gazetteer, passages, regions, date)
    counties = naming.counties()
    towns = {naming.town(m.place, counties): None for m in regions if isinstance(m.place, Town)}
    found = find_people(passages, tables.vocabulary, authors)
    named = sorted(regions + villages, key=lambda m: (m.block, m.start))
    mentions = _mentions_as_printed(named, passages)
    topic_words = _words_as_printed([w for score in scores for w in score.words], passages)
    return Subjects(
        counties=counties,
        towns=tuple(towns),
        zones=_unique(m.place.name for m in regions if isinstance(m.place, Zone)),
        villages=_unique(m.place.name for m in villages),
        topics=tuple(score.topic.name for score in scores),
        people=found.people,
        unshared_names=tuple(n for n in found.unshared if n not in tables.gazetteer.forms),
        evidence=_evidence(mentions, topic_words),
        mentions=mentions,
        topic_words=topic_words,
    )


def _mentions_as_printed(
    mentions: Iterable[Mention], passages: Sequence[Passage]
) -> tuple[Mention, ...]:
    """Return places found in the reading form of texts at their printed characters."""
    by_block = {passage.block: passage for passage in passages}
    printed = []
    for mention in mentions:
        passage = by_block[mention.block]
        start, end = passage.locate(mention.start, mention.end)
        printed.append(replace(mention, start=start, end=end, printed=passage.printed[start:end]))
    return tuple(printed)


def _words_as_printed(
    words: Iterable[TopicWord], passages: Sequence[Passage]
) -> tuple[TopicWord, ...]:
    by_block = {passage.block: passage for passage in passages}
    printed = []
    for word in words:
        passage = by_block[word.block]
        start, end = passage.locate(word.start, word.end)
        printed.append(replace(word, start=start, end=end, word=passage.printed[start:end]))
    return tuple(printed)


def _unique(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))


def _evidence(
    mentions: Sequence[Mention], words: Sequence[TopicWord]
) -> Mapping[str, tuple[str, ...]]:
    printed: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for mention in mentions:
        printed[mention.place.name][mention.printed] = None
    for word in words:
        printed[word.topic][word.word] = None
    return {name: tuple(forms) for name, forms in printed.items()}


@dataclass(frozen=True)
class _Naming:
    """How an article calls its counties and towns, and in which order they matter."""

    gazetteer: Gazetteer
    passages: Sequence[Passage]
    regions: Sequence[Mention]
    date: datetime.date | None

    def counties(self) -> tuple[str, ...]:
        """Return the counties, the one that the article is about first.

        In this order: named in the title, in the subtitle, in the dateline; named more often;
        named first.
        """
        ranks: dict[str, list[int]] = {}
        for position, mention in enumerate(self.regions):
            county = None
            if not isinstance(mention.place, Village):
                county = self.gazetteer.county_of(mention.place)
            if county:
                rank = ranks.setdefault(county.name, [0, 0, 0, 0, -position])
                rank[self._weight(mention)] += 1
                rank[3] += 1
        ordered = sorted(ranks, key=lambda name: ranks[name], reverse=True)
        return tuple(self._name_then(name) for name in ordered)

    def _weight(self, mention: Mention) -> int:
        """Return the place in the ranking that a mention counts in besides its frequency."""
        if mention.block == TITLE:
            return 0
        if mention.block == SUBTITLE:
            return 1
        return 2 if mention.block == 0 and self._in_dateline(mention) else 3

    def _in_dateline(self, mention: Mention) -> bool:
        return mention.end <= find_dateline_end(self.passages[2].text)

    def _name_then(self, today: str) -> str:
        """Return the county's name at the article's time.

        As printed in full, else by the date, else by what the article calls it (全县), else
        today's.
        """
        former = [c for c in self.gazetteer.counties if c.successor == today]
        if not former:
            return today
        full = Counter(m.printed for m in self.regions if m.printed in {today, former[0].name})
        if full:
            return max(full, key=lambda name: (full[name], name == today))
        if self.date and former[0].valid_to:
            return former[0].name if str(self.date.year) <= former[0].valid_to else today
        calls_itself_county = any(CALLED_COUNTY.search(p.text) for p in self.passages)
        return former[0].name if calls_itself_county else today

    def town(self, town: Town, counties: Sequence[str]) -> str:
        """Return the town's name, with its county where the name alone would mislead."""
        if self.gazetteer.town(town.name, counties) == town:
            return town.name
        return town.county + town.name
