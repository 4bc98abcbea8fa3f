"""The converter's command line: raw pages in, Markdown articles out.

What converts is loaded once the command is typed right: its help is there at once.
"""

import datetime
from collections.abc import Sequence
from pathlib import Path

import click

from plugins.desk.arguments import ARTICLES
from plugins.system.chinese_command import ChineseCommand


def read_page_number(told: str) -> int:
    """Read the number of a newspaper's page. Raises ValueError where it is none."""
    from plugins.model.front_matter import LAST_PAGE

    if not 1 <= int(told) <= LAST_PAGE:
        raise ValueError(told)
    return int(told)


@click.command(cls=ChineseCommand, help="把版面文字（RAW，文件或文件夹）转换成 Markdown 文章。")
@click.argument("raws", metavar="RAW...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--date", type=click.DateTime(["%Y-%m-%d"]), help="出版日期，如 2019-11-21。")
@click.option("--newspaper", help="报纸名称，如 人民日报。")
@click.option("--page", type=read_page_number, metavar="INTEGER", help="第几版，如 3。")
@click.option(
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
    default=ARTICLES,
    help=f"文章放在哪个文件夹（默认 {ARTICLES}）。",
)
@click.option("--json", "as_json", is_flag=True, help="不写文件，只输出 JSON。")
@click.option("--new", "only_new", is_flag=True, help="已经有文章的版面不再转换。")
def main(
    raws: Sequence[Path],
    date: datetime.datetime | None,
    newspaper: str | None,
    page: int | None,
    output: Path,
    as_json: bool,
    only_new: bool,
) -> None:
    """Convert the raw pages, or say in one line what is wrong and exit with status 1."""
    from plugins.desk.conversion.issues import Issue
    from plugins.desk.conversion.runs import convert_raws

    issue = Issue(newspaper=newspaper, date=date.date() if date else None, page=page)
    convert_raws(raws, issue, output, as_json=as_json, only_new=only_new)
