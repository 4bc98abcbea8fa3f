"""How much of a page's truth a converter recovers: article F1, block F1, kinds of error.

An article counts as recovered when its title (blanks aside: a headline set on two lines may be
joined with or without one) and its whole body text are equal to the truth. Captions stay out of
the body text: whether a caption is an article's block or the page's furniture is an editor's
choice. F1 is 2·matched / (found + true) over all articles of the pages counted.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from evaluation.pages.printed_page import Truth


@dataclass(slots=True)
class Score:
    """Counts over pages: articles and blocks that match, of those found and those true."""

    matched: int = 0
    found: int = 0
    true: int = 0
    blocks_matched: int = 0
    blocks_found: int = 0
    blocks_true: int = 0
    pages: int = 0
    errors: Counter[str] = field(default_factory=Counter)

    @property
    def article_f1(self) -> float:
        """Articles whose title and whole body text are exact."""
        return _f1(self.matched, self.found, self.true)

    @property
    def block_f1(self) -> float:
        """Blocks of text that are exact, under the right title."""
        return _f1(self.blocks_matched, self.blocks_found, self.blocks_true)

    def add(self, other: "Score") -> None:
        """Add another score's counts to this one's."""
        for name in ("matched", "found", "true", "blocks_matched", "blocks_found", "blocks_true"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.pages += other.pages
        self.errors.update(other.errors)


def score_page(report: Truth, truth: Truth) -> Score:
    """Score one page's report, in the shape of the converter's JSON, against its truth."""
    found = [_whole(article) for article in report["articles"]]
    true = [_whole(article) for article in truth["articles"]]
    matched = Counter(found) & Counter(true)
    blocks_found, blocks_true = _blocks(report), _blocks(truth)
    return Score(
        matched=matched.total(),
        found=len(found),
        true=len(true),
        blocks_matched=(blocks_found & blocks_true).total(),
        blocks_found=blocks_found.total(),
        blocks_true=blocks_true.total(),
        pages=1,
        errors=Counter(page_errors(report, truth)),
    )


def page_report(page: Any) -> Truth:  # noqa: ANN401 - a converter's own class or its JSON
    """Turn a converter's page into plain values in the shape of its JSON."""
    return {
        "articles": [_article_report(article) for article in _get(page, "articles")],
        "furniture": [_fields(f, "line", "text", "why") for f in _get(page, "furniture")],
        "unassigned": [_fields(u, "line", "text") for u in _get(page, "unassigned")],
    }


def body_text(article: Truth) -> str:
    """Join the article's text without its captions, blocks joined."""
    return "".join(b["text"] for b in article["body"] if b["type"] != "caption")


def page_errors(report: Truth, truth: Truth) -> Iterable[str]:
    """Name what went wrong with each true article that is not recovered, and each invented one."""
    found = {_whole(a) for a in report["articles"]}
    bodies = {_squeezed(a["title"]): body_text(a) for a in report["articles"]}
    for article in truth["articles"]:
        if _whole(article) not in found:
            yield _miss(article, bodies, report)
    titles = {_squeezed(a["title"]) for a in truth["articles"]}
    for article in report["articles"]:
        if _squeezed(article["title"]) not in titles:
            yield f"invented: {_invented(_squeezed(article['title']), truth)}"


def _miss(article: Truth, bodies: dict[str, str], report: Truth) -> str:
    title, body = _squeezed(article["title"]), body_text(article)
    if title not in bodies:
        return f"title lost: {_where(title, bodies, report)}"
    found = bodies[title]
    if found == "":
        return "body: all missing"
    if body in found:
        return "body: foreign text before or after"
    if found in body:
        return "body: part missing"
    if sorted(found) == sorted(body):
        return "body: wrong order"
    return "body: foreign text within" if len(found) > len(body) else "body: part missing, mixed"


def _where(title: str, bodies: dict[str, str], report: Truth) -> str:
    if any(title in other for other in bodies):
        return "within a longer title"
    if any(other and other in title for other in bodies):
        return "only part of it is a title"
    for place, texts in (
        ("in a body", bodies.values()),
        ("as furniture", (f["text"] for f in report["furniture"])),
        ("unassigned", (u["text"] for u in report["unassigned"])),
        ("as a kicker", (str(a.get("kicker") or "") for a in report["articles"])),
    ):
        if any(title in _squeezed(text) for text in texts):
            return place
    return "elsewhere"


def _invented(title: str, truth: Truth) -> str:
    for block in (b for a in truth["articles"] for b in a["body"]):
        text = _squeezed(block["text"])
        if title == text:
            return f"a whole {block['type']} as title"
        if title and title in text:
            return f"a piece of a {block['type']} as title"
    if any(title == _squeezed(f["text"]) for f in truth["furniture"]):
        return "furniture as title"
    if any(title and title in _squeezed(a["title"]) for a in truth["articles"]):
        return "part of a title as title"
    heads = ("kicker", "subtitle")
    if any(
        title.strip("—-") == _squeezed(str(a.get(h) or ""))
        for a in truth["articles"]
        for h in heads
    ):
        return "kicker or subtitle as title"
    return "a byline or something else as title"


def _f1(matched: int, found: int, true: int) -> float:
    return 2 * matched / (found + true) if found + true else 1.0


def _whole(article: Truth) -> tuple[str, str]:
    return _squeezed(article["title"]), body_text(article)


def _blocks(page: Truth) -> Counter[tuple[str, str]]:
    return Counter(
        (_squeezed(article["title"]), block["text"])
        for article in page["articles"]
        for block in article["body"]
        if block["type"] != "caption"
    )


def _squeezed(text: str) -> str:
    return "".join(text.split())


def _get(value: Any, name: str) -> Any:  # noqa: ANN401 - a converter's own class or its JSON
    return value.get(name) if isinstance(value, dict) else getattr(value, name, None)


def _fields(value: Any, *names: str) -> Truth:  # noqa: ANN401 - a converter's own class or its JSON
    return {name: _get(value, name) for name in names}


def _article_report(article: Any) -> Truth:  # noqa: ANN401 - a converter's own class or its JSON
    lines = _get(article, "lines")
    return {
        **_fields(article, "title", "subtitle", "kicker"),
        "column": _get(article, "column" if isinstance(article, dict) else "section"),
        "authors": [_fields(author, "name", "role") for author in _get(article, "authors") or ()],
        "lines": {
            role: list(_get(lines, role) or ())
            for role in ("kicker", "title", "subtitle", "byline")
        },
        "body": [
            {**_fields(b, "type", "text"), "source_lines": list(_get(b, "source_lines") or ())}
            for b in _get(article, "body")
        ],
    }
