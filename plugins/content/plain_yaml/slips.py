"""What editors of Chinese text type, and YAML does not take: where it stands, and what to write."""

from plugins.chinese.expressions import compile_late

#: The head of a field, in a list too.
_FIELD = r" *(?:- +)?[a-z_]+"
#: How a line begins that has a slip, and the remedy; of two on a line the earlier one is told.
SLIPS = (
    (compile_late(r"[ \t]*(?:- +)?[a-z_]+："), "“：”要改成半角的“: ”（后面空一格）"),
    (compile_late(r" *\t"), "这一行开头有 Tab 键，请改成空格"),
    (compile_late(rf"{_FIELD}:(?=[^ /])"), "冒号后面要空一格（半角空格）"),
    (compile_late(r" *-(?=[^\s\d-])"), "“-”后面要空一格"),
    (
        compile_late(
            r" *(?:- +)?(?:[a-z_]+: *)?[\[{].*，\s*(?:[a-z_]+:|[\[{])"
            r"|(?:counties|towns|villages|topics): *\[.*[，、；]"
        ),
        "方括号、花括号里的逗号要用半角“,”",
    ),
    (
        compile_late(
            r" *(?:- +)?(?:title|subtitle|kicker|summary|text|alt|newspaper|column): +[\[{]"
            rf"|{_FIELD}: +(?:[@%`]|[|>](?=[^\s\d+-]))"
        ),
        '以这样的符号开头的内容，请用引号整个括起来（如 title: "[甲] 乙"）',
    ),
    (
        compile_late(rf"{_FIELD}: +([\"'])(?:(?!\1).)*\1 *(?!\1)[^\s,#}}\]]"),
        "半角引号只能括起整个内容；话里的引号请用“”",
    ),
    (
        compile_late(rf"{_FIELD}: +([\"'])(?:(?!\1).)*$"),
        "引号没有成对，请在末尾补上",
    ),
    (
        compile_late(rf"{_FIELD}: +[^\s\"'\[{{|>#].*: "),
        '内容里有冒号，请用引号把它整个括起来（如 title: "甲: 乙"）',
    ),
)


def find_slips(text: str) -> dict[int | None, str]:
    """Return the remedies of the known slips in text that is no YAML, by their lines from 0.

    YAML's own parser stumbles one line later, and says nothing of what follows.
    """
    slips: dict[int | None, str] = {}
    for number, line in enumerate(text.split("\n")):
        for slip, remedy in SLIPS:
            if slip.match(line):
                slips[number] = remedy
                break
    return slips
