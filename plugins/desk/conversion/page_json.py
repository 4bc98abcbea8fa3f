"""A converted page as plain data, for programs."""

from typing import Any

from plugins.desk.conversion.manuscripts import ConvertedPage, Manuscript
from plugins.newspaper import SetAside


def describe_page(converted: ConvertedPage) -> dict[str, Any]:
    """What `--json` prints of one page; articles in reading order, lines counted from 1."""
    page = converted.page
    return {
        "articles": [_describe_article(m) for m in converted.manuscripts],
        "furniture": [{"line": a.line, "text": a.text, "why": a.why} for a in page.furniture],
        "unassigned": [_describe_aside(a) for a in page.unassigned],
    }


def _describe_article(manuscript: Manuscript) -> dict[str, Any]:
    article, front = manuscript.article, manuscript.front
    fields = front.model_dump(
        mode="json",
        include={
            "title", "subtitle", "kicker", "newspaper", "date", "date_estimate", "page", "column",
            "kind", "authors", "counties", "towns", "villages", "topics", "people",
        },
    )  # fmt: skip
    return fields | {
        "figures": [f.model_dump(mode="json") for f in front.figures or ()],
        "lines": article.lines.model_dump(mode="json"),
        "body": [
            {"type": b.type, "text": b.text, "source_lines": list(b.source_lines)}
            for b in article.body
        ],
        "review": list(article.review),
    }


def _describe_aside(aside: SetAside) -> dict[str, Any]:
    return {"line": aside.line, "text": aside.text}
