"""A new article's file, ready for an editor to write in."""

import datetime
import os
from collections.abc import Callable, Mapping
from difflib import get_close_matches
from functools import partial
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

import click
from pydantic import ValidationError

from plugins.chinese.expressions import compile_late
from plugins.chinese.pinyin import slugify
from plugins.content.content_error import explain
from plugins.content.front_matter import dump_article
from plugins.content.records import name_fields, read_text
from plugins.content.sources import list_articles
from plugins.content.tables import read_rows
from plugins.desk.conversion.issues import read_date
from plugins.model import Author, FrontMatter, read_day
from plugins.model.front_matter import LAST_PAGE
from plugins.newspaper.layout.page_heads import read_number
from plugins.subjects import County
from plugins.system.folders.holding import UNFINISHED, hold_for_writing
from plugins.system.refusal import RefusalError

#: A page's number as editors type it: 3, 三版, 第三版, A3版.
PAGE = compile_late(r"第?\s*[A-Za-z]?([\d〇○零一二三四五六七八九十]{1,3})\s*版?")


def split_names(names: str) -> list[str]:
    """Return the names in a list that is separated by commas, 、 or blanks."""
    for mark in "、，,;；":
        names = names.replace(mark, " ")
    return names.split()


def read_authors(names: str) -> tuple[Author, ...]:
    """Return authors from names; 记者 or 通讯员 before names is the role of those that follow.

    What it is of may stand before it: an author by 县融媒体中心记者 is one.
    """
    authors, role = [], {}
    for name in split_names(names):
        if name.endswith(("记者", "通讯员")):
            role = {"role": name.removeprefix("本报")}
        else:
            authors.append(Author(name=name, **role))
    return tuple(authors)


def ask_front(
    given: Mapping[str, str | None], is_terminal: bool, counties: Mapping[str, str]
) -> FrontMatter:
    """Return a draft's fields: as given, and in a terminal as answered; Enter skips a question.

    `counties` are the known ones by all that they are called. Raises RefusalError for a value that
    cannot be used, and for no title.
    """
    answers = dict(given)
    readers: dict[str, Callable[[str], Any]] = {
        **READERS,
        "counties": partial(read_counties, known=counties),
    }
    if is_terminal:
        for field in (field for field in QUESTIONS if not answers.get(field)):
            answers[field] = _ask(field, readers[field])
    read = {field: readers[field](answer.strip()) for field, answer in answers.items() if answer}
    if not read.get("title"):
        raise RefusalError("没有标题，请写成 make new TITLE=标题")
    return _fill(read)


def _fill(fields: Mapping[str, Any]) -> FrontMatter:
    try:
        return FrontMatter(**fields, status="draft")
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        raise RefusalError(explain(first, name_fields(FrontMatter))) from None


def _ask(field: str, read: Callable[[str], Any]) -> str:
    """Ask until the answer can be used; an empty one is no answer."""
    while True:
        answer = click.prompt(QUESTIONS[field], default="", show_default=False).strip()
        try:
            if answer:
                _fill({"title": "甲", field: read(answer)})
            return answer
        except RefusalError as error:
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
    """Return a page's number. Raises RefusalError with what to write."""
    written = PAGE.fullmatch(number)
    page = read_number(written[1]) if written else 0
    if not 1 <= page <= LAST_PAGE:
        raise RefusalError(f"版次“{number}”不对，请写成 3、三版或第三版这样")
    return page


def read_issue_day(written: str) -> datetime.date:
    """Return the day of an issue, written in any form. Raises RefusalError with what to write."""
    return read_date(written) or read_day(written)


def read_counties(names: str, known: Mapping[str, str]) -> tuple[str, ...]:
    """Return counties by their full names. Raises RefusalError for one that is unknown."""
    for name in split_names(names):
        if name not in known:
            near = get_close_matches(name, known, n=1)
            remedy = f"是不是“{known[near[0]]}”？" if near else "外地的县不用写"
            raise RefusalError(f"不认识县（市、区）“{name}”，{remedy}")
    return tuple(dict.fromkeys(known[name] for name in split_names(names)))


def list_counties(data: Path) -> dict[str, str]:
    """Return the full names of the counties of a folder of tables, by all that they are called."""
    rows = [row for _, row in read_rows(data / "counties.csv", County)]
    forms = {form: row.name for row in rows for form in row.printed_forms()}
    return forms | {row.name: row.name for row in rows}


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
    "date": read_issue_day,
    "newspaper": str,
    "page": read_page_number,
    "authors": read_authors,
}
