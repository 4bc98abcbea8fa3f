"""The archive as open data: CSV, JSON, and a Data Package that says what each column is.

Data Package v2 (datapackage.org): a descriptor with the types, units and meaning of every column.
Figures of one person or family, and people, are in none of these files.
"""

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from plugins.model.compact_json import dump_json
from plugins.site.articles.article import Article
from plugins.site.articles.shown_figures import ShownFigure
from plugins.site.groups.collection import Archive
from plugins.system.digests import digest
from plugins.system.memo import Memo

Cell = str | float | int | None
#: (name, Data Package type, meaning): the columns of each table.
Columns = Sequence[tuple[str, str, str]]

FIGURES: Columns = (
    ("id", "string", "编号：所在文章的网址名加数字编号，不随别处的改动而变"),
    ("article", "string", "所在文章的网址名，对应 articles 表的 slug"),
    ("title", "string", "所在文章的标题，受访群众的姓名已隐去"),
    ("date", "date", "所在文章的刊发日期，原版面没有的留空"),
    ("topics", "string", "这个数字自己的专题，由它的句子和小标题得出，用 | 隔开"),
    ("raw", "string", "原文"),
    ("value", "number", "数值，以 unit 为单位"),
    ("unit", "string", "单位"),
    (
        "bound",
        "string",
        "exact 等于，more 多于，less 少于，at_least 不少于，at_most 不多于，about 约",
    ),
    ("indicator", "string", "说的是什么"),
    ("kind", "string", "类别"),
    ("county", "string", "县（市、区），今名"),
    ("place", "string", "文中的地方"),
    ("period", "string", "时段，照原文"),
    ("period_start", "date", "时段首日，能推定时才有"),
    ("period_end", "date", "时段末日，能推定时才有"),
    ("scope", "string", "主体范围"),
    ("per", "string", "按什么平均"),
    ("nature", "string", "实际、目标、预计或门槛，没有把握的空着"),
    ("weight", "string", "major 主要，minor 次要"),
    ("group", "integer", "同一篇里同组的数彼此相关"),
    ("part", "string", "在组里是什么"),
    ("paragraph", "integer", "正文第几段，从 0 数起"),
    ("start", "integer", "段内起点（字符）"),
    ("end", "integer", "段内终点（字符）"),
)
ARTICLES: Columns = (
    ("slug", "string", "网址名"),
    ("title", "string", "标题，受访群众的姓名已隐去"),
    ("newspaper", "string", "报纸"),
    ("date", "date", "刊发日期，原版面没有的留空"),
    ("date_estimate", "string", "据内文推定的起止月份（EDTF）"),
    ("page", "integer", "版次"),
    ("column", "string", "栏目"),
    ("kind", "string", "体裁"),
    ("counties", "string", "县（市、区），今名，用 | 隔开"),
    ("towns", "string", "镇（街道），用 | 隔开"),
    ("topics", "string", "专题，用 | 隔开"),
    ("characters", "integer", "正文字数"),
    ("address", "string", "网页地址，自网站根目录起"),
)
#: Words for bounds: a spreadsheet would compute "=".
_BOUNDS = {
    "=": "exact", ">": "more", "<": "less", ">=": "at_least", "<=": "at_most", "~": "about",
}  # fmt: skip
#: A spreadsheet takes what begins so for a formula (OWASP, CSV injection).
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


class Rows(NamedTuple):
    """Some rows as they are written: of the CSV file, and of the JSON file."""

    csv: str
    json: str


@dataclass(frozen=True)
class Table:
    """One table of open data, and its rows, of which a part may have none."""

    name: str
    title: str
    columns: Columns
    parts: Sequence[Rows]

    def csv(self) -> str:
        """The table with a byte order mark, so that Excel reads it as UTF-8."""
        head = _write_csv([[name for name, _, _ in self.columns]])
        return "".join(["\ufeff", head, *(part.csv for part in self.parts)])

    def json(self) -> str:
        """The table as a list of objects, a line each, empty cells left out."""
        return "[\n" + ",\n".join(part.json for part in self.parts if part.json) + "\n]\n"

    def resource(self) -> dict[str, object]:
        """Describe the table's CSV file as a Data Package does."""
        fields = [
            {"name": name, "type": kind, "description": meaning}
            for name, kind, meaning in self.columns
        ]
        return {
            "name": self.name,
            "title": self.title,
            "path": f"{self.name}.csv",
            "type": "table",
            "format": "csv",
            "mediatype": "text/csv",
            "encoding": "utf-8-sig",
            "schema": {"fields": fields, "primaryKey": [self.columns[0][0]]},
        }


