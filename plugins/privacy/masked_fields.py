"""The front matter of an article with hidden words: it names nothing that the text hides."""

from collections.abc import Collection, Mapping
from itertools import pairwise
from typing import TypeAlias, cast

from plugins.model import MASK, FrontMatter
from plugins.privacy.masks import HEAD

#: What the fields are made of, once written out.
Value: TypeAlias = "str | int | float | list[Value] | tuple[Value, ...] | dict[str, Value] | None"
#: Fields that hold no words of the text, or that all of the article hangs on.
KEPT = {"id", "slug", "date", "page", "kind", "status", "publish_on", "provenance"}
#: Lists of what the article names: an entry with a hidden character is left out.
_NAMED = {"authors", "counties", "towns", "villages", "topics", "people", "figures", "misprints"}


def find_secrets(parts: Mapping[str, str], covered: Mapping[str, str]) -> set[str]:
    """Return the pairs of characters that stood in what was hidden, and stand nowhere else.

    A name is made of such pairs; words that the text has elsewhere, too, are no secret.
    """
    public = "\n".join(covered.values())
    secrets = set()
    for part, text in parts.items():
        hides = [old != new for old, new in zip(text, covered[part], strict=True)]
        pairs = zip(pairwise(text), pairwise(hides), strict=True)
        secrets |= {left + right for (left, right), hidden in pairs if all(hidden)}
    return {pair for pair in secrets if pair not in public}


def cover_words(text: str, secrets: Collection[str]) -> str:
    """Return a text with every character hidden that belongs to a secret pair."""
    starts = [at for at in range(len(text) - 1) if text[at : at + 2] in secrets]
    hidden = {at for start in starts for at in (start, start + 1)}
    return "".join(MASK if at in hidden else character for at, character in enumerate(text))


def mask_front(
    front: FrontMatter, covered: Mapping[str, str], secrets: Collection[str]
) -> FrontMatter:
    """Return the fields that go with covered texts: no entry and no sentence tells a secret."""
    fields = cover_fields(front, secrets)
    for name in _NAMED & fields.keys():
        entries = fields[name]
        if isinstance(entries, list):
            fields[name] = [entry for entry in entries if not _is_hidden(entry, covered)]
    fields |= {name: covered[name] or None for name in HEAD}
    return FrontMatter.model_validate(front.model_dump(include=KEPT) | fields)


def cover_fields(front: FrontMatter, secrets: Collection[str]) -> dict[str, Value]:
    """Return all fields that may hold words of the text, without the secrets in them."""
    fields = front.model_dump(exclude=KEPT)
    return {name: _cover_value(value, secrets) for name, value in fields.items()}


def _cover_value(value: Value, secrets: Collection[str]) -> Value:
    if isinstance(value, str):
        return cover_words(value, secrets)
    if isinstance(value, dict):
        return {name: _cover_value(one, secrets) for name, one in value.items()}
    if isinstance(value, list | tuple):
        return [_cover_value(one, secrets) for one in value]
    return value


def _is_hidden(entry: Value, covered: Mapping[str, str]) -> bool:
    """Tell whether an entry has a hidden character, or is a figure whose place has one."""
    if not isinstance(entry, dict):
        return MASK in str(entry)
    if "raw" in entry and MASK in _read_place(entry, covered):
        return True
    return any(isinstance(value, str) and MASK in value for value in entry.values())


def _read_place(figure: Mapping[str, Value], covered: Mapping[str, str]) -> str:
    start, end = cast(int, figure["start"]), cast(int, figure["end"])
    return covered.get(str(figure["paragraph"]), "")[start:end]
