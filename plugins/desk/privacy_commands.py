"""The desk's commands for what people ask to have hidden, and for addresses that readers hold."""

import os
import sys
from collections.abc import Iterable
from pathlib import Path

import click

from plugins.archive.addresses import read_addresses
from plugins.archive.content_error import ContentError
from plugins.archive.sources import read_source
from plugins.desk.address_book import record_published, record_withdrawn
from plugins.desk.chinese_command import ChineseCommand, explain_disk
from plugins.model.days import find_publish_day
from plugins.subjects import TableError

CONTENT = click.option(
    "--content",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    default=Path("content"),
    help="内容文件夹（默认 content）。",
)
FILE = click.argument("file", metavar="文章", type=click.Path(path_type=Path))
WRITE = click.option("--write", is_flag=True, help="不问就写入；不写时在终端里先问，否则只显示。")
KEPT = (
    "版面原文（content/raw/）和 Git 的历史里仍有这些文字：怎样去除，见 docs/yinsi.md；"
    "原来的预览请用 make clean 删去。"
)


@click.command(cls=ChineseCommand, help="把已发布的网址登记到 content/data/addresses.csv。")
@click.argument("site", metavar="网站", type=click.Path(path_type=Path, file_okay=False))
@CONTENT
def addresses(site: Path, content: Path) -> None:
    """Record the addresses of a built site."""
    pages = [file.relative_to(site).as_posix() for file in site.rglob("*.html")]
    if "index.html" not in pages:
        sys.exit(f"{site}：没有网站，请先运行 make site")
    record_pages(content, pages)


def record_pages(content: Path, pages: Iterable[str]) -> None:
    """Record the addresses of a site's pages, or exit with what is wrong."""
    try:
        record = read_addresses(content / "data")
        added = record_published(record, pages, find_publish_day(os.environ))
    except (TableError, ValueError) as error:
        sys.exit(str(error))
    except OSError as error:
        sys.exit(explain_disk(error, content))
    if added:
        told = f"已登记 {len(added)} 个新网址：{record.path}，请随文章一起提交。"
        click.echo(told, err=True)


@click.command(cls=ChineseCommand, help="撤下一篇文章：删去文件，登记它的网址和版面。")
@FILE
@CONTENT
@WRITE
def withdraw(file: Path, content: Path, write: bool) -> None:
    """Remove an article for good: its page says so, and no conversion brings it back."""
    try:
        source = read_source(file, file)
        others = [
            read_source(other, other)
            for other in sorted((content / "articles").rglob("*.md"))
            if not other.samefile(file)
        ]
        click.echo(f"撤下 {file}，网址 {source.address} 只留下“本文已应要求撤下”。")
        if not (write or (sys.stdin.isatty() and click.confirm("撤下吗？"))):
            sys.exit("还没有撤下；要撤下请加 WRITE=1。")
        # The record first: a kill in between leaves an error of the build, not a forgotten address.
        record = read_addresses(content / "data")
        record_withdrawn(record, source, others, find_publish_day(os.environ))
        file.unlink()
    except (ContentError, TableError, ValueError) as error:
        sys.exit(str(error))
    except OSError as error:
        sys.exit(explain_disk(error, content))
    click.echo(f"已撤下。{KEPT}")
