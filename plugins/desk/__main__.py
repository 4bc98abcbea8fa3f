"""The desk's command line: what editors do with articles before they are published."""

import logging
import sys
from collections import Counter
from pathlib import Path
from threading import Thread

import click
from watchfiles import watch

from plugins.content.content_error import ContentError
from plugins.desk.arguments import CONTENT, WRITE, take_files
from plugins.desk.checking.inspection import Inspection
from plugins.desk.conversion.accept_command import accept
from plugins.desk.conversion.redo_command import redo
from plugins.desk.editing.annotation import annotate_files, list_edited
from plugins.desk.editing.drafts import ask_front, list_counties, write_draft
from plugins.desk.editing.privacy_commands import addresses, mask, withdraw
from plugins.desk.prefecture.command import prefecture
from plugins.desk.preview import Preview
from plugins.desk.preview_host import open_host
from plugins.desk.uploads.upload_command import propose
from plugins.site.settings.tables import load_tables
from plugins.system.chinese_command import (
    ChineseCommand,
    ChineseGroup,
    explain_disk,
    keep_warnings_back,
)
from plugins.system.whole_files import write_files


@click.group(cls=ChineseGroup, help="编辑的工具：检查、新建、补全文章，预览网站。")
def main() -> None:
    """Run one of the desk's commands."""


@main.command(cls=ChineseCommand, help="检查全部文章、页面和数据表。")
@CONTENT
@click.option(
    "--format",
    "style",
    type=click.Choice(["text", "github"]),
    default="text",
    help="输出的样式：text 或 github（供 GitHub Actions 标在行上）。",
)
def check(content: Path, style: str) -> None:
    """Print every finding on a line of its own; exit with status 1 where the build would stop."""
    # What the raw pages' reader logs is the build's to say.
    keep_warnings_back()
    inspection = Inspection(content)
    try:
        findings = inspection.run()
    except ValueError as error:
        sys.exit(str(error))
    except OSError as error:
        sys.exit(explain_disk(error, content))
    for finding in findings:
        click.echo(finding.as_github() if style == "github" else str(finding))
    counts = Counter(finding.level for finding in findings)
    told = "、".join(f"{counts[level]} 处{level}" for level in ("错误", "警告", "提示"))
    click.echo(f"查了 {len(inspection.sources)} 篇文章：{told}。", err=True)
    sys.exit(inspection.has_errors)


@main.command(cls=ChineseCommand, help="新建一篇文章（草稿）。")
@CONTENT
@click.option("--title", help="标题。")
@click.option("--date", help="出版日期，如 2019-11-21。")
@click.option("--newspaper", help="报纸名称，如 人民日报。")
@click.option("--page", help="第几版，如 3。")
@click.option("--authors", help="作者，如 “记者 张三 通讯员 李四”。")
@click.option("--counties", help="写的是哪些县（市、区），写全称，用顿号隔开。")
def new(content: Path, **given: str | None) -> None:
    """Write a draft; in a terminal ask for what the command leaves out."""
    try:
        front = ask_front(given, sys.stdin.isatty(), list_counties(content / "data"))
        path = write_draft(content / "articles", front)
    except (ValueError, EOFError) as error:
        sys.exit(str(error) or "没有新建文章")
    except OSError as error:
        sys.exit(explain_disk(error, content))
    click.echo(f"已新建 {path}")
    click.echo(
        "在第二行 --- 下面写正文；用 make serve 预览，make check 检查；写好后删去 status: draft。"
    )


@main.command(cls=ChineseCommand, help="补上文章里空着、能从正文得出的字段。")
@take_files("")
@CONTENT
@WRITE
def annotate(files: tuple[Path, ...], content: Path, write: bool) -> None:
    """Show what would be filled in, and write it where that is agreed to."""
    try:
        keep_warnings_back()
        tables = load_tables(content / "data")
        chosen = files or list_edited(content / "articles")
        changed = annotate_files(chosen, tables, content / "raw")
        if not changed:
            click.echo("没有可以补上的字段。")
        elif write or (sys.stdin.isatty() and click.confirm("写入这些文件吗？")):
            write_files(changed)
            click.echo(f"已补上 {len(changed)} 篇。")
        else:
            click.echo(f"{len(changed)} 篇可以补上，还没有写入；要写入请用 make annotate WRITE=1。")
    except ContentError as error:
        sys.exit(str(error))
    except OSError as error:
        sys.exit(explain_disk(error, content))


@main.command(cls=ChineseCommand, help="预览网站，保存文件后自动重新生成。")
@click.option("--port", type=click.IntRange(1, 65535), default=8000, help="端口，如 8001。")
def serve(port: int) -> None:
    """Show the site on this machine and rebuild it on every save, until Ctrl-C."""
    preview = Preview("pelicanconf.py", Path(".cache/preview"))
    try:
        host = open_host(preview, port)
    except OSError:
        sys.exit(f"端口 {port} 已被占用，请换一个，如 make serve PORT={port + 1}")
    click.echo("正在生成网站……")
    preview.build()
    Thread(target=host.serve_forever, daemon=True).start()
    click.echo(f"预览地址：http://127.0.0.1:{port}/ ，保存文件后自动更新，按 Ctrl-C 结束。")
    tell_build(preview)
    # It would say in English that Ctrl-C was pressed.
    logging.getLogger("watchfiles").setLevel(logging.ERROR)
    for _ in watch(
        "content", "theme", "pelicanconf.py", debounce=200, step=50, raise_interrupt=False
    ):
        preview.build()
        tell_build(preview)
    click.echo("预览已结束。")


def tell_build(preview: Preview) -> None:
    """Say in the terminal how the last build went."""
    for problem in preview.problems:
        click.echo(problem, err=True)
    click.echo("网站没有生成，原因见上。" if preview.problems else "网站已更新。")


for command in (accept, addresses, mask, prefecture, propose, redo, withdraw):
    main.add_command(command)

if __name__ == "__main__":
    # Options of `new` may come by the environment: DESK_NEW_TITLE and so on.
    main(auto_envvar_prefix="DESK")
