"""Markup that the site will not show as its editor meant it: HTML, tables, sub-headlines."""

from collections.abc import Iterator, Sequence
from itertools import islice

from plugins.chinese.expressions import compile_late
from plugins.content.front_matter import FENCE
from plugins.content.records import read_text
from plugins.content.rendering import TAGS, VOID
from plugins.content.sources import Source
from plugins.desk.checking.findings import Finding

TAG = compile_late(r"(?<!\\)<(/?)([A-Za-z][A-Za-z0-9]*)(?=[\s/>])[^<>]*>")
#: Words between such marks are shown as they stand.
CODE = compile_late(r"`[^`]*`")
#: What only editors see; within code such marks are words as well.
COMMENT = compile_late(r"(?s)(`[^`\n]*`)|<!--.*?-->")
RULE = compile_late(r"[\s|:-]*-[\s|:-]*")


def find_markup_slips(source: Source) -> Iterator[Finding]:
    """Yield a warning for each line of an article's text with markup that comes to nothing."""
    text = read_text(source.file)
    _, fence = islice(FENCE.finditer(text), 2)
    first = text.count("\n", 0, fence.end()) + 1
    body = _cut_comments(text[fence.end() + 1 :]).split("\n")
    slips = [*_find_tags(body), *_find_tables(body), *_find_headings(body)]
    for index, words in sorted(set(slips)):
        yield Finding(source.path, first + index + 1, "警告", words)


def _cut_comments(text: str) -> str:
    """Return the text without comments, each line where it was."""
    # Behind the last end nothing is looked for, which would be done again from each beginning.
    closed, end, rest = text.rpartition("-->")
    return COMMENT.sub(lambda m: m[1] or "\n" * m[0].count("\n"), closed + end) + rest


def _find_tags(body: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Yield the tags that the site leaves out, and those without their partner."""
    open_at: list[tuple[str, int]] = []
    for index, line in enumerate(body):
        for closing, written in TAG.findall(CODE.sub("", line)):
            name = written.lower()
            if name not in TAGS and not closing:
                yield index, f"“<{name}>”在网站上不起作用，请删去"
            if name not in TAGS or name in VOID:
                continue
            if not closing:
                open_at.append((name, index))
            elif name in (names := [one for one, _ in open_at]):
                partner = len(names) - 1 - names[::-1].index(name)
                yield from map(_tell_open, open_at[partner + 1 :])
                del open_at[partner:]
            else:
                yield index, f"“</{name}>”前面没有配对的 <{name}>，请删去"
    yield from map(_tell_open, open_at)


def _tell_open(tag: tuple[str, int]) -> tuple[int, str]:
    name, index = tag
    return index, f"“<{name}>”没有关上，请在后面补上 </{name}>，或删去"


def _find_tables(body: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Yield the tables that Markdown takes for running text."""
    rows = [line.lstrip().startswith("|") for line in body]
    for index, is_row in enumerate(rows):
        if not is_row or (index and rows[index - 1]):
            continue
        if index + 1 == len(body) or not RULE.fullmatch(body[index + 1]):
            yield index, "表格的第二行要是横线（如 | --- | --- |），请补上"
        elif index and body[index - 1].strip():
            yield index, "表格上面要空一行"


def _find_headings(body: Sequence[str]) -> Iterator[tuple[int, str]]:
    for index, line in enumerate(body):
        if line.startswith("＃"):
            yield index, "“＃”要改成半角的：小标题写成“## 小标题”"
        elif line.startswith("#") and not line.startswith("##"):
            yield index, "一个“#”是标题，已写在 title 里：小标题写成“## 小标题”"
