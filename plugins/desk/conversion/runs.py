"""A run of the converter: raw pages in, Markdown articles or their description out."""

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

import click

from plugins.content.content_error import ContentError
from plugins.content.raw_folder import find_strays, list_raw_pages
from plugins.desk.arguments import ARTICLES
from plugins.desk.conversion.article_folder import ArticleFolder, Existing, read_article_folder
from plugins.desk.conversion.issues import Issue
from plugins.desk.conversion.manuscripts import ConvertedPage
from plugins.desk.conversion.page_errand import (
    convert_all,
    convert_resumably,
    read_record,
)
from plugins.desk.conversion.raw_files import locate_raw, refuse_same_names
from plugins.desk.conversion.report import describe_page, tell_page
from plugins.desk.endings import end_in_words


def convert_raws(
    raws: Sequence[Path], issue: Issue, output: Path, *, as_json: bool, only_new: bool
) -> None:
    """Convert files and folders of raw pages, or leave with what is wrong in one line."""
    with end_in_words(output):
        pages = [p for raw in raws for p in (list_raw_pages(raw) if raw.is_dir() else [raw])]
        _tell_strays(one for raw in raws if raw.is_dir() for one in find_strays(raw))
        if as_json:
            print_json(ArticleFolder(output, ()).leave_rests(convert_all(pages, issue)))
        else:
            write_articles(pages, issue, output, only_new=only_new)


def _tell_strays(strays: Iterable[ContentError]) -> None:
    """Say of each kind of file that is not converted why, by the first, and how many there are."""
    kinds: defaultdict[str, list[ContentError]] = defaultdict(list)
    for stray in strays:
        kinds[stray.path.suffix.lower()].append(stray)
    for first, *others in kinds.values():
        count = f"（这样的文件共 {len(others) + 1} 个）" if others else ""
        click.echo(f"提醒：{first}{count}", err=True)


def print_json(pages: Sequence[ConvertedPage]) -> None:
    """Print one JSON object: the page, or of several pages all under `pages`."""
    described = [describe_page(p) for p in pages]
    whole = (
        described[0]
        if len(pages) == 1
        else {"pages": [{"raw": str(p.raw)} | d for p, d in zip(pages, described, strict=True)]}
    )
    click.echo(json.dumps(whole, ensure_ascii=False, indent=1))


def write_articles(raws: Sequence[Path], issue: Issue, output: Path, *, only_new: bool) -> None:
    """Write the articles of all pages as drafts, or none; say what was found."""
    folder = read_article_folder(output)
    addresses = read_record()
    todo = []
    for raw in raws:
        if locate_raw(raw).as_posix() in addresses.withdrawn_raws:
            click.echo(f"{raw}：文章已撤下，不再转换")
        elif only_new and (made := folder.list_articles_of(raw)):
            click.echo(f"{raw}：已有文章，未重新转换{_count_drafts(made)}")
        else:
            todo.append(raw)
    refuse_same_names(todo)
    with convert_resumably(todo, issue) as converted:
        pages = [page.without(addresses.withdrawn_ids) for page in converted]
        pages = folder.leave_rests(pages)
        written = folder.write(pages)
    is_previewed = output == ARTICLES
    for page, outcomes in zip(pages, written, strict=True):
        for line in tell_page(page, outcomes, is_previewed=is_previewed):
            click.echo(line)


def _count_drafts(made: Sequence[Existing]) -> str:
    drafts = sum(article.front.status == "draft" for article in made)
    return f"（{drafts} 篇还是草稿，网站上没有）" if drafts else ""
