"""What is wrong with a content file, as one line of Chinese: file, line, and what to write.

ContentError is the one error of content: of articles, pages, tables, settings and raw pages.
"""

import re
from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from plugins.chinese.control_characters import CONTROL
from plugins.system.refusal import RefusalError

#: Sentences for pydantic's error types; {field} is the field, {input} what stands there.
SENTENCES = {
    "missing": "缺少“{field}”，请补上一行 {field}: …",
    "string_pattern_mismatch": "“{field}”的写法不对：“{input}”",
    "string_type": "“{field}”要写成一段文字",
    "string_too_short": "“{field}”不能是空的",
    "bool_parsing": "“{field}”只能是 true 或 false，不能是“{input}”",
    "int_parsing": "“{field}”要写成整数（如 3），不能是“{input}”",
    "float_parsing": "“{field}”要写成数字，不能是“{input}”",
    "tuple_type": "“{field}”要写成列表：另起一行，每项前加“- ”",
    "model_type": "“{field}”要分字段写，如 name: 张三",
    "empty": "“{field}”后面是空的，请写上内容，或删去这一行",
    "literal_error": "“{field}”不能是“{input}”，只能是 {expected}",
    "greater_than_equal": "“{field}”不能小于 {ge}",
    "less_than_equal": "“{field}”不能大于 {le}",
    "finite_number": "“{field}”要写成数字，不能是“{input}”",
    "too_long": "“{field}”有 {actual_length} 项，最多 {max_length} 项，请删减",
}
#: The same for a row of a table, which has a cell and no line for each field.
ROW_SENTENCES = {
    **SENTENCES,
    "missing": "缺少“{field}”这一栏，请补上",
    "bool_parsing": "“{field}”只能填 yes 或留空，不能是“{input}”",
}
#: How the fields are written that are no plain text.
EXAMPLES = {
    "authors": "[{name: 张三, role: 通讯员}]",
    "counties": "[甲县, 乙县]",
    "towns": "[甲镇, 乙镇]",
    "villages": "[甲村, 乙村]",
    "topics": "[专题一, 专题二]",
    "people": "[{name: 张三, role: 专业, public: true}]",
    "corrections": "[{date: 2026-11-20, text: 应为三十二户。}]",
    "misprints": "[{printed: 千今户, meant: 千余户}]",
    "scan": "{image: 2019-11-21-03.jpg, alt: 第3版}",
}
#: Sentences for the fields whose pattern or kind needs an example.
FIELD_SENTENCES = {
    "slug": "“slug”只能用小写字母、数字和连字符（如 hanbin-lvsu），不能是“{input}”",
    "interval": "“interval”要写成 2019-11/2019-12 这样的起止月份，不能是“{input}”",
    "repository": "“repository”要写成 https://github.com/某某/某某 这样的网址，不能是“{input}”",
}


class ContentError(RefusalError):
    """A content file cannot be used. Its text is one line for editors, with file and line."""

    def __init__(self, path: Path, line: int | None, message: str) -> None:
        place = f"{path} 第 {line} 行" if line else str(path)
        # A terminal would obey what a file's name or text may hold.
        super().__init__(CONTROL.sub("", " ".join(f"{place}：{message}".split())))
        self.path = path
        self.line = line
        self.message = message
        #: The file's other faults that were found with this one.
        self.others: tuple[ContentError, ...] = ()

    def __reduce__(self) -> tuple[object, ...]:
        # An exception would be made of its one line again where it comes from another process.
        return type(self), (self.path, self.line, self.message), self.__dict__

    def list_all(self) -> list["ContentError"]:
        """Return this error and the others that were found with it."""
        return [self, *self.others]


class BuildStoppedError(RefusalError):
    """The content cannot be published; what is wrong has been said, line by line.

    `errors` are what is wrong with files, in the order of those lines.
    """

    exitcode = 1

    def __init__(self, message: str, errors: Sequence[ContentError] = ()) -> None:
        super().__init__(message)
        self.errors = errors


def raise_together(errors: Sequence[ContentError]) -> None:
    """Raise the first of a file's errors, which carries the others; nothing without any."""
    if errors:
        errors[0].others = tuple(errors[1:])
        raise errors[0]


def explain(
    error: Mapping[str, Any],
    fields: Mapping[str, str],
    sentences: Mapping[str, str] = SENTENCES,
) -> str:
    """Put one of pydantic's error records into Chinese, with what to write instead.

    `fields` are the names that the record may have, each with what it is called in Chinese.
    """
    location = error["loc"]
    field = str(next((part for part in reversed(location) if isinstance(part, str)), "字段"))
    kind = error["type"]
    if kind == "extra_forbidden":
        return _unknown_field(field, fields if len(location) == 1 else {})
    if kind == "value_error":
        return str(error["ctx"]["error"])
    if kind in {"tuple_type", "model_type"} and field in EXAMPLES:
        return f"“{field}”的写法不对，请写成 {field}: {EXAMPLES[field]} 这样"
    if kind == "string_type" and error.get("input") is None:
        kind = "empty"
    shown = str(error.get("input", ""))[:40]
    sentence = FIELD_SENTENCES.get(field) if kind not in {"missing", "empty"} else None
    sentence = sentence or sentences.get(kind, "“{field}”的写法不对：“{input}”")
    told = dict(error.get("ctx", {}))
    told["expected"] = "、".join(re.findall(r"'([^']*)'", str(told.get("expected", ""))))
    return sentence.format_map({**told, "field": field, "input": shown})


def _unknown_field(field: str, known: Mapping[str, str]) -> str:
    called = next((name for name, words in known.items() if words == field), None)
    if called:
        return f"字段名要用英文：“{field}”请写成 {called}"
    near = get_close_matches(field.lower(), known, n=1)
    return f"没有“{field}”这个字段，" + (f"是不是 {near[0]}？" if near else "请删去或改正")
