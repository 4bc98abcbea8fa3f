"""What happens to a page's text between newsroom and archive: to its characters and its bytes."""

import codecs
from random import Random

#: What layout programs, editors and exports leave between characters.
STRAYS = (
    *"\x0b\x0c\x1f\x7f\x85\u200b\u2028\ufeff\u3000\xa0\t\ue000\u202e\u2066\uffff\u0301𠮷◆*#",
    "---",
    "<b>",
)
LINE_ENDS = ("\n", "\r\n", "\r")
BOMS = {"utf-8-sig": b"", "utf-16-le": codecs.BOM_UTF16_LE, "utf-16-be": codecs.BOM_UTF16_BE}
ENCODINGS = ("utf-8", "utf-8-sig", "gb18030", "utf-16-le", "utf-16-be")


def scar_text(text: str, random: Random) -> str:
    """Give a page's text with a few scars: lines lost, doubled or moved, pieces cut, strays."""
    lines = text.split("\n")
    for _ in range(random.randint(1, 6)):
        random.choice(SCARS)(lines, random)
    return random.choice(LINE_ENDS).join(lines)


def _drop_line(lines: list[str], random: Random) -> None:
    if len(lines) > 1:
        del lines[random.randrange(len(lines))]


def _double_line(lines: list[str], random: Random) -> None:
    lines.insert(random.randint(0, len(lines)), random.choice(lines))


def _move_lines(lines: list[str], random: Random) -> None:
    start = random.randrange(len(lines))
    moved = lines[start : start + random.randint(1, 8)]
    del lines[start : start + len(moved)]
    at = random.randint(0, len(lines))
    lines[at:at] = moved


def _join_lines(lines: list[str], random: Random) -> None:
    if len(lines) > 1:
        at = random.randrange(len(lines) - 1)
        lines[at : at + 2] = [lines[at] + lines[at + 1]]


def _break_line(lines: list[str], random: Random) -> None:
    at = random.randrange(len(lines))
    place = random.randint(0, len(lines[at]))
    lines[at : at + 1] = [lines[at][:place], lines[at][place:]]


def _cut_piece(lines: list[str], random: Random) -> None:
    at = random.randrange(len(lines))
    place = random.randint(0, len(lines[at]))
    lines[at] = lines[at][:place] + lines[at][place + random.randint(1, 40) :]


def _strew(lines: list[str], random: Random) -> None:
    for _ in range(random.randint(1, 12)):
        at = random.randrange(len(lines))
        place = random.randint(0, len(lines[at]))
        lines[at] = lines[at][:place] + random.choice(STRAYS) + lines[at][place:]


def _break_off(lines: list[str], random: Random) -> None:
    del lines[random.randint(1, len(lines)) :]


SCARS = (
    _drop_line, _double_line, _move_lines, _join_lines, _break_line, _cut_piece, _strew, _break_off,
)  # fmt: skip


def encode_page(text: str, encoding: str) -> bytes:
    """Give a text's bytes as programs save it: UTF-16 with its mark."""
    return BOMS.get(encoding, b"") + text.encode(encoding)
