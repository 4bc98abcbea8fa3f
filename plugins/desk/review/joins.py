"""The characters of a paragraph at which it goes on in another raw line, marked in its HTML."""

from collections.abc import Sequence
from dataclasses import dataclass

from bs4 import BeautifulSoup, Tag

from plugins.chinese.punctuation import widen


@dataclass(frozen=True, slots=True)
class Join:
    """A paragraph goes on with raw line `line` at its character `at`, counted from 0."""

    at: int
    line: int


def mark_joins(block: Tag, joins: Sequence[Join], printed: str) -> None:
    """Put a link to the raw line at each join; none where the text is no more as `printed`."""
    if block.get_text() != widen(printed):
        return
    for join in reversed(joins):
        _insert(block, join)


def _insert(block: Tag, join: Join) -> None:
    mark = BeautifulSoup("", "html.parser").new_tag("a", href=f"#l{join.line}")
    mark["class"] = "join"
    mark.string = f"接第{join.line}行"
    at = join.at
    for node in list(block.find_all(string=True)):
        if at <= len(node):
            break
        at -= len(node)
    link = node.find_parent("a")
    if link is None:
        node.replace_with(node[:at], mark, node[at:])
    else:
        link.insert_after(mark)
