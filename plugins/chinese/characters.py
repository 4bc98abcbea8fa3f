"""What single characters of newsprint mean: stops, quotation marks, widths."""

from unicodedata import east_asian_width

STOPS = "。！？!?…"
#: What ends a clause but not a sentence: text that ends so goes on elsewhere.
COMMAS = "，,、；;：:"
CLOSERS = "”’」』）)》】〉]"
OPENERS = "“‘「『（(《【〈["
#: Marks that open a line: an item of a list, a brief of its own, a caption.
MARKS = "▲▼◀▶△▽■□●○◆◇★☆◎※"
#: What `is_han` takes, as within the brackets of an expression.
HAN = "\u3007\u3400-\u4dbf\u4e00-\u9fff"
PAIRS = dict(zip(CLOSERS, ["“", "‘", "「", "『", "（(", "（(", "《", "【", "〈", "["], strict=True))


def count_columns(text: str) -> int:
    """Width in half-width columns, as a Chinese layout sets it (quotes and dashes are wide)."""
    return sum(2 if east_asian_width(c) in "WFA" else 1 for c in text)


def is_han(character: str) -> bool:
    """Whether it is a Chinese character of the Unified Ideographs, extension A or 〇."""
    return (
        "\u4e00" <= character <= "\u9fff" or "\u3400" <= character <= "\u4dbf" or character == "〇"
    )


def count_unpaired(text: str) -> tuple[int, int]:
    """How many closing marks lack an opening one before, and how many opening ones stay open."""
    stack: list[str] = []
    unopened = 0
    for c in text:
        if c in OPENERS:
            stack.append(c)
        elif c in CLOSERS:
            if stack and stack[-1] in PAIRS[c]:
                stack.pop()
            else:
                unopened += 1
    return unopened, len(stack)


def read_mark(text: str) -> str:
    """The mark that a line opens with; empty where there is none."""
    return text[:1] if text[:1] in tuple(MARKS) else ""


def strip_mark(text: str) -> str:
    """A line without the mark that it opens with."""
    return text[1:].lstrip() if read_mark(text) else text


def ends_with_stop(text: str) -> bool:
    """Whether a stop ends the text, closing marks behind it or not.

    A full point is one behind a Chinese character, as newsrooms type it: 收入1.2万元.
    """
    bare = text.rstrip().rstrip(CLOSERS)
    return bare[-1:] in tuple(STOPS) or (bare[-1:] in tuple(".．") and is_han(bare[-2:-1] or " "))


def ends_sentence(text: str) -> bool:
    """Whether the text ends as a finished sentence: a stop, closing marks behind it or not."""
    if ends_with_stop(text):
        return True
    # Authors stand in parentheses behind the last stop: …农民增收。（张三）
    stripped = text.rstrip()
    if stripped[-1:] in ("）", ")") and (cut := max(stripped.rfind("（"), stripped.rfind("("))) > 0:
        return ends_with_stop(stripped[:cut])
    return False
