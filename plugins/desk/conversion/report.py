"""What the converter found, as a short table for editors."""

from collections.abc import Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from plugins.desk.conversion.article_folder import Outcome
from plugins.desk.conversion.manuscripts import ConvertedPage


def show_page(console: Console, converted: ConvertedPage, outcomes: Sequence[Outcome]) -> None:
    """Print one page: its articles and where they went, then everything that is unsure."""
    table = Table(title=Text(f"{converted.raw}：{len(outcomes)} 篇"), title_justify="left")
    for name in ("", "标题", "栏目", "县区", "作者", "段数", "结果"):
        table.add_column(name, overflow="fold")
    for n, outcome in enumerate(outcomes, start=1):
        front = outcome.manuscript.front
        table.add_row(
            str(n),
            Text(front.title),
            Text(front.column or ""),
            Text("、".join(front.counties or ())),
            Text("、".join(a.name for a in front.authors)),
            str(len(outcome.manuscript.article.body)),
            outcome.state,
        )
    console.print(table)
    for n, outcome in enumerate(outcomes, start=1):
        for note in outcome.manuscript.article.review:
            console.print(Text(f"  第 {n} 篇：{note}"))
    _show_leftovers(console, converted)


def _show_leftovers(console: Console, converted: ConvertedPage) -> None:
    page = converted.page
    if page.furniture:
        console.print(Text(f"  不入文章的行：{len(page.furniture)} 行（日期、版次、栏目等）"))
    for aside in page.unassigned:
        console.print(Text(f"  第 {aside.line} 行没有归入任何文章，请核对：{aside.text[:30]}"))
