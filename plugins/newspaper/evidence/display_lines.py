"""How long a line of display type may be: with a column's name behind it, and without any mark."""

from plugins.chinese.expressions import compile_late

#: A column's name in brackets behind a headline: 把水留住（民生观察）, 山路通了（乡村行（上））.
_COLUMN = compile_late(r"(.{4,}?)[（(](?:[^（）()。，]|[（(][^（）()。，]{1,8}[）)]){2,48}[）)]")
#: A line this long (characters without blanks) is running text.
RUNNING = 45
#: But for one without any mark, shorter than this and of parts no shorter than these.
_LONGEST_UNMARKED, _PART = 120, 6
#: What stands in running text of such length, and in lists.
_MARKS = compile_late("[，。；：！？、,;:!?.A-Za-z]")


def names_column(text: str) -> bool:
    """Whether a column's name in brackets stands behind a line's words."""
    return _COLUMN.fullmatch(text) is not None


def may_be_display(text: str) -> bool:
    """Whether a line is no longer than one of display type; a column's name is not counted."""
    named = _COLUMN.fullmatch(text)
    return len("".join((named[1] if named else text).split())) < RUNNING or _is_unmarked(text)


def _is_unmarked(text: str) -> bool:
    """Whether a line goes on without a mark as no running text does, and is no list of names."""
    parts = text.split()
    if len("".join(parts)) >= _LONGEST_UNMARKED or min(map(len, parts)) < _PART:
        return False
    return _MARKS.search(text) is None
