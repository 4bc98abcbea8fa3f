"""What of an article is worth a second look, though the build accepts it."""

from collections.abc import Iterator

from plugins.content.records import read_text
from plugins.content.sources import Source
from plugins.desk.checking.findings import Finding
from plugins.desk.checking.typography import Slip, find_slips
from plugins.desk.conversion.manuscripts import is_edited
from plugins.privacy.hiding import list_pending
from plugins.privacy.masks import Masks, list_parts_of, list_unrecorded
from plugins.site.articles.raw_lines import RawPages

_RUN = "请运行 make mask FILE={}"
#: What readers look for and only an editor can know, by its field.
ASKED = {
    "date": "日期",
    "newspaper": "报名",
    "page": "版次",
    "authors": "作者",
    "kind": "体裁",
}


def find_hints(source: Source, pages: RawPages) -> Iterator[Finding]:
    """Yield at most one warning about punctuation, and hints at a draft and at fields left out."""
    if not source.blocks:
        yield Finding(source.path, 0, "警告", "还没有正文，请在第二行 --- 下面写上")
    slips = [] if is_as_converted(source) else _find_unprinted(source, pages)
    if slips:
        more = f"，另有 {len(slips) - 1} 处" if len(slips) > 1 else ""
        words = f"标点：“{slips[0].context}”里{slips[0].advice}{more}"
        yield Finding(source.path, _find_line(source, slips[0].context), "警告", words)
    if source.front.status == "draft":
        words = "还是草稿，网站上没有；核对好后删去 status: draft 这一行，就会发布"
        yield Finding(source.path, _find_line(source, "status:"), "提示", words)
    missing = [f"{label}（{name}）" for name, label in ASKED.items() if _is_missing(source, name)]
    if missing:
        words = f"还可以补上{'、'.join(missing)}；不知道的不必写"
        yield Finding(source.path, 0, "提示", words)


def find_open_masks(source: Source, masks: Masks) -> Iterator[Finding]:
    """Yield what an article, as its file has it, and the record of what is hidden do not share."""
    rows = masks.list_of((source.front.id, source.slug))
    parts = list_parts_of(source)
    if list_pending(parts, rows):
        words = f"登记了隐去的字还写在文件里，看得到仓库的人都看得到；{_RUN.format(source.path)}"
        yield Finding(source.path, 0, "警告", words)
    if list_unrecorded(parts, rows):
        words = f"有隐去的字还没有登记，{_RUN.format(source.path)}"
        yield Finding(source.path, 0, "提示", words)


def _is_missing(source: Source, field: str) -> bool:
    """Say whether a field is empty; a date estimated from the text has been thought about."""
    if field == "date" and source.front.date_estimate:
        return False
    return not getattr(source.front, field)


def is_as_converted(source: Source) -> bool:
    """Whether an article is still as the converter wrote it."""
    return not is_edited(source.front, read_text(source.file))


def _find_unprinted(source: Source, pages: RawPages) -> list[Slip]:
    """List the slips that the article's own raw lines do not show to have been printed so."""
    front = source.front
    head = [text for text in (front.kicker, front.title, front.subtitle) if text]
    slips = list(find_slips([*head, *(block.text for block in source.blocks)]))
    if not slips or front.provenance is None:
        return slips
    printed = read_printed(source, pages)
    return [slip for slip in slips if not slip.is_in(printed)]


def read_printed(source: Source, pages: RawPages) -> str:
    """Return the text of an article's own raw lines, "" where they are not known."""
    provenance, lines = source.front.provenance, pages.lines_of(source)
    parts = (*provenance.lines.parts, *provenance.blocks) if provenance else ()
    numbers = (number for part in parts for number in part)
    return "".join(lines[number - 1] for number in numbers if 0 < number <= len(lines))


def _find_line(source: Source, words: str) -> int:
    lines = enumerate(read_text(source.file).splitlines(), start=1)
    return next((n for n, line in lines if words in line), 0)
