"""The page cut at its headlines: each headline with the running text printed below it."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from plugins.chinese.reading_form import make_reading_form
from plugins.chinese.simplified import simplify
from plugins.model import Author
from plugins.newspaper.evidence.bylines import (
    read_byline,
    read_dateline,
    read_end_credits,
    read_pen_name,
)
from plugins.newspaper.evidence.features import Features
from plugins.newspaper.roles import BEGINNING, BODY, HEAD, OPENING, Role

#: So many paragraphs a note of the editors has above the story's first, at most.
_NOTED = 4


@dataclass(slots=True)
class Segment:
    """One headline's stretch of the page; all numbers are indices of fragments.

    `head` maps a role to its fragments and is empty for text above the first headline; `body`
    is the text below in page order, whether it belongs to this headline or not.
    """

    head: dict[Role, list[int]] = field(default_factory=dict)
    body: list[int] = field(default_factory=list)
    end_bylines: list[int] = field(default_factory=list)

    def list_head(self, *roles: Role) -> list[int]:
        """The fragments of these roles, in page order."""
        return sorted(i for role in roles for i in self.head.get(role, []))


def cut_segments(roles: Sequence[Role]) -> list[Segment]:
    """Cut a page into segments; each opens with a section's name, a kicker, a headline or a brief.

    A section's name within a sentence is that of the next segment.
    """
    segments: list[Segment] = []
    waiting: list[int] = []
    for i, role in enumerate(roles):
        following = roles[i + 1] if i + 1 < len(roles) else None
        if role is Role.SECTION and following is Role.REST:
            waiting.append(i)
            continue
        opens = role in BEGINNING and (not segments or _is_complete(segments[-1]))
        if opens or not segments:
            segments.append(Segment({Role.SECTION: waiting} if waiting else {}))
            waiting = []
        segment = segments[-1]
        if role in (*OPENING, *HEAD):
            segment.head.setdefault(role, []).append(i)
        elif role in BODY:
            segment.body.append(i)
        else:
            segment.end_bylines.append(i)
    return segments


def _is_complete(segment: Segment) -> bool:
    return bool(segment.body or segment.end_bylines)


def read_authors(segment: Segment, features: Sequence[Features]) -> tuple[Author, ...]:
    """The authors that a segment's byline, dateline or text's end names; each once."""
    bylines = [features[i].text for i in segment.list_head(Role.BYLINE)]
    authors = [a for text in bylines for a in read_byline(text)]
    if not authors and segment.body:
        authors += read_dateline(_find_opening(segment, features))
    if not authors and segment.body:
        authors += read_end_credits(features[segment.body[-1]].text)
    if not authors:
        authors += [a for text in bylines for a in read_pen_name(text)]
    return tuple(dict.fromkeys(authors))


def _find_opening(segment: Segment, features: Sequence[Features]) -> str:
    """The text that a segment's story opens with, below a note of the editors if it has one."""
    first, *below = (features[i] for i in segment.body[:_NOTED])
    dated = (f for f in below if f.has_dateline) if first.opens_note else ()
    return next(iter(dated), first).text


def read_end_authors(segment: Segment, features: Sequence[Features]) -> tuple[Author, ...]:
    """The authors of the bylines that stand behind a segment's text."""
    return tuple(a for i in segment.end_bylines for a in read_byline(features[i].text))


def read_all_authors(segment: Segment, features: Sequence[Features]) -> tuple[Author, ...]:
    """All authors of a segment, each named once, by the role that says more.

    A byline without roles stands above text that opens with the same names and theirs.
    """
    told = (*read_authors(segment, features), *read_end_authors(segment, features))
    roles = {author.name: "作者" for author in told}
    body = segment.body
    ends = (_find_opening(segment, features), features[body[-1]].text) if body else ()
    within = (
        a for text in dict.fromkeys(ends) for a in (*read_dateline(text), *read_end_credits(text))
    )
    for author in (*told, *within):
        if roles.get(author.name) == "作者":
            roles[author.name] = author.role
    # Credits end the last text and datelines open the first: few texts are read again.
    told_by = [*segment.list_head(Role.BYLINE), *segment.end_bylines, *body[-1:], *body]
    printed = [features[i].fragment.text for i in told_by]
    return tuple(Author(name=print_name(n, printed), role=role) for n, role in roles.items())


def print_name(name: str, printed: Iterable[str]) -> str:
    """A name that was read in simplified characters, in those that it is printed in: 許雅婷."""
    pattern = re.compile(r"\s*".join(map(re.escape, name)))
    for text in printed:
        form = make_reading_form(text).text
        # A character is simplified by one, so that both have the same places.
        if found := pattern.search(form) or pattern.search(simplify(form)):
            return "".join(form[found.start() : found.end()].split())
    return name