def open_data(archive: Archive, memo: Memo) -> Mapping[str, str]:
    """Return every file of open data by its path below the site's root.

    The rows of an article's figures, which are the most of it, come from `memo` where it is known.
    """
    articles = write_rows(ARTICLES, _article_rows(archive))
    tables = (
        Table("figures", "报道中的数字", FIGURES, _recall_figures(archive.articles, memo)),
        Table("articles", "报道目录", ARTICLES, [articles]),
    )
    files = {f"data/{table.name}.csv": table.csv() for table in tables}
    files |= {f"data/{table.name}.json": table.json() for table in tables}
    files["data/datapackage.json"] = _describe(archive, tables)
    return files


def _describe(archive: Archive, tables: Iterable[Table]) -> str:
    """Write the descriptor. It names a licence only where the settings do."""
    settings = archive.settings
    package: dict[str, object] = {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "newspaper-archive",
        "title": settings.name,
        "description": f"{settings.description}{settings.historical_note}",
        "resources": [table.resource() for table in tables],
    }
    if settings.data_licence:
        package["licenses"] = [{"name": settings.data_licence}]
    return json.dumps(package, ensure_ascii=False, indent=2) + "\n"


def _recall_figures(articles: Sequence[Article], memo: Memo) -> list[Rows]:
    def make(missing: list[int]) -> Iterator[bytes]:
        for number in missing:
            figures = (shown for shown in articles[number].body.figures if shown.is_public)
            rows = write_rows(FIGURES, map(_figure_row, figures))
            yield f"{len(rows.csv)}\n{rows.csv}{rows.json}".encode("utf-8", "surrogatepass")

    keys = [article.digest or digest(repr(article.body.figures).encode()) for article in articles]
    return [_read_rows(content) for content in memo.make_all(keys, make)]


def _read_rows(content: bytes) -> Rows:
    size, _, rows = content.decode("utf-8", "surrogatepass").partition("\n")
    return Rows(rows[: int(size)], rows[int(size) :])


def write_rows(columns: Columns, rows: Iterable[Sequence[Cell]]) -> Rows:
    """Write rows, which hold a cell for each column."""
    held, names = list(rows), [name for name, _, _ in columns]
    objects = (
        {name: cell for name, cell in zip(names, row, strict=True) if cell is not None}
        for row in held
    )
    lines = map(dump_json, objects)
    return Rows(_write_csv([[_inert(cell) for cell in row] for row in held]), ",\n".join(lines))


def _write_csv(rows: Iterable[Sequence[Cell]]) -> str:
    text = io.StringIO()
    csv.writer(text).writerows(rows)
    return text.getvalue()


def _figure_row(shown: ShownFigure) -> list[Cell]:
    figure = shown.figure
    start, end = figure.period_dates or (None, None)
    return [
        f"{shown.origin.slug}-{shown.key}",
        shown.origin.slug,
        shown.origin.share_title,
        shown.origin.date_iso,
        "|".join(figure.topics) or None,
        figure.raw,
        shown.number_value,
        figure.unit,
        _BOUNDS[figure.bound],
        figure.indicator,
        figure.kind,
        shown.county,
        figure.place,
        figure.period,
        start.isoformat() if start else None,
        end.isoformat() if end else None,
        figure.scope,
        figure.per,
        figure.nature,
        figure.weight,
        figure.group,
        figure.part,
        figure.paragraph,
        figure.start,
        figure.end,
    ]


def _article_rows(archive: Archive) -> Iterable[Sequence[Cell]]:
    for article, placement in archive.placements.items():
        front = article.source.front
        yield [
            article.slug,
            article.share_title,
            front.newspaper,
            article.date_iso,
            front.date_estimate.interval if front.date_estimate and not front.date else None,
            front.page,
            front.column,
            front.kind,
            "|".join(group.name for group in placement.counties) or None,
            "|".join(group.name for group in placement.towns) or None,
            "|".join(group.name for group in placement.topics) or None,
            article.characters,
            article.url,
        ]


def _inert(cell: Cell) -> Cell:
    """Put an apostrophe before text that a spreadsheet would take for a formula.

    A small number keeps its digits: 0.00003, and no 3e-05.
    """
    if isinstance(cell, float):
        return f"{Decimal(repr(cell)):f}"
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell
