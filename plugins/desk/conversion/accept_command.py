"""The desk's command that publishes drafts once a person has read them."""

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from plugins.desk.arguments import CONTENT, WRITE, is_agreed, take_files
from plugins.desk.checking.inspection import Inspection
from plugins.desk.conversion.acceptance import Draft, accept_draft, list_drafts
from plugins.desk.endings import end_in_words
from plugins.system.chinese_command import ChineseCommand, keep_warnings_back
from plugins.system.folders.whole_files import write_files


@click.command(
    cls=ChineseCommand, help="发布核对过的草稿：去掉 status: draft 和 review，别的一字不动。"
)
@take_files("请写成 make accept FILES=content/raw/原文的文件名，或者 FILES=文章的文件名")
@CONTENT
@WRITE
def accept(files: tuple[Path, ...], content: Path, write: bool) -> None:
    """Publish drafts, all of them or none; a raw page stands for all drafts made of it."""
    with end_in_words(content):
        drafts = [accept_draft(path) for path in list_drafts(files, content / "articles")]
        refuse_faulty([draft.path for draft in drafts], content)
        ask_about_doubts(drafts, write=write)
        write_files([(draft.path, draft.accepted) for draft in drafts])
    for draft in drafts:
        click.echo(f"已发布 {draft.path}")
    if not drafts:
        click.echo("没有草稿。")


def refuse_faulty(drafts: Sequence[Path], content: Path) -> None:
    """Leave with what would stop the build once the drafts are published, if anything would."""
    if not drafts:
        return
    keep_warnings_back()
    paths = {path.resolve() for path in drafts}
    findings = Inspection(content, drafts).run()
    faults = [f for f in findings if f.level == "错误" and f.path.resolve() in paths]
    for fault in faults:
        click.echo(str(fault), err=True)
    if faults:
        sys.exit("没有发布：请先改正上面的错误，再运行一次。")


def ask_about_doubts(drafts: Sequence[Draft], *, write: bool) -> None:
    """Show what is still unsure, and leave unless a person says that all of it has been read."""
    count = sum(len(draft.doubts) for draft in drafts)
    for draft in drafts:
        for doubt in draft.doubts:
            click.echo(f"{draft.path}：{doubt}")
    if count and not is_agreed(f"上面 {count} 处都核对过了，发布吗？", write=write):
        sys.exit(f"没有发布：还有 {count} 处拿不准的地方；都核对过了，请加 WRITE=1。")
