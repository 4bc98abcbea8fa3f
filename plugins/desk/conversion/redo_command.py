"""The desk's command that converts a raw page anew; of one that is gone the drafts go, too."""

import sys
from dataclasses import replace
from pathlib import Path

import click

from plugins.desk.arguments import CONTENT, WRITE, is_agreed, take_file
from plugins.desk.conversion.article_folder import read_article_folder
from plugins.desk.conversion.issues import Issue
from plugins.desk.conversion.page_conversion import convert
from plugins.desk.conversion.raw_files import locate_raw
from plugins.desk.conversion.redoing import Redoing, begin_redoing, find_raw
from plugins.desk.conversion.report import tell_page
from plugins.desk.endings import end_in_words
from plugins.privacy.masks import Masks
from plugins.site.settings.tables import load_tables
from plugins.system.chinese_command import ChineseCommand


@click.command(
    cls=ChineseCommand, help="重新转换一版：没改过的草稿换成新的；原文已经删去的，草稿也删去。"
)
@take_file("请写成 make redo FILE=content/raw/原文的文件名")
@CONTENT
@WRITE
def redo(file: Path, content: Path, write: bool) -> None:
    """Replace the untouched drafts of a raw page; name what is kept."""
    with end_in_words(content):
        raw = find_raw(file, content)
        redoing = begin_redoing(raw, read_article_folder(content / "articles"))
        if raw.exists():
            _convert_again(redoing, content)
        elif redoing.untouched or redoing.kept:
            _ask_about(redoing, write=write)
            redoing.delete()
        else:
            sys.exit(f"{file}：没有这个文件，也没有由它转换的文章，请检查文件名")
    for draft in redoing.untouched:
        if not draft.path.exists():
            click.echo(f"  {draft.path}　删去了旧草稿")
    for article in redoing.kept:
        state = "已发布" if article.front.status == "published" else "编辑过"
        click.echo(f"  {article.path}　{state}，留着没有动")


def _ask_about(redoing: Redoing, *, write: bool) -> None:
    """Show the drafts of a page that is gone, and leave unless they are to go, too."""
    if write or not redoing.untouched:
        return
    click.echo(f"{redoing.raw} 不在了，由它转换、没有改过的草稿：")
    for draft in redoing.untouched:
        click.echo(f"  {draft.path}")
    if not is_agreed("都删去吗？", write=False):
        sys.exit("什么也没有删。原文还在的，请检查文件名；草稿也不要的，请加 WRITE=1。")


def _convert_again(redoing: Redoing, content: Path) -> None:
    tables = load_tables(content / "data")
    addresses, masks = tables.addresses, tables.masks
    if locate_raw(redoing.raw).as_posix() in addresses.withdrawn_raws:
        sys.exit(f"{redoing.raw}：文章已撤下，不再转换")
    # What is hidden in a kept article stands in no other, whichever gets its number now.
    kept = {name for a in redoing.kept for name in (a.front.id, a.front.slug or a.path.stem)}
    others = Masks(masks.path, tuple(row for row in masks.rows if row[1].article not in kept))
    page = convert(redoing.raw, Issue(), replace(tables, masks=others))
    (page,) = redoing.folder.leave_rests([page.without(addresses.withdrawn_ids)])
    reserved = addresses.withdrawn_ids.union(row.article for _, row in masks.rows)
    for line in tell_page(page, redoing.replace(page, reserved), is_previewed=True):
        click.echo(line)
    for manuscript, article in redoing.match_kept(page):
        click.echo(f"  《{manuscript.front.title}》没有写：{article.path} 已有这些文字")
