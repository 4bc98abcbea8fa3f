"""Text files (.txt): bytes → lines, whatever the newsroom's encoding."""

import re

from plugins.chinese.expressions import compile_late
from plugins.newspaper.sources.raw_page import LINE_END, MARKS, Line, refuse

BOMS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
#: How files begin that hold a page's text, but are no text: kind, and signature.
_OTHER_FILES = (
    ("PDF 文件，请把文件名改成 .pdf", b"%PDF-"),
    ("Word 或压缩文件，请打开它，另存为 Word 文档（.docx）", b"PK\x03\x04"),
    ("旧版 Word 文件，请打开它，另存为 Word 文档（.docx）", b"\xd0\xcf\x11\xe0"),
    ("RTF 文件，请打开它，另存为 Word 文档（.docx）", b"{\\rtf"),
)
_TAGS = compile_late(r"</?(?:p|div|h[1-6]|br|table|tr|td|span|article|section)\b[^<>]*>", re.I)
_UNCOUNTED = compile_late(f"[{MARKS}\u2028\u2029]")
_BROKEN = compile_late("[\0\ufffd]")
_PLAIN = compile_late(r"[\x20-\x7e\s\u3000-\u303f\uff01-\uff5e‘’“”…—·○]")


def read_plain_text(data: bytes, name: str) -> list[Line]:
    """The lines of `data`, the content of the file called `name`; of HTML without its tags.

    Raises ContentError for what is no text in an encoding in use.
    """
    text = decode_text(data, name)
    if has_tags(text):
        from plugins.newspaper.sources.web_page import read_html

        return read_html(text, name, keeps_lines=True)
    return [Line(line) for line in LINE_END.split(text)]


def has_tags(text: str) -> bool:
    """Whether a text has so many tags of HTML that it is meant to be read as that."""
    return len(_TAGS.findall(text[:200_000])) > 1


def decode_text(data: bytes, name: str) -> str:
    """The text that `data` is. Raises ContentError for what is no text in an encoding in use."""
    for kind, signature in _OTHER_FILES:
        if data.startswith(signature):
            raise refuse(name, f"是 {kind}")
    encoding = _find_encoding(data)
    if encoding is None or "\0" in (text := data.decode(encoding)):
        raise refuse(name, *_explain_bytes(data))
    return text


def _find_encoding(data: bytes) -> str | None:
    """The encoding that decodes all of `data` and reads most like Chinese newsprint."""
    for bom, encoding in BOMS:
        if data.startswith(bom):
            return encoding if _decode(data, encoding) is not None else None
    if _decode(data, "utf-8") is not None and b"\0" not in data:
        return "utf-8"
    candidates = ("gb18030", "utf-16-le", "utf-16-be")
    readable = [c for c in candidates if (t := _decode(data, c)) is not None and _reads_well(t)]
    if readable:
        return readable[0]
    from charset_normalizer import from_bytes

    guess = from_bytes(data).best()
    return guess.encoding if guess is not None and _is_mostly_han(str(guess)) else None


def _explain_bytes(data: bytes) -> tuple[str, int | None]:
    """What is wrong with bytes, and on which line where all but a few are text."""
    for encoding in ("utf-8", "gb18030"):
        text = data.decode(encoding, "replace")
        broken = _BROKEN.search(text)
        if broken and _reads_well(text):
            line = len(LINE_END.findall(text, 0, broken.start())) + 1
            return "有认不出的字节，请打开文件改正这一行，另存为 UTF-8 文本（.txt）", line
    return "认不出文字编码，请另存为 UTF-8 文本（.txt）再放进来", None


def _decode(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _reads_well(text: str) -> bool:
    """Whether nearly every character is common Chinese (GB 2312), punctuation or ASCII.

    The marks of layout programs say nothing of the encoding, and one odd character says little,
    on however short a page they stand.
    """
    counted = _UNCOUNTED.sub("", text)
    good = sum(1 for c in counted if _PLAIN.match(c) or _is_common_han(c))
    odd = len(counted) - good
    return odd <= max(1, 0.05 * len(counted)) and good > odd


def _is_mostly_han(text: str) -> bool:
    """Whether a guessed encoding gave Chinese, which wrong ones seldom do."""
    return sum("\u4e00" <= c <= "\u9fff" for c in text) > len(text) / 2


def _is_common_han(character: str) -> bool:
    try:
        return len(character.encode("gb2312")) == 2
    except UnicodeEncodeError:
        return False
