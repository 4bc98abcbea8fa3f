"""Names in a page's head that no form tells: the newspaper's, the page's.

They are known by what stands around them: lines that tell the day, the page, who made it.
"""

from collections.abc import Sequence
from itertools import pairwise, takewhile

from plugins.chinese.expressions import compile_late
from plugins.newspaper.evidence.features import Features
from plugins.newspaper.furniture.lines import find_furniture, is_masthead
from plugins.newspaper.layout.fragments import Fragment
from plugins.newspaper.layout.newspaper_names import names_newspaper

#: What of a page's head no article has, and how short the page's name is: 县域, 深度·访谈.
_HEAD = frozenset(["天气", "日期", "版次", "刊期", "编辑", "页码", "联系方式", "刊头"])
_PAGE_NAME = compile_late(r"[\u4e00-\u9fff]{2,6}|[\u4e00-\u9fff]{2,4}[·•・][\u4e00-\u9fff]{2,4}")
#: Of these some tell which page it is, others where they name it, or the newspaper.
_NUMBERS, _DAYS = ("版次", "刊期", "页码"), ("日期", "编辑")
_TOLD = compile_late(r"\d\s*版|(?<!本)[报刊](?:社|\s|$)")
#: A day whose number stands in a line of its own below its month.
_MONTH, _DAY = compile_late(r"(?:19|20)\d\d\s*年\s*\d{1,2}\s*月"), compile_late(r"\d{1,2}\s*日?")
#: No head of a page has more lines.
_MOST = 10


def find_head_names(fragments: Sequence[Fragment]) -> dict[int, str]:
    """The numbers of the fragments that are such names, and why: 刊头 or 版次.

    A name below other lines of the head is the page's if another stands below it, or if it has two
    parts; one at the top only where a line below tells which page it is, for a day or an editor
    stand below an article's headline as well. What only names a newspaper needs one line beside it.
    """
    texts = [f.reading for f in fragments[:_MOST]]
    days = {
        i
        for n, (month, day) in enumerate(pairwise(texts))
        for i in (n, n + 1)
        if _MONTH.fullmatch(month) and _DAY.fullmatch(day)
    }
    lines = ((t, i in days or find_furniture(t) in _HEAD) for i, t in enumerate(texts))
    head = list(takewhile(lambda line: line[1] or _may_be_name(line[0]), lines))
    end = max((i + 1 for i, (_, told) in enumerate(head) if told), default=0)
    behind = next((f for f in fragments[end:] if not _may_be_name(f.reading)), None)
    if not end or behind is None:
        return {}
    found = {i: "日期" for i in sorted(days) if i < end}
    for i, (name, told) in enumerate(head):
        if told:
            continue
        if names_newspaper(name):
            found[i] = "刊头"
        elif _names_page(head, i, end) and Features(fragments[end]).is_display:
            found[i] = "版次"
    return found


def _may_be_name(text: str) -> bool:
    return _PAGE_NAME.fullmatch(text) is not None or names_newspaper(text)


def _names_page(head: Sequence[tuple[str, bool]], i: int, end: int) -> bool:
    name, below = head[i][0], head[i + 1 : end]
    if is_masthead(name):
        return False
    if any(told for _, told in head[:i]):
        return bool(below) or "·" in name
    return any(told and _tells_page(text) for text, told in below)


def _tells_page(text: str) -> bool:
    """Whether a line of a page's head says which page of which newspaper it is."""
    why = find_furniture(text)
    return why in _NUMBERS or (why in _DAYS and _TOLD.search(text) is not None)
