"""Labels: what a copied text says of its own lines: 标题：…, 小标题：…, and Markdown's #.

They are no printed characters; what they say is kept as the size of type.
"""

from plugins.chinese.expressions import compile_late

#: Size of type where running text is 1: an article's headline, and smaller display type.
HEADLINE, DISPLAY = 2.0, 1.3
_LABEL = compile_late(
    r"(?:#{1,6}\s+|[【\[<]?\s*(?:(?P<head>(?:稿件|文章|新闻)?标\s*题|题\s*目|主标题|大标题)|"
    r"(?P<display>小标题|副标题|副题|引题|肩题|眉题))\s*(?:[】\]]?\s*[:：]|>)\s*|正\s*文\s*[:：]\s*)(?=\S)"
)

#: A part of an article, marked as databases of newspapers mark it: <作者>张三.
_MARKED = compile_late(r"^<(作者|记者|来源|稿源|日期|时间|版次|版面|栏目|正文|内容)>\s*")


def read_mark(reading: str) -> str:
    """A line in reading form with the mark before it as a label: 作者：张三."""
    return _MARKED.sub(r"\1：", reading)


def read_label(line: str) -> tuple[str, float]:
    """A line without the label before it, and the size of type that it tells; 0 for none.

    # says only that a line is display type: archive copies have it before headlines, pages made
    from PDF files before whatever is set in bold.
    """
    label = _LABEL.match(line)
    if label is None:
        return line, 0.0
    size = HEADLINE if label["head"] else DISPLAY if label["display"] or line[0] == "#" else 0.0
    return line[label.end() :], size
