"""An article file's fields as they are written: one put in, renewed or dropped, the rest kept."""

import re

from plugins.chinese.expressions import compile_late
from plugins.content.front_matter import FENCE
from plugins.model import FrontMatter

ORDER = tuple(FrontMatter.model_fields)
#: A field with all its lines; comments and blank lines only where more of it follows.
FIELD = compile_late(
    r"^(\w+):[^\n]*\n(?:(?:[ \t]*(?:#[^\n]*)?\r?\n)*(?:[ \t]+[^\s#]|-(?!--))[^\n]*\n)*",
    re.MULTILINE,
)
#: A field that is there and empty, with the comment that may follow.
_EMPTY = r"^({}:)[ \t]*(?:~|null|Null|NULL)?[ \t]*(#[^\r\n]*)?(\r?\n)"


def put_field(text: str, field: str, chunk: str) -> str:
    """Put a field's lines where they belong: in its own empty line, or after those before it."""
    start, end = _find_head(text)
    head = text[start:end]
    empty = re.search(_EMPTY.format(field), head, re.MULTILINE)
    if empty:
        first, _, rest = chunk.partition(":")[2].partition("\n")
        comment = f" {empty[2]}" if empty[2] else ""
        put = f"{empty[1]}{first.rstrip()}{comment}{empty[3]}{rest}"
        head = head[: empty.start()] + put + head[empty.end() :]
    else:
        at = _find_place(head, field)
        head = head[:at] + chunk + head[at:]
    return text[:start] + head + text[end:]


def drop_field(text: str, field: str) -> str:
    """Return a file's text without a field, the same where it has none."""
    start, end = _find_head(text)
    head = text[start:end]
    for written in FIELD.finditer(head):
        if written[1] == field:
            return text[:start] + head[: written.start()] + head[written.end() :] + text[end:]
    return text


def _find_head(text: str) -> tuple[int, int]:
    """Return where the fields begin and end, between the lines `---`."""
    fences = FENCE.finditer(text.replace("\r\n", " \n").removeprefix("\ufeff"))
    shift = len(text) - len(text.removeprefix("\ufeff"))
    return next(fences).end() + 1 + shift, next(fences).start() + shift


def _find_place(head: str, field: str) -> int:
    """Return where a new field goes: after the last one that the model has before it."""
    before = set(ORDER[: ORDER.index(field)])
    ends = [match.end() for match in FIELD.finditer(head) if match[1] in before]
    return ends[-1] if ends else len(head)
