"""Article files: YAML front matter between `---` lines, then Markdown.

YAML is read as words only: every scalar is text (or null), and the model says what it means. So
`title: 2020` is a title, `no` is a word, and no tag, anchor or alias can make anything else.
"""

import io
import re
from collections.abc import Iterator
from pathlib import Path

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.scalarstring import DoubleQuotedScalarString

from plugins.chinese.expressions import compile_late
from plugins.content.content_error import ContentError, raise_together
from plugins.content.plain_yaml import Lines
from plugins.content.records import Record, read_record
from plugins.model import FrontMatter
from plugins.model.date_labels import check_interval
from plugins.system.refusal import RefusalError

#: An article of a newspaper has some thousand characters; a book's length is a slip or an attack.
#: Of its text rendering.py says how long it may be.
MAX_CHARACTERS = 400_000
#: The fields of the densest article, each of its figures written out, have two thirds of these.
MAX_FRONT_CHARACTERS = 100_000
LINE_END = compile_late(r"\r\n?")
#: What of a sentence without quotation marks stands behind a blank and #: a null is no sentence.
CUT = compile_late(
    r" *(?:- +)?(?:(?=title)|(?!\w+:[ \t]+#))(title|subtitle|kicker|summary|text|alt):[ \t]+"
    r"(?![\"'\[{|>])(?!(?:~|null|Null|NULL)[ \t]+#)(?:[^\n]*?[ \t])?(#[^\n]*)$"
)
FENCE = compile_late(r"^---[ \t]*$", re.MULTILINE)


def parse_article(text: str, path: Path) -> tuple[FrontMatter, str]:
    """Read an article file's text; `path` only names the file in messages.

    Returns the front matter and the body without the blank lines around it. Line ends may be
    of any system, and a byte order mark may stand first. Raises ContentError.
    """
    front, body, lines = parse_file(FrontMatter, text, path)
    if front.date_estimate:
        try:
            check_interval(front.date_estimate.interval)
        except RefusalError as error:
            line = lines.nearest(("date_estimate", "interval"))
            raise ContentError(path, line, str(error)) from None
    return front, body


def parse_file(model: type[Record], text: str, path: Path) -> tuple[Record, str, Lines]:
    """Read a Markdown file: its front matter as a `model`, its body, its fields' lines.

    Raises ContentError.
    """
    header, body = _split(LINE_END.sub("\n", text.removeprefix("\ufeff")), path)
    cut = list(_find_cut_words(header, path))
    try:
        record, lines = read_record(model, header, path, first_line=2)
    except ContentError as error:
        lines_told = {one.line for one in cut}
        raise_together([*cut, *(e for e in error.list_all() if e.line not in lines_told)])
        raise
    raise_together(cut)
    return record, body, lines


def _find_cut_words(header: str, path: Path) -> Iterator[ContentError]:
    """Yield an error for each sentence that YAML cuts at a # of its own, taking it for a remark."""
    for number, line in enumerate(header.split("\n"), start=2):
        # The expression is slow, and few lines have a # at all.
        if "#" in line and (cut := CUT.match(line)):
            words = f"“{cut[1]}”里“{cut[2]}”没有读进去：要留着，请用引号把它整个括起来"
            yield ContentError(path, number, f"{words}；要作说明，请另写一行")


def dump_article(front: FrontMatter, body: str) -> str:
    """Write an article file: the model's field order, block style, defaults left out.

    Each figure stands on a line of its own.

    An empty list stays where the default is null, since it says “none” and not “ask the
    subjects stage”. parse_article gives both arguments back (the body without blanks around it).
    """
    fields = front.model_dump(exclude_defaults=True)
    yaml = YAML()
    yaml.width = 1_000_000
    yaml.indent(mapping=2, sequence=4, offset=2)
    # Two figures of one period are two words on the page, not one with a name.
    yaml.representer.ignore_aliases = lambda *_: True
    stream = io.StringIO()
    yaml.dump(_styled(fields), stream)
    return f"---\n{stream.getvalue()}---\n\n{body.strip()}\n"


def _split(text: str, path: Path) -> tuple[str, str]:
    if len(text) > MAX_CHARACTERS:
        limit = f"文件有 {len(text)} 个字符，最多 {MAX_CHARACTERS} 个，请分成几篇"
        raise ContentError(path, None, limit)
    fences = FENCE.finditer(text)
    first, second = next(fences, None), next(fences, None)
    if first is None or first.start() != 0:
        raise ContentError(path, 1, "文件要以单独一行 --- 开头，下面写 title: 标题")
    if second is None:
        raise ContentError(path, 1, "开头的 --- 没有配对，请在各字段之后、正文之前加一行 ---")
    if second.start() > MAX_FRONT_CHARACTERS:
        limit = f"两行 --- 之间的字段超过 {MAX_FRONT_CHARACTERS} 个字符，请精简"
        raise ContentError(path, 1, limit)
    return text[first.end() + 1 : second.start()], text[second.end() :].strip()


def _styled(value: object, compact: bool = False) -> object:
    if isinstance(value, dict):
        mapping = CommentedMap(
            (
                key,
                [_styled(one, compact=True) for one in item]
                if key == "figures" and item
                else _styled(item, compact or key in {"lines", "blocks"}),
            )
            for key, item in value.items()
        )
        if compact:
            mapping.fa.set_flow_style()
        return mapping
    if isinstance(value, list | tuple):
        sequence = CommentedSeq(_styled(item, compact) for item in value)
        if compact or not value:
            sequence.fa.set_flow_style()
        return sequence
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, str) and not value.isprintable():
        # Only this style escapes; the others lose some control characters and line ends.
        return DoubleQuotedScalarString(value)
    return value
