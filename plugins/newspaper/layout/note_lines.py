"""Labels above an article: of notes of the editors (编者按, 核心提示), of sections (专栏：)."""

from plugins.chinese.expressions import compile_late

#: How archives label a section: 专栏：茶乡纪事.
SECTION_LABEL = r"(?:专栏|栏目|專欄|欄目)[:：]\s*"
#: What stands before a note of the editors, alone or in front of it.
_LABEL = (
    r"(?:编者按|按语|编者的?话|编前话?|编后话?|记者按|开栏的话|开栏语|核心提示|内容提要|内容摘要|新闻提示|"
    r"阅读提示|主持人语|写在前面的话?)"
)
#: What does so with a colon, a bracket or alone, and else may be any sentence's first word.
_PART = r"(?:提要|导语|引子|题记|前言)"
_ALONE = compile_late(rf"\W{{0,2}}(?:{_LABEL}|{_PART})\W{{0,2}}")
_WITHIN = compile_late(
    rf"\W{{0,2}}(?:{_LABEL}\s?[】〕\]）):：\s|｜—]|[【〔\[（(]{_PART}[】〕\]）)]|{_PART}[:：]).+"
)


def opens_note(text: str) -> bool:
    """Whether a line begins a note of the editors, or is what stands above one."""
    return is_note_label(text) or _WITHIN.fullmatch(text) is not None


def is_note_label(text: str) -> bool:
    """Whether a line is nothing but what stands above a note."""
    return _ALONE.fullmatch(text) is not None
