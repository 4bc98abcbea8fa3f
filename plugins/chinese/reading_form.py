"""The reading form of text: one form for all that prints alike or means the same.

What is stored and shown is the text as printed; what is understood (bylines, dates, numbers,
places, words to search for) is its reading form, and each character of that knows the printed
one that it came from. The rules are data, in reading_form.json, so that a browser can follow them;
both are held to the cases of tests/chinese/reading_form.json. In order:

1. a line end of any system is one line feed, carriage return and line feed together being one;
2. `removed` code points go: zero width, soft hyphen, variation selectors, marks of direction;
3. each of `compatible` becomes its NFKC form, but marks of Chinese `punctuation` stay as they are,
   and small and vertical forms become those; `singles` and `radicals` (pairs of a radical and its
   ideograph) become what their table says. What NFKC would change beyond these ranges means
   something of its own (m² is no m2, ① no 1, … no three full stops);
4. a circle beside Chinese digits is 〇 (_CIRCLES), and so is a letter O or a nought in a year
   (_NOUGHTS); any other circle is a bullet or stands for a word left out;
5. where asked, blanks between Chinese characters go (_BLANKS), as OCR sets them, and those
   between a number and Chinese characters (_NUMBER_BLANKS), as word processors do;
6. where asked, traditional characters become simplified ones, one for one, by OpenCC's tables.

One printed character gives none, one or some of the reading form, never the other way round.
"""

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from pathlib import Path
from unicodedata import normalize

from plugins.chinese.expressions import compile_late
from plugins.chinese.punctuation import FULL_WIDTH
from plugins.chinese.simplified import simplify

_RULES = Path(__file__).with_name("reading_form.json")
_DIGITS = "〇零一二三四五六七八九十百千"
_CIRCLE = "○◯⭘"
#: A pattern is sought fast that begins with its character, and looks behind only then.
_CIRCLES = compile_late(
    rf"[{_CIRCLE}](?:(?<=[{_DIGITS}].)[{_CIRCLE}]*|"
    rf"[{_CIRCLE}]*(?![{_CIRCLE}])(?=[{_DIGITS}{_CIRCLE}]{{1,3}}年|点[{_DIGITS}]))"
)
_NOUGHTS = compile_late(
    rf"[Oo0](?<=[{_DIGITS}{_CIRCLE}].)[Oo0]*(?=[{_DIGITS}{_CIRCLE}Oo0]{{0,4}}年)"
)
_CHINESE = "\u3001-\u3007\u300a-\u3011\u3400-\u9fff\U00020000-\U0003ffff，：；？！（）“”《》…"
_BLANKS = compile_late(rf" (?<=[{_CHINESE},.:;?!()] ) *(?=[{_CHINESE},.:;?!()])")
#: A digit that a blank stands beside may be of a number by itself: 其一 2户.
_LETTER = rf"(?![一二三四五六七八九])[{_CHINESE}]"
_NUMBER_BLANKS = compile_late(
    rf" (?:(?<=[\d%] ) *(?={_LETTER}|%)|(?<=[{_CHINESE}] )(?<![一二三四五六七八九] ) *(?=\d))"
)
#: The first code point beyond the plane that nearly all text is written in.
_BEYOND = 0x10000


@dataclass(frozen=True, slots=True)
class ReadingForm:
    """Text in reading form; `places` has each character's index in the printed text."""

    text: str
    places: Sequence[int]

    def locate(self, start: int, end: int) -> tuple[int, int]:
        """The printed text's half-open range that characters `start` to `end` came from."""
        if start >= end:
            at = self.places[start] if start < len(self.places) else self._end
            return at, at
        return self.places[start], self.places[end - 1] + 1

    @property
    def _end(self) -> int:
        return self.places[-1] + 1 if self.places else 0


