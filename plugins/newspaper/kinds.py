"""What kind of newspaper article (体裁) a text is."""

import re
from collections import Counter
from collections.abc import Sequence

from plugins.model import Kind

#: Words in a headline, subtitle or column that name the kind themselves.
_NAMED: tuple[tuple[re.Pattern[str], Kind], ...] = (
    (re.compile(r"综述"), "综述"),
    (re.compile(r"简讯|短讯|短波|简报$"), "简讯"),
    (re.compile(r"公告|通告|公示|启事|通知$|声明$"), "公告"),
    (re.compile(r"短评|时评|社论|评论|快评|锐评|漫谈|杂谈|^论"), "评论"),
    (re.compile(r"特写|侧记|见闻|速写"), "特写"),
    (
        re.compile(
            r"^记.{0,20}(?:书记|主任|教师|医生|队长|同志|队员|干部|人|者)|人物|[^日传游笔]记[\u4e00-\u9fff]{2,3}$"
        ),
        "人物通讯",
    ),
    (re.compile(r"工作纪实|工作纪略|纪实$"), "工作通讯"),
)
#: A brief (简讯) has at most so many characters, by newsroom custom.
_BRIEF = 150
_PRONOUNS = re.compile(r"[他她](?!们)")


def find_kind(head: Sequence[str], paragraphs: Sequence[str], words: Sequence[str], *,
              dateline: bool, byline: bool, headings: int) -> Kind:  # fmt: skip
    """The kind of an article, by its head's words, its dateline, and whom it is about.

    `head` is subtitle, headline, kicker and column as far as there are any; `words` are the words
    and name-like pairs of its text.
    """
    for text in head:
        for pattern, kind in _NAMED:
            if pattern.search(text):
                return kind
    size = sum(map(len, paragraphs))
    if dateline:
        return "简讯" if size <= _BRIEF else "消息"
    if not byline:
        return "消息"
    if _is_about_one_person(paragraphs, words):
        return "人物通讯"
    return "工作通讯" if headings >= 2 else "通讯"


def _is_about_one_person(paragraphs: Sequence[str], words: Sequence[str]) -> bool:
    """Whether one name keeps coming back and one he or she with it."""
    pairs = Counter(w for w in words if len(w) == 2)
    pronouns = len(_PRONOUNS.findall("".join(paragraphs)))
    opening = "".join(paragraphs)[:300]
    named = any(n >= 4 and f"{pair}，" in opening.replace(",", "，") for pair, n in pairs.items())
    return named and pronouns >= 4
