"""What the converter made of a page: for editors in lines, for programs as plain data."""

import shlex
from collections.abc import Iterator, Sequence
from typing import Any

from plugins.desk.conversion.article_folder import EDITED, WRITTEN, Outcome
from plugins.desk.conversion.manuscripts import ConvertedPage, Manuscript
from plugins.desk.conversion.raw_files import locate_raw
from plugins.desk.review.addresses import PREVIEW, locate_sheet
from plugins.newspaper.layout.page import SetAside


def tell_page(
    converted: ConvertedPage, outcomes: Sequence[Outcome], *, is_previewed: bool
) -> Iterator[str]:
    """Yield the lines about one page: its articles by their files, then all that has none."""
    yield f"{converted.raw}：{len(outcomes)} 篇"
    for outcome in outcomes:
        yield from _tell_article(outcome)
    if converted.page.furniture:
        count = len(converted.page.furniture)
        yield f"  不入文章的行：{count} 行（日期、版次、栏目等）"
    for line in converted.page.unassigned:
        yield f"  第 {line.line} 行没有归入任何文章，请核对：{line.text.strip()[:30]}"
    if is_previewed and any(outcome.state == WRITTEN for outcome in outcomes):
        yield f"  都是草稿，网站上还没有。原文对照：运行 make serve，打开 {_locate(converted)}"
        yield f"  核对好了就发布：make accept FILES={shlex.quote(str(converted.raw))}"


def _tell_article(outcome: Outcome) -> Iterator[str]:
    front = outcome.manuscript.front
    state = f"{outcome.state}，没有覆盖" if outcome.state == EDITED else outcome.state
    yield f"  {outcome.path}　{state}"
    told = [
        front.title,
        front.column,
        "、".join(front.counties or ()),
        "、".join(author.name for author in front.authors),
        f"{len(outcome.manuscript.article.body)} 段",
    ]
    yield f"    {'　'.join(filter(None, told))}"
    for doubt in outcome.manuscript.article.review:
        yield f"    待核：{doubt}"


def _locate(converted: ConvertedPage) -> str:
    return PREVIEW + locate_sheet(locate_raw(converted.raw).as_posix())


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
