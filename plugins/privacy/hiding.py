"""Words hidden in an article's file, and the record of where they stood.

The file keeps its length and its lines: each hidden character becomes the mask. An entry of the
front matter that tells what the text now hides (a village, a person) loses its words as well.
"""

import datetime
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from plugins.content.content_error import ContentError
from plugins.content.front_matter import parse_article
from plugins.content.markdown_text import to_blocks
from plugins.content.sources import Source
from plugins.model import MASK, FrontMatter
from plugins.privacy.masked_fields import KEPT, Value, cover_fields, find_secrets
from plugins.privacy.masks import Mask, Masks, list_parts, list_runs, name_part

#: Characters shown on either side of what will be hidden.
AROUND = 12
_FIXED = "编号、网址名或日期里也有这些字，请手工改（文件没有改动）"


def read_parts(text: str, path: Path) -> tuple[FrontMatter, dict[str, str]]:
    """Return a file's fields, and its texts as the record names them. Raises ContentError."""
    front, body = parse_article(text, path)
    return front, list_parts(front.title, front.subtitle, front.kicker, to_blocks(body))


def show_places(parts: Mapping[str, str], words: Iterable[str]) -> Iterator[str]:
    """Yield each place of each word with what is around it."""
    for word in words:
        for part, text in parts.items():
            for place in re.finditer(re.escape(word), text):
                start, end = place.span()
                before, after = text[max(0, start - AROUND) : start], text[end : end + AROUND]
                yield f"{name_part(part)}：……{before}【{word}】{after}……"


def list_pending(parts: Mapping[str, str], rows: Iterable[tuple[int, Mask]]) -> list[str]:
    """Return the words that are on record as hidden, and still stand in the file."""
    places = (parts.get(row.part, "")[row.start : row.end] for _, row in rows)
    return [words for words in places if words.strip(MASK)]


def hide_words(text: str, path: Path, words: Sequence[str]) -> str:
    """Return an article file's text with every place of the words hidden.

    Raises ContentError where one would remain (markup in its middle), or where a field that
    everything hangs on would change.
    """
    front, parts = read_parts(text, path)
    head, fence, body = text.partition("\n---")
    for word in words:
        head, body = (piece.replace(word, MASK * len(word)) for piece in (head, body))
    try:
        covered = read_parts(head + fence + body, path)[1]
    except ContentError:
        raise ContentError(path, None, _FIXED) from None
    if covered.keys() != parts.keys() or any(len(covered[p]) != len(parts[p]) for p in parts):
        raise ContentError(path, None, "隐去以后段落变了，请手工把这些字改成 ▇（文件没有改动）")
    secrets = find_secrets(parts, covered)
    told = dict(_list_changes(front.model_dump(exclude=KEPT), cover_fields(front, secrets)))
    for old in sorted(told, key=len, reverse=True):
        head = head.replace(old, told[old])
    changed = head + fence + body
    _check(changed, path, front, words)
    return changed


def _list_changes(old: Value, new: Value) -> Iterator[tuple[str, str]]:
    """Yield the strings that differ between two values of the same shape."""
    if isinstance(old, str) and isinstance(new, str):
        if old != new:
            yield old, new
    elif isinstance(old, dict) and isinstance(new, dict):
        for name in old:
            yield from _list_changes(old[name], new[name])
    elif isinstance(old, list | tuple) and isinstance(new, list | tuple):
        for one, other in zip(old, new, strict=True):
            yield from _list_changes(one, other)


def _check(text: str, path: Path, old: FrontMatter, words: Iterable[str]) -> None:
    """Raise ContentError where a changed file still tells a word, or tells something else."""
    front, parts = read_parts(text, path)
    if front.model_dump(include=KEPT) != old.model_dump(include=KEPT):
        raise ContentError(path, None, _FIXED)
    for word in words:
        left = [part for part, text in parts.items() if word in text]
        if left or word in front.model_dump_json():
            place = "、".join(map(name_part, left)) or "前面的字段"
            message = f"{place}里“{word}”的中间有换行或标记，请手工改成 ▇（文件没有改动）"
            raise ContentError(path, None, message)


def renew_record(
    masks: Masks, source: Source, parts: Mapping[str, str], day: datetime.date
) -> list[Mask]:
    """Return the record's rows, those of the article `source` as its file has it now.

    What was on record keeps its day; `day` is that of the rest.
    """
    name = source.front.id or source.slug
    own = [row for _, row in masks.list_of((source.front.id, source.slug))]
    days = {(row.part, row.start, row.end): row.date for row in own}
    return [row for _, row in masks.rows if row not in own] + [
        Mask(article=name, part=run[0], start=run[1], end=run[2], date=days.get(run, day))
        for run in list_runs(parts)
    ]
