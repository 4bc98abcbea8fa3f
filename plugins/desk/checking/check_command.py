"""The command that checks all content: `python -m plugins.desk check`."""

import sys
from collections import Counter
from pathlib import Path

import click

from plugins.desk.arguments import CONTENT
from plugins.desk.checking.inspection import Inspection
from plugins.desk.endings import end_in_words
from plugins.system.chinese_command import ChineseCommand, keep_warnings_back


@click.command(cls=ChineseCommand, help="检查全部文章、页面和数据表。")
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
    with end_in_words(content):
        findings = inspection.run()
    for finding in findings:
        click.echo(finding.as_github() if style == "github" else str(finding))
    counts = Counter(finding.level for finding in findings)
    told = "、".join(f"{counts[level]} 处{level}" for level in ("错误", "警告", "提示"))
    click.echo(f"查了 {inspection.articles} 篇文章：{told}。", err=True)
    sys.exit(inspection.has_errors)
