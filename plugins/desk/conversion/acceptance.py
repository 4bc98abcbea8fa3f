"""Drafts that a person has read and accepts: published from then on, with every word as it was."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from plugins.content.content_error import ContentError
from plugins.content.field_text import drop_field
from plugins.content.front_matter import parse_article
from plugins.content.raw_folder import is_raw_page
from plugins.desk.conversion.article_folder import Existing, read_article_folder, read_exactly
from plugins.desk.conversion.manuscripts import drop_status, renew_seal


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft's file with what is still unsure of it, and its text as published."""

    path: Path
    doubts: tuple[str, ...]
    accepted: str


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


def accept_draft(path: Path) -> Draft:
    """Return a draft as it would be published: its lines `status:` and `review:` go, no others.

    An article that nobody edited stays the converter's. Raises ContentError where the fields are
    written so that no lines of their own can go.
    """
    old = read_exactly(path)
    front, body = parse_article(old, path)
    new = drop_status(old)
    if front.review:
        new = drop_field(new, "review")
        if not Existing(path, old.removeprefix("\ufeff").replace("\r\n", "\n"), front).is_edited:
            new = renew_seal(new)
    accepted, text = parse_article(new, path)
    changes = {"status": "published", "review": (), "provenance": accepted.provenance}
    if (accepted, text) != (front.model_copy(update=changes), body):
        words = "status 的写法特别，请手工删去 status: draft 和 review（文件没有改动）"
        raise ContentError(path, None, words)
    return Draft(path, front.review, new)
