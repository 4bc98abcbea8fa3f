"""An article cut into rows: the raw lines of each part on one side, the part as shown on the other.

Where a paragraph goes on in a raw line that is not the next one, that is a join: it is said before
the raw line, and inside the paragraph at the very character.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from bs4 import Tag

from plugins.chinese.expressions import compile_late
from plugins.content.markdown_text import find_blocks, parse_html, write_html
from plugins.desk.review.joins import Join, mark_joins
from plugins.model import Provenance
from plugins.site.articles.article import Article
from plugins.site.articles.raw_lines import BLOCK_LABELS, HEAD_LABELS

LINE = compile_late(r"第\s*(\d+)\s*行")


@dataclass(frozen=True, slots=True)
class RawLine:
    """One raw line; `join` tells how it follows the one before it, "" where it is simply next."""

    number: int
    text: str
    join: str = ""


@dataclass(slots=True)
class Row:
    """One part of an article; `html` is shown as it is, or else `text`."""

    anchor: str
    label: str
    lines: list[RawLine]
    text: str = ""
    html: str = ""
    remarks: tuple[str, ...] = ()


def cut_rows(
    article: Article, number: int, lines: Sequence[str], owned: Collection[int]
) -> list[Row]:
    """Return the rows of the page's article `number`, without any where it has no raw lines.

    `lines` are the raw page's; `owned` are the numbers of those that are any article's own.
    """
    provenance = article.source.front.provenance
    if provenance is None or not lines:
        return []
    rows = [*_cut_head(article, provenance, lines), *_cut_body(article, provenance, lines, owned)]
    for i, row in enumerate(rows):
        row.anchor = f"a{number}-{i}"
    return rows


def place_remarks(rows: Sequence[Row], remarks: Sequence[str]) -> list[str]:
    """Put each remark to the first row that has a line it speaks of; return those without one."""
    left: list[str] = []
    for remark in remarks:
        told = {int(n) for n in LINE.findall(remark)}
        row = next((r for r in rows if told & {line.number for line in r.lines}), None)
        if row is None:
            left.append(remark)
        else:
            row.remarks += (remark,)
    return left


def _cut_head(article: Article, provenance: Provenance, lines: Sequence[str]) -> Iterator[Row]:
    authors = "　".join(f"{one.role} {one.name}" for one in article.source.front.authors)
    shown = {
        "kicker": article.kicker,
        "title": article.title,
        "subtitle": article.subtitle,
        "byline": authors,
    }
    for part, label in HEAD_LABELS:
        numbers = getattr(provenance.lines, part)
        if numbers or shown[part]:
            yield Row("", label, _read_lines(numbers, lines), text=shown[part] or "")


def _cut_body(
    article: Article, provenance: Provenance, lines: Sequence[str], owned: Collection[int]
) -> Iterator[Row]:
    soup = parse_html(article.body.content)
    for element in soup.find_all(True):
        # One page holds several articles, whose figures and footnotes bear the same names.
        for attribute in ("id", "aria-describedby"):
            del element[attribute]
    shown = [e for e in find_blocks(soup) if e.get_text().strip()]
    is_plain = all(element.parent is soup or element.name == "tr" for element in shown)
    counts = {len(shown), len(article.source.blocks), len(provenance.blocks)}
    if not is_plain or len(counts) > 1:
        every = [n for numbers in provenance.blocks for n in numbers]
        label = "正文（编辑改过分段，不能逐段对照）"
        yield Row("", label, _read_lines(every, lines), html=write_html(soup))
        return
    is_usual = _find_usual_step(provenance)
    parts = zip(article.source.blocks, shown, provenance.blocks, strict=True)
    for index, (block, element, numbers) in enumerate(parts, start=1):
        joins = {
            b: "原在别处" if b < a or any(n in owned for n in range(a + 1, b)) else "隔行"
            for a, b in pairwise(numbers)
            if b - a != is_usual
        }
        raw = _read_lines(numbers, lines, joins)
        _mark(element, raw)
        html = write_html(element)
        if element.name == "tr":
            html = f"<table><tbody>{html}</tbody></table>"
        yield Row("", f"正文 {index} · {BLOCK_LABELS[block.type]}", raw, html=html)


def _find_usual_step(provenance: Provenance) -> int:
    """How far apart a paragraph's lines stand: 1, or 2 where a page has blank lines between all."""
    steps = [b - a for numbers in provenance.blocks for a, b in pairwise(numbers)]
    twos = steps.count(2)
    return 2 if twos > len(provenance.blocks) and twos > steps.count(1) else 1


def _read_lines(
    numbers: Sequence[int], lines: Sequence[str], joins: dict[int, str] | None = None
) -> list[RawLine]:
    return [
        RawLine(n, lines[n - 1].strip(), (joins or {}).get(n, ""))
        for n in numbers
        if 0 < n <= len(lines)
    ]


def _mark(element: Tag, raw: Sequence[RawLine]) -> None:
    at, joins = 0, []
    for line in raw:
        if line.join:
            joins.append(Join(at, line.number))
        at += len(line.text)
    mark_joins(element, joins, "".join(line.text for line in raw))
