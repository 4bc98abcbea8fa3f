"""The table of topics: content/data/topics.yaml."""

import operator
import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property
from itertools import chain
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field

from plugins.content.records import read_record_list
from plugins.content.tables import check_unique
from plugins.subjects.tables.places import Name, Row, Slug


class Topic(Row):
    """A topic: `level` says whether it is an official term (官方) or the archive's own (本馆).

    Where there are `needs`, an article without any of these words is not about it.
    """

    name: Name
    slug: Slug
    level: Annotated[Literal["官方", "本馆"], Field(alias="shelf")]
    aliases: tuple[str, ...] = ()
    explanation: Annotated[str, Field(min_length=1)]
    terms: dict[str, Annotated[float, Field(gt=0)]]
    needs: tuple[str, ...] = ()

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """What finds the terms; a longer one takes its characters first."""
        terms = sorted(self.terms, key=lambda term: (-len(term), term))
        return re.compile("|".join(map(re.escape, terms)))

    @cached_property
    def need(self) -> re.Pattern[str]:
        """What finds one of the needs."""
        return re.compile("|".join(map(re.escape, self.needs)))


class TopicTerms:
    """The terms of all topics, by which those that a text speaks of are found at once."""

    def __init__(self, topics: Iterable[Topic]) -> None:
        self._topics = tuple(topics)
        self._by_head: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
        for topic in self._topics:
            for term in topic.terms:
                self._by_head[term[:2]].append((term, topic.slug))
        self._heads = frozenset(self._by_head)

    def find_spoken(self, text: str) -> list[Topic]:
        """Return the topics of which a text has a term, in the order of their table."""
        # Of most terms it has not even the first two characters side by side.
        heads = self._heads.intersection(chain(text, map(operator.add, text, text[1:])))
        spoken = {slug for head in heads for term, slug in self._by_head[head] if term in text}
        return [topic for topic in self._topics if topic.slug in spoken]


def read_topics(path: Path) -> tuple[Topic, ...]:
    """Read the table of topics. Raises ContentError, also for a name or slug used twice."""
    topics = read_record_list(Topic, path)
    check_unique(path, ((line, t.slug, f"slug“{t.slug}”") for line, t in topics))
    names = ((line, name, f"“{name}”") for line, t in topics for name in (t.name, *t.aliases))
    check_unique(path, names)
    return tuple(topic for _, topic in topics)
