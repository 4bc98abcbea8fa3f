"""A new article's file, ready for an editor to write in."""

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

import click

from plugins.chinese.pinyin import slugify
from plugins.content.front_matter import dump_article
from plugins.content.records import read_text
from plugins.content.sources import list_articles
from plugins.model import Author, FrontMatter, read_day
from plugins.model.front_matter import LAST_PAGE
from plugins.system.folder_hold import UNFINISHED, hold_for_writing


def split_names(names: str) -> list[str]:
    """Return the names in a list that is separated by commas, 、 or blanks."""
    for mark in "、，,;；":
        names = names.replace(mark, " ")
    return names.split()


def read_authors(names: str) -> tuple[Author, ...]:
    """Return authors from names; 记者 or 通讯员 before names is the role of those that follow."""
    authors, role = [], {}
    for name in split_names(names):
        if name in ("记者", "通讯员"):
            role = {"role": name}
        else:
            authors.append(Author(name=name, **role))
    return tuple(authors)


def ask_front(given: Mapping[str, str | None], is_terminal: bool) -> FrontMatter:
    """Return a draft's fields: as given, and in a terminal as answered; Enter skips a question.

    Raises ValueError, in Chinese, for a value that cannot be used, and for no title.
    """
    answers = dict(given)
    if is_terminal:
        for field in (field for field in QUESTIONS if not answers.get(field)):
            answers[field] = _ask(field)
    read = {field: READERS[field](answer.strip()) for field, answer in answers.items() if answer}
    if not read.get("title"):
        raise ValueError("没有标题，请写成 make new TITLE=标题")
    return FrontMatter(**read, status="draft")


def _ask(field: str) -> str:
    """Ask until the answer can be used; an empty one is no answer."""
    while True:
        answer = click.prompt(QUESTIONS[field], default="", show_default=False).strip()
        try:
            if answer:
                READERS[field](answer)
            return answer
        except ValueError as error:
            click.echo(error)


def write_draft(articles: Path, front: FrontMatter) -> Path:
    """Write a draft under its year with a file name that no article has; return its path.

    Raises OSError, with nothing written, where the disk refuses.
    """
    folder = articles / (str(front.date.year) if front.date else "undated")
    text = dump_article(front, "")
    taken = {path.stem for path in list_articles(articles)} | _list_given_slugs(articles)
    plain, n = slugify(front.title, [person.name for person in front.people or ()]), 1
    prefix, suffix = UNFINISHED
    with (
        hold_for_writing(folder),
        NamedTemporaryFile("w", encoding="utf-8", dir=folder, prefix=prefix, suffix=suffix) as file,
    ):
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
        Path(file.name).chmod(0o644)
        while True:
            slug = plain if n == 1 else f"{plain}-{n}"
            n += 1
            if slug in taken:
                continue
            try:
                # Unlike a rename, a link never takes the place of a file that is there.
                os.link(file.name, folder / f"{slug}.md")
            except FileExistsError:
                continue
            return folder / f"{slug}.md"


def _list_given_slugs(articles: Path) -> set[str]:
    """Return the addresses that articles give themselves, in files of any state."""
    lines = (line for path in list_articles(articles) for line in read_text(path).splitlines())
    return {line.partition(":")[2].strip(" \"'") for line in lines if line.startswith("slug:")}


def read_page_number(number: str) -> int:
    """Return a page's number. Raises ValueError with what to write."""
    if not number.isascii() or not number.isdigit() or not 1 <= int(number[:9]) <= LAST_PAGE:
        raise ValueError(f"版次“{number}”不对，请写成数字，如 3")
    return int(number)


QUESTIONS = {
    "title": "标题",
    "date": "出版日期（如 2019-11-21，不知道就按回车）",
    "newspaper": "报纸（如 人民日报，回车跳过）",
    "page": "第几版（如 3，回车跳过）",
    "authors": "作者（如 记者 张三 通讯员 李四，回车跳过）",
    "counties": "写的是哪些县（市、区）（回车跳过，由正文得出）",
}
READERS: dict[str, Callable[[str], Any]] = {
    "title": str,
    "date": read_day,
    "newspaper": str,
    "page": read_page_number,
    "authors": read_authors,
    "counties": lambda names: tuple(split_names(names)),
}
