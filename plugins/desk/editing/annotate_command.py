"""The command that fills in what texts can tell: `python -m plugins.desk annotate`."""

from pathlib import Path

import click

from plugins.desk.arguments import CONTENT, WRITE, is_agreed, take_files
from plugins.desk.editing.annotation import annotate_files, list_edited
from plugins.desk.endings import end_in_words
from plugins.site.settings.tables import load_tables
from plugins.system.chinese_command import ChineseCommand, keep_warnings_back
from plugins.system.folders.whole_files import write_files


@click.command(cls=ChineseCommand, help="补上文章里空着、能从正文得出的字段。")
@take_files("")
@CONTENT
@WRITE
def annotate(files: tuple[Path, ...], content: Path, write: bool) -> None:
    """Show what would be filled in, and write it where that is agreed to."""
    with end_in_words(content):
        keep_warnings_back()
        tables = load_tables(content / "data")
        chosen = files or list_edited(content / "articles")
        changed = annotate_files(chosen, tables, content / "raw")
        if not changed:
            click.echo("没有可以补上的字段。")
        elif is_agreed("写入这些文件吗？", write=write):
            write_files(changed)
            click.echo(f"已补上 {len(changed)} 篇。")
        else:
            click.echo(f"{len(changed)} 篇可以补上，还没有写入；要写入请用 make annotate WRITE=1。")