def make_reading_form(
    printed: str,
    *,
    join_blanks: bool = False,
    join_numbers: bool = False,
    simplified: bool = False,
) -> ReadingForm:
    """The reading form of `printed`, with blanks joined and characters simplified where asked.

    Linear; text that is in reading form comes back as it is.
    """
    form = _replace(printed)
    text = _CIRCLES.sub(_write_zeros, _NOUGHTS.sub(_write_zeros, form.text))
    form = ReadingForm(simplify(text) if simplified else text, form.places)
    if join_blanks:
        form = _drop(form, _BLANKS)
    return _drop(form, _NUMBER_BLANKS) if join_numbers else form


def _replace(printed: str) -> ReadingForm:
    rules = _read_rules()
    if not rules.may_change.search(printed):
        return ReadingForm(printed, range(len(printed)))
    if not rules.uneven.search(printed):
        return ReadingForm(printed.translate(rules.forms), range(len(printed)))
    bare = _drop(ReadingForm(printed, range(len(printed))), rules.dropped)
    parts = [rules.forms.get(ord(c), c) for c in bare.text]
    places = [at for at, part in zip(bare.places, parts, strict=True) for _ in part]
    return ReadingForm("".join(parts), places)


def _drop(form: ReadingForm, pattern: re.Pattern[str]) -> ReadingForm:
    """A reading form without what `pattern` finds in it."""
    found = [match.span() for match in pattern.finditer(form.text)]
    if not found:
        return form
    starts = [0, *(end for _, end in found)]
    ends = [*(start for start, _ in found), len(form.text)]
    kept = list(zip(starts, ends, strict=True))
    return ReadingForm(
        "".join(form.text[a:b] for a, b in kept), [at for a, b in kept for at in form.places[a:b]]
    )


def _write_zeros(match: re.Match[str]) -> str:
    return "〇" * len(match[0])


@dataclass(frozen=True, slots=True)
class _Rules:
    """What characters become; `uneven` finds those that do not become just one.

    Most texts have none that `may_change` at all. It takes all characters beyond the first plane
    for such: to look each character up in a list with those takes 300 times as long.
    """

    forms: dict[int, str]
    dropped: re.Pattern[str]
    uneven: re.Pattern[str]
    may_change: re.Pattern[str]


@cache
def _read_rules() -> _Rules:
    told = json.loads(_RULES.read_text("utf-8"))
    forms = {code: _find_form(code) for code in _list_codes(told["compatible"])}
    forms |= dict.fromkeys(_list_codes(told["line_ends"]), "\n")
    forms |= {ord(character): form for character, form in told["singles"].items()}
    radicals = told["radicals"]
    forms |= dict(zip(map(ord, radicals[::2]), radicals[1::2], strict=True))
    for mark in told["punctuation"]:
        forms.pop(ord(mark), None)
    removed = _list_codes(told["removed"])
    dropped = rf"\r(?=\n)|{_one_of(removed)}"
    uneven = f"{dropped}|{_one_of(code for code, form in forms.items() if len(form) > 1)}"
    changed = [13, *removed, *(code for code, form in forms.items() if form != chr(code))]
    plane = _one_of(code for code in changed if code < _BEYOND)
    may_change = f"{plane}|[{chr(_BEYOND)}-\U0010ffff]"
    return _Rules(forms, re.compile(dropped), re.compile(uneven), re.compile(may_change))


def _one_of(codes: Iterable[int]) -> str:
    """A pattern for one of these characters, those that follow each other as ranges."""
    rows = groupby(enumerate(sorted(codes)), key=lambda pair: pair[1] - pair[0])
    runs = ([chr(code) for _, code in row] for _, row in rows)
    return f"[{''.join(f'{re.escape(run[0])}-{re.escape(run[-1])}' for run in runs)}]"


def _find_form(code: int) -> str:
    form = normalize("NFKC", chr(code))
    return FULL_WIDTH.get(form, form) if 0xFE10 <= code <= 0xFE6F else form


def _list_codes(ranges: Iterable[str]) -> list[int]:
    """The code points of ranges as 200B-200F, both ends included, or 00AD."""
    ends = [[int(end, 16) for end in ends.split("-")] for ends in ranges]
    return [code for pair in ends for code in range(pair[0], pair[-1] + 1)]
