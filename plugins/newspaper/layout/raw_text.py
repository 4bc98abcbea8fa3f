"""Bytes of a raw page → numbered lines of text, whatever the newsroom's encoding."""

import re
from dataclasses import dataclass
from pathlib import Path

from charset_normalizer import from_bytes

from plugins.content.content_error import ContentError

#: One page of a broadsheet holds some 10,000 characters; this is a hundred times as much.
MAX_BYTES = 4_000_000
BOMS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
#: How files begin that hold a page's text, but are no text: kind, and signature.
_OTHER_FILES = (
    ("PDF 文件", b"%PDF-"),
    ("Word 或压缩文件", b"PK\x03\x04"),
    ("Word 文件", b"\xd0\xcf\x11\xe0"),
    ("RTF 文件", b"{\\rtf"),
)
#: Those of every system, and what layout programs and Word end a line or a column with.
_LINE_END = re.compile(r"\r\n|[\n\r\v\f\x85\u2028\u2029]")
# Layout programs leave these behind as marks of their own; none is a printed character. Articles
# must hold none of them: they turn the direction of text, or are none of Unicode's characters.
_MARKS = "\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff"
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
_UNCOUNTED = re.compile(f"[{_MARKS}\u2028\u2029]")
_UNPRINTED = re.compile(f"[{_MARKS}]")
_BROKEN = re.compile("[\0\ufffd]")
_PLAIN = re.compile(r"[\x20-\x7e\s\u3000-\u303f\uff01-\uff5e‘’“”…—·○]")


@dataclass(frozen=True, slots=True)
class RawPage:
    """A decoded raw page: its name for messages, and its lines, the first being line 1."""

    name: str
    lines: tuple[str, ...]
    encoding: str


def read_raw_page(data: bytes, name: str) -> RawPage:
    """Decode `data`, the content of the file called `name`, and cut it into lines.

    Raises ContentError for what is empty, too large, or no text in an encoding in use. Of a file
    larger than MAX_BYTES it is enough to give one byte more than that.
    """
    if len(data) > MAX_BYTES:
        raise _refuse(name, f"一个版面不应超过 {MAX_BYTES:,} 字节，请按版面分成几个文件")
    for kind, signature in _OTHER_FILES:
        if data.startswith(signature):
            raise _refuse(name, f"是 {kind}，请打开它，把版面文字另存为 UTF-8 文本（.txt）")
    encoding = _find_encoding(data)
    if encoding is None or "\0" in (text := data.decode(encoding)):
        raise _refuse(name, *_explain_bytes(data))
    text = _CONTROLS.sub(" ", _UNPRINTED.sub("", text))
    if not text.strip():
        raise _refuse(name, "文件里没有文字，请放入版面文字，或删去这个文件")
    return RawPage(name, tuple(_LINE_END.split(text)), encoding)


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
    guess = from_bytes(data).best()
    return guess.encoding if guess is not None and _is_mostly_han(str(guess)) else None


def _refuse(name: str, words: str, line: int | None = None) -> ContentError:
    return ContentError(Path(name), line, words)


def _explain_bytes(data: bytes) -> tuple[str, int | None]:
    """What is wrong with bytes, and on which line where all but a few are text."""
    for encoding in ("utf-8", "gb18030"):
        text = data.decode(encoding, "replace")
        broken = _BROKEN.search(text)
        if broken and _reads_well(text):
            line = len(_LINE_END.findall(text, 0, broken.start())) + 1
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
