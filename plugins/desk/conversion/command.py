"""The converter's command line: raw pages in, Markdown articles out."""

import datetime
import json
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from plugins.content.content_error import ContentError
from plugins.content.raw_folder import list_raw_pages
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
from plugins.model.front_matter import LAST_PAGE
from plugins.system.chinese_command import ChineseCommand, explain_disk
from plugins.system.cluster.sharing import ClusterError

ARTICLES = Path("content/articles")


@click.command(cls=ChineseCommand, help="把版面文字（RAW，文件或文件夹）转换成 Markdown 文章。")
@click.argument("raws", metavar="RAW...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--date", type=click.DateTime(["%Y-%m-%d"]), help="出版日期，如 2019-11-21。")
@click.option("--newspaper", help="报纸名称，如 人民日报。")
@click.option("--page", type=click.IntRange(1, LAST_PAGE), help="第几版，如 3。")
@click.option(
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
    default=ARTICLES,
    help="文章放在哪个文件夹（默认 content/articles）。",
)
@click.option("--json", "as_json", is_flag=True, help="不写文件，只输出 JSON。")
@click.option("--new", "only_new", is_flag=True, help="已经有文章的版面不再转换。")
def main(
    raws: Sequence[Path],
    date: datetime.datetime | None,
    newspaper: str | None,
    page: int | None,
    output: Path,
    as_json: bool,
    only_new: bool,
) -> None:
    """Convert the raw pages, or say in one line what is wrong and exit with status 1."""
    issue = Issue(newspaper=newspaper, date=date.date() if date else None, page=page)
    try:
        pages = [p for raw in raws for p in (list_raw_pages(raw) if raw.is_dir() else [raw])]
        if as_json:
            print_json(ArticleFolder(output, ()).leave_rests(convert_all(pages, issue)))
        else:
            write_articles(pages, issue, output, only_new=only_new)
    except (ContentError, ClusterError) as error:
        sys.exit(str(error))
    except OSError as error:
        sys.exit(explain_disk(error, output))


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
