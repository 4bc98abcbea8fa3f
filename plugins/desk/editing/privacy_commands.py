"""The desk's commands for what people ask to have hidden, and for addresses that readers hold."""

import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from plugins.chinese.pinyin import slugify
from plugins.content.content_error import ContentError
from plugins.content.sources import Source, list_articles, read_source
from plugins.content.tables import format_rows
from plugins.desk.arguments import CONTENT, WRITE, is_agreed, take_file
from plugins.desk.conversion.article_folder import read_exactly
from plugins.desk.editing.address_book import record_published, record_withdrawn
from plugins.desk.editing.drafts import split_names
from plugins.desk.endings import end_in_words
from plugins.model.days import find_publish_day
from plugins.privacy.hiding import hide_words, list_pending, read_parts, renew_record, show_places
from plugins.privacy.masks import COLUMNS, read_masks
from plugins.site.settings.addresses import read_addresses
from plugins.system.chinese_command import ChineseCommand
from plugins.system.folders.whole_files import write_files

KEPT = (
    "版面原文（content/raw/）和 Git 的历史里仍有这些文字：怎样去除，见 docs/privacy.md；"
    "原来的网站、预览和缓存（.cache/）请用 make clean 删去。"
)


@click.command(cls=ChineseCommand, help="把已发布的网址登记到 content/data/addresses.csv。")
@click.argument("site", metavar="网站", type=click.Path(path_type=Path, file_okay=False))
@CONTENT
def addresses(site: Path, content: Path) -> None:
    """Record the addresses of a built site."""
    pages = [file.relative_to(site).as_posix() for file in site.rglob("*.html")]
    if "index.html" not in pages:
        sys.exit(f"{site}：没有网站，请先运行 make site")
    with end_in_words(content):
        record = read_addresses(content / "data")
        added = record_published(record, pages, find_publish_day(os.environ))
    if added:
        told = f"已登记 {len(added)} 个新网址：{record.path}，请随文章一起提交。"
        click.echo(told, err=True)


@click.command(cls=ChineseCommand, help="撤下一篇文章：删去文件，登记它的网址和版面。")
@take_file("请写成 make withdraw FILE=要撤下的文章，如 content/articles/2019/a.md")
@CONTENT
@WRITE
def withdraw(file: Path, content: Path, write: bool) -> None:
    """Remove an article for good: its page says so, and no conversion brings it back."""
    with end_in_words(content):
        source = read_source(file, file)
        others = [
            read_source(other, other)
            for other in list_articles(content / "articles")
            if not other.samefile(file)
        ]
        click.echo(f"撤下 {file}，网址 {source.address} 只留下“本文已应要求撤下”。")
        if not is_agreed("撤下吗？", write=write):
            sys.exit("还没有撤下；要撤下请加 WRITE=1。")
        # The record first: a kill in between leaves an error of the build, not a forgotten address.
        record = read_addresses(content / "data")
        record_withdrawn(record, source, others, find_publish_day(os.environ))
        file.unlink()
    click.echo(f"已撤下。{KEPT}")


@click.command(cls=ChineseCommand, help="隐去一篇文章里的文字：文件里换成 ▇，登记位置。")
@take_file("请写成 make mask FILE=文章 WORDS=要隐去的文字")
@click.option("--words", default="", help="要隐去的文字，几处用逗号隔开。")
@CONTENT
@WRITE
def mask(file: Path, words: str, content: Path, write: bool) -> None:
    """Hide words wherever an article has them, and put on record where; never the words."""
    with end_in_words(content):
        source = read_source(file, file)
        record = read_masks(content / "data")
        old = read_exactly(file)
        parts = read_parts(old, file)[1]
        rows = record.list_of((source.front.id, source.slug))
        hidden = list(dict.fromkeys([*split_names(words), *list_pending(parts, rows)]))
        refuse_absent(hidden, old, file)
        new = hide_words(old, file, hidden)
        renewed = renew_record(
            record, source, read_parts(new, file)[1], find_publish_day(os.environ)
        )
        if new == old and renewed == [row for _, row in record.rows]:
            sys.exit(f"{file}：没有要隐去的字；要隐去哪些，请写成 WORDS=文字")
        for line in show_places(parts, hidden):
            click.echo(line)
        if not is_agreed("隐去并登记吗？", write=write):
            sys.exit("还没有隐去；要隐去请加 WRITE=1。")
        # The record first: a build after a kill in between hides the words, too.
        write_files([(record.path, format_rows(COLUMNS, renewed)), (file, new)])
    click.echo(f"已隐去，登记在 {record.path}。{KEPT}")
    for line in tell_elsewhere(source, hidden, content):
        click.echo(line)


def refuse_absent(words: Iterable[str], text: str, file: Path) -> None:
    """Raise ContentError for words that an article's file does not have."""
    for word in words:
        if word not in text:
            raise ContentError(file, None, f"没有“{word}”，请照文章里的写法写")


def tell_elsewhere(source: Source, words: Iterable[str], content: Path) -> Iterator[str]:
    """Yield where else the site may still tell what was hidden in an article."""
    for word in words:
        # A name is read by its surname's reading, which addresses of before lack.
        if any(slug in source.slug for slug in (slugify(word), slugify(word, [word]))):
            remedy = "请给文件改名，并从 addresses.csv 删去旧网址"
            yield f"网址 {source.address} 里有“{word}”的拼音：{remedy}"
        for other in list_articles(content / "articles"):
            if not other.samefile(source.file) and word in read_exactly(other):
                yield f"{other} 里也有“{word}”：若是同一人，请同样隐去"
