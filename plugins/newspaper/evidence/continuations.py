"""Text that goes on from another page, and says so at its beginning: （上接第1版）大家都说…."""

from plugins.chinese.expressions import compile_late

_FROM_PAGE = compile_late(
    r"(?:[（(【\[]\s*[▶►●■]?\s*紧?上?接|[▶►●■]?\s*上接)\s*"
    r"(?P<page>第?\s*[A-Z]?[\dOoIl一二三四五六七八九十]{1,3}\s*[版页])"
    r"(?:[^）)】\]。\s]{0,8}[）)】\]])?\s*(?=\S)"
)


def find_page(text: str) -> str:
    """The page that a text says at its beginning to go on from; empty where it says none."""
    told = _FROM_PAGE.match(text)
    return "".join(told["page"].split()) if told else ""


def strip_page(text: str) -> str:
    """A text without the page that it says to go on from."""
    told = _FROM_PAGE.match(text)
    return text[told.end() :] if told else text
