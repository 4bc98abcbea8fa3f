"""What the converter made of a page, for editors: which files, what is unsure, where to look."""

import shlex
from collections.abc import Iterator, Sequence

from plugins.desk.conversion.article_folder import EDITED, WRITTEN, Outcome
from plugins.desk.conversion.manuscripts import ConvertedPage, locate_raw
from plugins.desk.review.addresses import PREVIEW, locate_sheet


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
