"""Article files: YAML front matter between `---` lines, then Markdown.

YAML is read as words only: every scalar is text (or null), and the model says what it means. So
`title: 2020` is a title, `no` is a word, and no tag, anchor or alias can make anything else.
"""

import io
import re
from pathlib import Path

from pydantic import ValidationError
from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.error import MarkedYAMLError, YAMLError

from plugins.archive.article_error import ArticleError, explain
from plugins.archive.plain_yaml import Lines, read_mapping
from plugins.model import FrontMatter

#: An article of a newspaper has some thousand characters; a book's length is a slip or an attack.
MAX_CHARACTERS = 400_000
MAX_FRONT_CHARACTERS = 200_000
DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
FENCE = re.compile(r"^---[ \t]*$", re.MULTILINE)


def parse_article(text: str, path: Path) -> tuple[FrontMatter, str]:
    """Read an article file's text; `path` only names the file in messages.

    Returns the front matter and the body without the blank lines around it. Line ends may be
    of any system, and a byte order mark may stand first. Raises ArticleError.
    """
    header, body = _split(text.removeprefix("\ufeff").replace("\r\n", "\n"), path)
    data, lines = _read_header(header, path)
    date = data.get("date")
    if isinstance(date, str) and not DATE.fullmatch(date):
        hint = f"日期“{date}”不对，请写成 2019-11-21 这样；不知道日期就删去这一行"
        raise ArticleError(path, lines.get(("date",)), hint)
    try:
        return FrontMatter.model_validate(data), body
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        raise ArticleError(path, lines.nearest(first["loc"]), explain(first)) from None


def dump_article(front: FrontMatter, body: str) -> str:
    """Write an article file: the model's field order, block style, defaults left out.

    An empty list stays where the default is null, since it says “none” and not “ask the
    subjects stage”. parse_article gives both arguments back (the body without blanks around it).
    """
    fields = front.model_dump(exclude_defaults=True)
    yaml = YAML()
    yaml.width = 1_000_000
    yaml.indent(mapping=2, sequence=4, offset=2)
    stream = io.StringIO()
    yaml.dump(_styled(fields), stream)
    return f"---\n{stream.getvalue()}---\n\n{body.strip()}\n"


def _split(text: str, path: Path) -> tuple[str, str]:
    if len(text) > MAX_CHARACTERS:
        limit = f"文件有 {len(text)} 个字符，最多 {MAX_CHARACTERS} 个，请分成几篇"
        raise ArticleError(path, None, limit)
    fences = FENCE.finditer(text)
    first, second = next(fences, None), next(fences, None)
    if first is None or first.start() != 0:
        raise ArticleError(path, 1, "文件要以单独一行 --- 开头，下面写 title: 标题")
    if second is None:
        raise ArticleError(path, 1, "开头的 --- 没有配对，请在各字段之后、正文之前加一行 ---")
    if second.start() > MAX_FRONT_CHARACTERS:
        raise ArticleError(
            path, 1, f"两行 --- 之间的字段超过 {MAX_FRONT_CHARACTERS} 个字符，请精简"
        )
    return text[first.end() + 1 : second.start()], text[second.end() :].strip()


def _read_header(header: str, path: Path) -> tuple[dict[str, object], Lines]:
    try:
        return read_mapping(header, first_line=2)
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 2 if mark else None
        hint = error.note or "格式不对，请检查冒号后的空格、缩进和引号（如 title: 标题）"
        raise ArticleError(path, line, hint) from None
    except YAMLError:
        hint = "两行 --- 之间有不能用的字符（如控制符），请删去后重新输入"
        raise ArticleError(path, None, hint) from None


def _styled(value: object, compact: bool = False) -> object:
    if isinstance(value, dict):
        mapping = CommentedMap(
            (key, _styled(item, compact or key in {"lines", "blocks"}))
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
    return value
