"""The desk's command that converts a raw page anew; of one that is gone the drafts go, too."""

import sys
from pathlib import Path

import click

from plugins.desk.arguments import CONTENT, take_file
from plugins.desk.conversion.article_folder import read_article_folder
from plugins.desk.conversion.issues import Issue
from plugins.desk.conversion.manuscripts import convert, locate_raw
from plugins.desk.conversion.redoing import Redoing, begin_redoing
from plugins.desk.conversion.report import tell_page
from plugins.site.settings.tables import load_tables
from plugins.system.chinese_command import ChineseCommand, explain_disk


@click.command(
    cls=ChineseCommand, help="重新转换一版：没改过的草稿换成新的；原文已经删去的，草稿也删去。"
)
@take_file("请写成 make redo FILE=content/raw/原文的文件名")
@CONTENT
def redo(file: Path, content: Path) -> None:
    """Replace the untouched drafts of a raw page; name what is kept."""
    try:
        redoing = begin_redoing(file, read_article_folder(content / "articles"))
        if not file.exists() and not (redoing.untouched or redoing.kept):
            sys.exit(f"{file}：没有这个文件，也没有由它转换的文章，请检查文件名")
        if file.exists():
            _convert_again(redoing, content)
        else:
            redoing.delete()
    except ValueError as error:
        sys.exit(str(error))
    except OSError as error:
        sys.exit(explain_disk(error, content))
    for draft in redoing.untouched:
        if not draft.path.exists():
            click.echo(f"  {draft.path}　删去了旧草稿")
    for article in redoing.kept:
        state = "已发布" if article.front.status == "published" else "编辑过"
        click.echo(f"  {article.path}　{state}，留着没有动")


def _convert_again(redoing: Redoing, content: Path) -> None:
    tables = load_tables(content / "data")
    if locate_raw(redoing.raw).as_posix() in tables.addresses.withdrawn_raws:
        sys.exit(f"{redoing.raw}：文章已撤下，不再转换")
    page = convert(redoing.raw, Issue(), tables).without(tables.addresses.withdrawn_ids)
    for line in tell_page(page, redoing.replace(page), is_previewed=True):
        click.echo(line)
