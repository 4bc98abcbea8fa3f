"""Numerals as Chinese newspapers print them: 1,605.61, ２万８千, 三千二百, 1120余万, 数十, 半.

One reader walks from left to right and never looks back, so its time is linear in the text.
The grammar of scales is that of GB/T 15835-2011 (数字用法) and of ordinary speech (1万2, 两百五).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from plugins.chinese.digits import DIGITS, digit_value, number, point, run_end

SMALL = {"十": 10, "百": 100, "千": 1000, "拾": 10, "佰": 100, "仟": 1000}
LARGE = {"万": 10**4, "亿": 10**8}
NUMERAL_START = re.compile(rf"[0-9０-９{''.join((*DIGITS, *SMALL, *LARGE))}数几半]")
VAGUE = "余多来几"
#: What blurs 七八 and 三四十.
NEIGHBOURS = "邻"
#: A word that starts with 千 or 百 and is a measure, not a scale: 500千瓦, 10百分点.
NOT_A_SCALE = {"千": "瓦克米伏卡赫帕焦", "百": "分帕"}
#: Letters that make 数 the end of a word (户数, 人数, 指数), so that it does not mean "several".
ENDS_IN_SHU = "人户总次件指天分多少个倍参岁报基系位票"
#: More digits than any figure of a newspaper: such a run is a code of some kind.
MAX_DIGITS = 18


@dataclass(frozen=True, slots=True)
class Numeral:
    """A numeral at text[start:end]; `vague` holds the 余, 多, 来, 几 or 数 that blurs it.

    `bare` marks a scale without a digit (百, 万), which is no number unless something blurs it;
    `coefficient` is the first number written, before any scale.
    """

    start: int
    end: int
    value: Decimal
    coefficient: Decimal
    arabic: bool = False
    vague: str = ""
    bare: bool = False
    scaled: bool = False


@dataclass(slots=True)
class _Sum:
    """The state of reading one numeral: what is complete, and the number not yet scaled."""

    total: Decimal = Decimal(0)
    section: Decimal = Decimal(0)
    pending: Decimal | None = None
    pending_arabic: bool = False
    last_scale: int = 0
    zero: bool = False
    arabic: bool = False
    vague: str = ""
    bare: bool = False
    digits: int = 0
    coefficient: Decimal | None = None
    smallest: dict[str, int] = field(default_factory=lambda: {"small": 10**4, "large": 10**12})

    def read_number(self, value: Decimal, arabic: bool) -> bool:
        if self.vague and self.vague != "数":
            return False
        if self.pending is not None:
            # 七八个, 三四十人: neighbours in a row mean "about".
            if arabic or self.pending_arabic or value != self.pending + 1 or self.vague:
                return False
            self.vague = NEIGHBOURS
            return True
        self.pending, self.pending_arabic = value, arabic
        self.arabic = self.arabic or arabic
        if self.coefficient is None:
            self.coefficient = value
        return True

    def read_small(self, scale: int) -> bool:
        limit = self.smallest["small"]
        started = self.coefficient is not None or self.bare
        if scale >= limit or (self.pending is None and started and scale != 10):
            return False
        if self.pending is None:
            self.bare = not started and scale != 10
        self.section += (Decimal(1) if self.pending is None else self.pending) * scale
        self._scaled(scale)
        self.smallest["small"] = scale
        return True

    def read_large(self, scale: int) -> bool:
        amount = self.section + (self.pending or 0)
        if not amount and self.total and self.last_scale == 10**4 and scale == 10**8:
            self.total *= scale  # 1.2万亿
        elif amount and scale < self.smallest["large"]:
            self.total += amount * scale
        elif self.coefficient is None and not self.bare:
            self.total, self.bare = Decimal(scale), True
        else:
            return False
        self.section = Decimal(0)
        self._scaled(scale)
        self.smallest = {"small": 10**4, "large": scale}
        return True

    def _scaled(self, scale: int) -> None:
        if self.coefficient is None:
            self.coefficient = Decimal(1)
        self.pending, self.last_scale, self.zero = None, scale, False

    def finish(self) -> Decimal:
        rest = self.pending or Decimal(0)
        # 1万2 and 两百五: one digit after a scale counts tenths of that scale.
        if self.last_scale >= 100 and not self.zero and 0 < rest < 10 and rest == int(rest):
            rest = rest * self.last_scale / 10
        return self.total + self.section + rest


def _is_digit(char: str) -> bool:
    return char in DIGITS or digit_value(char) is not None


def starts_numeral(char: str) -> bool:
    """Tell whether a numeral can start with this character."""
    return NUMERAL_START.match(char) is not None


def _vague_follows(text: str, at: int) -> bool:
    """Tell whether the 余, 多, 来 or 几 at this place belongs to the number before it."""
    char, before = text[at], text[at - 1]
    if char == "来":
        return before in SMALL or before == "0"
    return char != "几" or before in SMALL


def read_numeral(text: str, start: int) -> tuple[Numeral | None, int]:
    """Read the numeral that starts at text[start].

    Returns it (None when the characters make no number) and where to go on: always beyond start.
    """
    if text[start] == "半":
        half = Decimal("0.5")
        return Numeral(start, start + 1, half, half), start + 1
    state, at = _Sum(), start
    if text[start] in "数几":
        follows = text[start + 1 : start + 2]
        ends_word = text[start] == "数" and start > 0 and text[start - 1] in ENDS_IN_SHU
        if ends_word or not follows or not (follows in SMALL or follows in LARGE):
            return None, start + 1
        state.pending, state.vague, state.coefficient, at = Decimal(1), "数", Decimal(1), start + 1
    while at < len(text):
        following = _step(text, at, state)
        if following == at:
            break
        at = following
    if at < len(text) and _is_digit(text[at]):
        # 二〇一九 and 三一 are years and names: digits in a row, no number.
        while at < len(text) and _is_digit(text[at]):
            at += 1
        return None, at
    return _numeral(state, start, at)


def _numeral(state: _Sum, start: int, end: int) -> tuple[Numeral | None, int]:
    if state.coefficient is None or state.digits > MAX_DIGITS:
        return None, max(end, start + 1)
    value = state.finish()
    return Numeral(
        start, end, value, state.coefficient, arabic=state.arabic, vague=state.vague,
        bare=state.bare, scaled=state.last_scale >= 100,
    ), end  # fmt: skip


def _step(text: str, at: int, state: _Sum) -> int:
    """Read one part of a numeral into the state; return where it ends, or `at` if none fits."""
    char = text[at]
    if digit_value(char) is not None:
        return _step_arabic(text, at, state)
    if char in DIGITS:
        return _step_digit(text, at, state)
    if char in SMALL:
        if text[at + 1 : at + 2] in tuple(NOT_A_SCALE.get(char, "")) and _is_measure(state):
            return at
        return at + state.read_small(SMALL[char])
    if char in LARGE:
        return at + state.read_large(LARGE[char])
    if char == "点" and state.pending is not None and not state.arabic:
        worth, end = point(text, at)
        state.pending += worth
        return end
    started = state.coefficient is not None
    if char in VAGUE and started and not state.vague and _vague_follows(text, at):
        state.vague = char
        return at + 1
    return at


def _is_measure(state: _Sum) -> bool:
    """三千米 is 3000 米, but 3千米 is 3 千米 and 5万千瓦 is 50000 千瓦."""
    return state.pending_arabic or state.pending is None


def _step_arabic(text: str, at: int, state: _Sum) -> int:
    end = run_end(text, at)
    state.digits = max(state.digits, end - at)
    if state.digits > MAX_DIGITS:
        state.coefficient = None
        state.pending = Decimal(0)
        return end
    return end if state.read_number(number(text[at:end]), arabic=True) else at


def _step_digit(text: str, at: int, state: _Sum) -> int:
    if DIGITS[text[at]] == 0 and state.last_scale:
        state.zero = True
        return at + 1
    return at + state.read_number(Decimal(DIGITS[text[at]]), arabic=False)


def find_numerals(text: str) -> Iterator[Numeral]:
    """Yield every numeral of the text from left to right, none overlapping another."""
    at = 0
    while start := NUMERAL_START.search(text, at):
        numeral, at = read_numeral(text, start.start())
        if numeral is not None:
            yield numeral
