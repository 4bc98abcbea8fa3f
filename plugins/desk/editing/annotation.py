"""Derived fields put into an article's file; what an editor wrote stays, byte for byte."""

from collections.abc import Sequence
from difflib import unified_diff
from pathlib import Path
from typing import Any

import click

from plugins.content.content_error import ContentError
from plugins.content.field_text import FIELD, ORDER, drop_field, put_field
from plugins.content.front_matter import dump_article, parse_article
from plugins.content.markdown_text import to_blocks
from plugins.content.rendering import MarkupError
from plugins.content.sources import read_source
from plugins.desk.checking.hints import read_printed
from plugins.desk.checking.stale_figures import renew_figures
from plugins.desk.conversion.article_folder import read_article_folder, read_exactly
from plugins.figures import TooManyFiguresError
from plugins.model import FrontMatter
from plugins.privacy.excerpts import summarise
from plugins.site.articles.derivation import NAMED, derive_fields, list_unshared
from plugins.site.articles.raw_lines import RawPages
from plugins.site.pages.lost_lines import squeeze
from plugins.site.settings.tables import Tables

DERIVED = (*NAMED, "summary", "figures")


def list_edited(articles: Path) -> list[Path]:
    """Return the articles that are no longer as the converter wrote them, or never were its own.

    The others are left to the converter, which would take a change for an editor's. Raises
    ContentError.
    """
    return [one.path for one in read_article_folder(articles).articles if one.is_edited]


def annotate_files(files: Sequence[Path], tables: Tables, raw: Path) -> list[tuple[Path, str]]:
    """Print each file's change as a diff; return the changed files with their new text.

    `raw` is the folder of the raw pages. Raises ContentError.
    """
    changed = []
    for path in files:
        old = read_exactly(path)
        source = read_source(path, path)
        printed = squeeze(read_printed(source, RawPages(raw, [source])))
        new = annotate(old, path, tables, printed)
        if new != old:
            parts = (old.splitlines(keepends=True), new.splitlines(keepends=True))
            diff = unified_diff(*parts, str(path), str(path), n=1)
            click.echo("".join(f"{line.rstrip()}\n" for line in diff))
            changed.append((path, new))
    return changed


def annotate(text: str, path: Path, tables: Tables, printed: str = "") -> str:
    """Return an article file's text with its empty fields derived and its figures renewed.

    It is the same where nothing is to be done. `printed` are the letters of the article's raw
    lines. Raises ContentError where the file cannot be read or safely changed.
    """
    front, body = parse_article(text, path)
    try:
        derived = derive_empty(front, body, tables)
        renewal = renew_figures(front, to_blocks(body), printed, tables)
    except (MarkupError, TooManyFiguresError) as error:
        raise ContentError(path, None, str(error)) from None
    changed = text
    if renewal and (renewal.lost or renewal.added):
        changed = drop_field(changed, "figures")
        derived["figures"] = renewal.figures
    if not derived:
        return text
    whole = dump_article(FrontMatter(title="甲", **derived), "")
    chunks = {match[1]: match[0] for match in FIELD.finditer(whole) if match[1] in derived}
    newline = "\r\n" if "\r\n" in text else "\n"
    for field in sorted(derived, key=ORDER.index):
        changed = put_field(changed, field, chunks[field].replace("\n", newline))
    if parse_article(changed, path) != (front.model_copy(update=derived), body):
        raise ContentError(path, None, "前面的字段写法特别，没能补上，请手工填写（文件没有改动）")
    return changed


def derive_empty(front: FrontMatter, body: str, tables: Tables) -> dict[str, Any]:
    """Return what the text says of the fields that are null, as far as it says anything.

    Raises MarkupError, TooManyFiguresError.
    """
    blocks = to_blocks(body)
    derivation = derive_fields(front, blocks, tables)
    derived = dict(derivation.fields)
    if front.summary is None:
        people = derivation.subjects.people if front.people is None else front.people
        derived["summary"] = summarise(blocks, list_unshared(people, derivation.subjects))
    return {field: derived[field] for field in DERIVED if derived.get(field)}
