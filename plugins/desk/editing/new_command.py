"""The command that begins an article: `python -m plugins.desk new`."""

import sys
from pathlib import Path

import click

from plugins.desk.arguments import CONTENT
from plugins.desk.editing.drafts import ask_front, list_counties, write_draft
from plugins.desk.endings import end_in_words
from plugins.system.chinese_command import ChineseCommand


@click.command(cls=ChineseCommand, help="新建一篇文章（草稿）。")
@CONTENT
@click.option("--title", help="标题。")
@click.option("--date", help="出版日期，如 2019-11-21。")
@click.option("--newspaper", help="报纸名称，如 人民日报。")
@click.option("--page", help="第几版，如 3。")
@click.option("--authors", help="作者，如 “记者 张三 通讯员 李四”。")
@click.option("--counties", help="写的是哪些县（市、区），写全称，用顿号隔开。")
def new(content: Path, **given: str | None) -> None:
    """Write a draft; in a terminal ask for what the command leaves out."""
    with end_in_words(content):
        front = ask_front(given, sys.stdin.isatty(), list_counties(content / "data"))
        path = write_draft(content / "articles", front)
    click.echo(f"已新建 {path}")
    click.echo(
        "在第二行 --- 下面写正文；用 make serve 预览，make check 检查；写好后删去 status: draft。"
    )
