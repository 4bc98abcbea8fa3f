"""The plain search index: one lunr index over jieba's words, made with lunr.py.

`index` is lunr 2.3's serialised index, `documents` maps each ref to what a result shows. There
is no stemmer and no stop-word list: both are for other languages. A client cuts the query by the
longest match over the index's own terms (the keys of its inverted index), lower-cased.
"""

import json
import re
from collections.abc import Iterable, Iterator

from lunr.builder import Builder

from plugins.archive.stories import Story
from plugins.subjects.words import Words

WORD = re.compile(r"\w")
#: How much a word counts in each field.
BOOSTS = {"title": 8, "subtitle": 4, "places": 4, "body": 1}


def search_index(stories: Iterable[Story], words: Words) -> str:
    """Return the index as JSON, the same for the same stories."""
    builder = Builder()
    builder.ref("ref")
    for name, boost in BOOSTS.items():
        builder.field(name, boost=boost)
    documents: dict[str, dict[str, str | None]] = {}
    for number, story in enumerate(stories):
        fields = {name: list(_words(words, text)) for name, text in _texts(story).items()}
        builder.add({"ref": str(number), **fields})
        documents[str(number)] = {
            "title": story.title,
            "url": story.url,
            "date": story.date_label,
            "summary": story.summary,
        }
    if not documents:
        # lunr cannot build an index of nothing.
        builder.add({"ref": "", **dict.fromkeys(BOOSTS, "")})
    data = {"index": builder.build().serialize(), "documents": documents}
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def _texts(story: Story) -> dict[str, str]:
    front = story.source.front
    groups = (*story.counties, *story.towns, *story.villages)
    return {
        "title": front.title,
        "subtitle": f"{front.kicker or ''} {front.subtitle or ''}",
        "places": " ".join(name for group in groups for name in (group.name, *group.aliases)),
        "body": "\n".join(block.text for block in story.source.blocks),
    }


def _words(words: Words, text: str) -> Iterator[str]:
    """Yield a text's words and the shorter words inside long ones, as jieba's search mode does."""
    for word in words.cut(text.lower()):
        if not WORD.search(word):
            continue
        for length in (2, 3):
            starts = range(len(word) - length + 1) if len(word) > length else ()
            parts = (word[start : start + length] for start in starts)
            yield from (part for part in parts if words.frequency(part))
        yield word
