"""Blanks between the characters of a line, as OCR and some layout programs set them."""

from plugins.chinese.expressions import compile_late
from plugins.chinese.reading_form import make_reading_form
from plugins.newspaper.evidence.bylines import may_be_names

_HAN = compile_late(r"[\u3400-\u9fff]")
_ALONE = compile_late(r"(?<![^ \u3000])[\u3400-\u9fff](?![^ \u3000])")
_DIGITS = compile_late(r"(?<!\S)\d(?: \d)+(?!\w)")
_VOID = compile_late(r"(?<=[\u3400-\u9fff，。、]) (?=[\u3400-\u9fff，。、])")
_LETTERS = compile_late(r"[\u3400-\u9fff](?:[ \u3000]+[\u3400-\u9fff]){3,}")
_SENTENCE = compile_late("[，。；]")
#: So many characters alone stand in no list of names, which are set apart in threes at most.
_LEAST = 6
#: The share of a line's characters that stand alone where blanks mean nothing.
_MOST = 0.6
#: So many of them, or blanks in a sentence, are enough on a page that has lines set so throughout.
_SOME = 3


def is_spaced(line: str) -> bool:
    """Whether most Chinese characters of a line stand apart from their neighbours."""
    alone = len(_ALONE.findall(line))
    return alone >= _LEAST and alone >= _MOST * len(_HAN.findall(line))


def close_up(line: str, *, spaced_page: bool = False) -> str:
    """A line as printed, without blanks between its characters where they mean nothing.

    On a page of spaced lines a few characters that stand alone tell that they are void, and so do
    a few blanks in a sentence. Short lines are set apart as display type, or are names.
    """
    if _LETTERS.fullmatch(line) and not may_be_names(line):
        return "".join(line.split())
    if not is_spaced(line) and not (spaced_page and _has_voids(line)):
        return line
    kept = set(make_reading_form(line, join_blanks=True).places)
    closed = "".join(c for i, c in enumerate(line) if i in kept or not c.isspace())
    return _DIGITS.sub(lambda digits: digits[0].replace(" ", ""), closed)


def _has_voids(line: str) -> bool:
    """Whether characters stand alone, or blanks within a sentence, as print has them nowhere."""
    told = _SENTENCE.search(line) is not None and len(_VOID.findall(line)) >= _SOME
    return told or len(_ALONE.findall(line)) >= _SOME
