"""Drafts that a person has read and accepts: published from then on, with every word as it was."""

from collections.abc import Iterable
from pathlib import Path

from plugins.content.content_error import ContentError
from plugins.content.front_matter import parse_article
from plugins.content.raw_folder import is_raw_page
from plugins.desk.conversion.article_folder import read_article_folder, read_exactly
from plugins.desk.conversion.manuscripts import drop_status


def list_drafts(paths: Iterable[Path], articles: Path) -> list[Path]:
    """Return the drafts among articles; a raw page stands for all articles made of it.

    Raises ContentError for a file that cannot be read, or a raw page without articles.
    """
    chosen: list[Path] = []
    for path in paths:
        chosen += _list_articles_of(path, articles) if is_raw_page(path) else [path]
    texts = {path: read_exactly(path) for path in dict.fromkeys(chosen)}
    return [p for p, text in texts.items() if parse_article(text, p)[0].status == "draft"]


def _list_articles_of(raw: Path, articles: Path) -> list[Path]:
    made = read_article_folder(articles).list_articles_of(raw)
    if not made:
        raise ContentError(raw, None, "还没有由它转换的文章，请先转换，或检查文件名")
    return [article.path for article in made]


def accept_draft(path: Path) -> tuple[Path, str]:
    """Return a draft's file with its text as published: only its line `status:` goes.

    The seal says nothing of the status, so an article that nobody edited stays the converter's.
    Raises ContentError where the field is written so that no line of its own can go.
    """
    old = read_exactly(path)
    new = drop_status(old)
    front, body = parse_article(old, path)
    if parse_article(new, path) != (front.model_copy(update={"status": "published"}), body):
        raise ContentError(
            path, None, "status 的写法特别，请手工删去 status: draft（文件没有改动）"
        )
    return path, new
