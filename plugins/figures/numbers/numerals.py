"""Numerals as Chinese newspapers print them: 1,605.61, ２万８千, 三千二百, 1120余万, 数十, 半.

The grammar, that of GB/T 15835-2011 (数字用法) and of ordinary speech (1万2, 两百五):

    numeral  = ["数" | "几"] {section ("万" | "亿")} [section] [vague]
    section  = {number ("千" | "百" | "十")} [number] | twenty [number]
    number   = Arabic digits | Chinese digit ["点" digits] | digits with a 〇 among them (一〇五)
    twenty   = "廿" | "卅" | "卌"
    vague    = "余" | "多" | "来" | "几" | "把", before or after a scale

万 before 亿 multiplies all that stands before it (一万五千亿). What the grammar does not read to
its end is no number at all. One reader walks from left to right and never looks back, so its time
is linear in the text.
"""

from decimal import Decimal
from typing import NamedTuple

from plugins.chinese.digits import CAPITALS, DIGITS, digit_value, point, read_digits
from plugins.chinese.expressions import compile_late
from plugins.figures.numbers.sums import Sum

SMALL = {"十": 10, "百": 100, "千": 1000}
LARGE = {"万": 10**4, "亿": 10**8}
TENS = {"廿": 20, "卅": 30, "卌": 40}
CAPITAL_SCALES = {"拾": "十", "佰": "百", "仟": "千"}
_ALL = "".join((*DIGITS, *SMALL, *LARGE, *TENS))
NUMERAL_START = compile_late(rf"[0-9０-９{_ALL}{''.join(CAPITALS)}数几半]")
VAGUE = "余多来几把"
#: What 把 blurs the number of, as 百把斤 does; 百把椅子 are a hundred chairs.
_AFTER_ABOUT = tuple("元块斤人亩户里年天米万")
#: A word that starts with 千 or 百 and is a measure, not a scale: 500千瓦, 10百分点.
NOT_A_SCALE = {"千": "瓦克米伏卡赫帕焦", "百": "分帕姓货合"}
#: Letters that make 数 the end of a word (户数, 人数, 指数), so that it does not mean "several".
ENDS_IN_SHU = "人户总次件指天分多少个倍参岁报基系位票"
#: More digits than any figure of a newspaper: such a number is a code of some kind.
LARGEST = 10**18
_BLANK_SCALE = compile_late(r"[ \u00a0\u2009\u202f\u3000](?=[百千万亿](?![^\W\d_]级))")
#: 一〇五: Chinese digits as one writes Arabic ones; a year (二〇一九) is none.
_CIPHER = "[〇零○一二三四五六七八九]"
_POSITIONAL = compile_late(
    rf"(?!(?:一九|二[〇零○]){_CIPHER}{{2}}(?!{_CIPHER}))[一二三四五六七八九]{{1,2}}[〇零○]{_CIPHER}*"
)
_REST = compile_late(rf"[.．]?[0-9０-９{_ALL}]+(?:[.,．，'’][0-9０-９]+)*|[OoIl]+(?=[0-9{_ALL}])")
#: 三、四千: a digit, and the next one with its scale and nothing behind it.
_PAIRED = compile_late(rf"、(?P<digit>[一二三四五六七八九])[十百千][万亿]?(?![0-9０-９{_ALL}])")
#: What a numbered item stands behind: 一、二十户搬迁。二、….
_BEGUN = ("", "\n", *" \u3000。！？；：:“")
#: 5万来自外省, where 来 blurs nothing, as it does in 四万来块.
_COMES = compile_late(r"来[自到临了源看说访华宾年历]")
_CAPITAL = "".join((*CAPITALS, *CAPITAL_SCALES, *LARGE))
_CAPITAL_RUN = compile_late(f"[{_CAPITAL}]+")
#: Letters that make a word with 伍 or 陆 behind them: 队伍, 大陆.
_CHEQUE = compile_late(
    rf"(?:(?<![队大着收内登水入上退落行军])|(?![伍陆]))(?:[{_CAPITAL}零]{{2,}}|[{''.join(CAPITALS)}])(?=[元圆整万])"
)


#: Numerals and measures in their old forms, as a line of simplified text has one now and then.
_OLD, _TODAY = "兩萬億貳陸個畝戶間輛隻頭條張棟噸", "两万亿贰陆个亩户间辆只头条张栋吨"
_OLD_FORMS = str.maketrans(_OLD, _TODAY)
#: 參拾畝, but 參加.
_OLD_THREE = compile_late("參(?=[拾佰仟万亿])")
#: To look each character up takes ten times as long, and few texts have any.
_MAY_BE_OLD = compile_late(f"[參{_OLD}]")


def modernise(text: str) -> str:
    """Return the text, as long as it was, with numerals and measures in today's forms."""
    if not _MAY_BE_OLD.search(text):
        return text
    return _OLD_THREE.sub("叁", text.translate(_OLD_FORMS))


class Numeral(NamedTuple):
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


def starts_numeral(char: str) -> bool:
    """Tell whether a numeral can start with this character."""
    return NUMERAL_START.match(char) is not None


def read_numeral(text: str, start: int) -> tuple[Numeral | None, int]:
    """Read the numeral that starts at text[start].

    Returns it (None when the characters make no number) and where to go on: always beyond start,
    and beyond all of a run of digits that makes no number.
    """
    char = text[start]
    if char == "半":
        half = Decimal("0.5")
        return Numeral(start, start + 1, half, half), start + 1
    if char in CAPITALS:
        return _read_cheque(text, start)
    state, at = Sum(), start
    if char in "数几":
        follows = text[start + 1 : start + 2]
        ends_word = char == "数" and start > 0 and text[start - 1] in ENDS_IN_SHU
        if ends_word or not follows or not (follows in SMALL or follows in LARGE):
            return None, start + 1
        state.pending, state.vague, state.coefficient, at = Decimal(1), "数", Decimal(1), start + 1
    while at < len(text):
        following = _step(text, at, state)
        if following < 0:
            return None, rest_end(text, -following)
        if following == at:
            break
        at = following
    end = rest_end(text, at)
    if end > at or state.coefficient is None or state.finish() > LARGEST:
        # 二〇一九, 三一, 1O0: what is not read to its end is no number.
        return None, max(end, start + 1)
    return Numeral(
        start, at, state.finish(), state.coefficient, arabic=state.arabic, vague=state.vague,
        bare=state.bare, scaled=state.last_scale >= 100,
    ), at  # fmt: skip


def rest_end(text: str, at: int) -> int:
    """Return where the digits and scales that go on at text[at:] end: at once when none do."""
    while (rest := _REST.match(text, at)) and not _opens_measure(text, at):
        at = rest.end()
    return at


def _opens_measure(text: str, at: int) -> bool:
    """Tell whether 千 or 百 at this place begins a measure: 千瓦, 百分点."""
    return text[at + 1 : at + 2] in tuple(NOT_A_SCALE.get(text[at], ""))


def _read_cheque(text: str, start: int) -> tuple[Numeral | None, int]:
    """Read 叁万伍仟元: capital digits are a number when they stand together or before money."""
    match = _CHEQUE.match(text, start)
    if match is None:
        run = _CAPITAL_RUN.match(text, start)
        return None, run.end() if run else start + 1
    plain = "".join(
        "零一二三四五六七八九"[CAPITALS[c]] if c in CAPITALS else CAPITAL_SCALES.get(c, c)
        for c in match[0]
    )
    numeral, end = read_numeral(plain, 0)
    if numeral is None or end < len(plain):
        return None, match.end()
    return Numeral(start, start + end, numeral.value, numeral.coefficient, scaled=True), start + end


def _step(text: str, at: int, state: Sum) -> int:
    """Read one part of a numeral into the state; return where it ends.

    That is `at` if none fits, and below zero, for the same place, if what stands there is broken.
    """
    char = text[at]
    if digit_value(char) is not None:
        value, end = read_digits(text, at)
        if value is None:
            return -end
        return end if state.read_number(value, arabic=True) else at
    if char in DIGITS:
        return _step_digit(text, at, state)
    if char in SMALL:
        is_measure = (
            state.pending_arabic or state.pending is None or text[at + 1 : at + 2] in ("克", "瓦")
        )
        if is_measure and _opens_measure(text, at):
            return at  # 三千米 is 3000 米, but 3千米 is 3 千米 and 5万千瓦 is 50000 千瓦
        return at + state.read_small(SMALL[char])
    if char in LARGE:
        return at + state.read_large(LARGE[char])
    if char in TENS:
        return at + state.read_tens(TENS[char])
    if char == "点" and state.pending is not None and not state.arabic:
        worth, end = point(text, at)
        state.pending += worth
        return end
    if state.pending is not None and state.pending_arabic and _BLANK_SCALE.match(text, at):
        return at + 1
    if _goes_on(text, at, state):
        state.zero = state.zeroed = char == "单"
        return at + 1
    if char in VAGUE and _blurs(text, at, state):
        state.vague = char
        return at + 1
    return at


def _goes_on(text: str, at: int, state: Sum) -> bool:
    """Tell whether a mark or 单 at this place belongs to the number: 三、四千, 一百单五."""
    if text[at] == "单":
        hundreds = state.last_scale == SMALL["百"] and state.pending is None
        return hundreds and not state.arabic and text[at + 1 : at + 2] in tuple(DIGITS)
    pair = _PAIRED.match(text, at)
    if pair is None or state.pending is None or state.last_scale or state.arabic:
        return False
    begins = text[max(0, at - 2) : at - 1] in _BEGUN
    return DIGITS[pair["digit"]] == state.pending + 1 and not begins


def _blurs(text: str, at: int, state: Sum) -> bool:
    """Tell whether the 余, 多, 来 or 几 at this place belongs to the number before it."""
    if state.coefficient is None or state.vague:
        return False
    char, before = text[at], text[at - 1]
    if char == "把":
        return state.bare and text[at + 1 : at + 2] in _AFTER_ABOUT
    if char == "来":
        is_verb = before in LARGE and _COMES.match(text, at)
        return not is_verb and (before in SMALL or before in LARGE or before == "0")
    return char != "几" or before in SMALL or before in TENS


def _step_digit(text: str, at: int, state: Sum) -> int:
    if state.pending is None and (positional := _POSITIONAL.match(text, at)):
        worth = "".join(str(DIGITS[digit]) for digit in positional[0])
        return positional.end() if state.read_number(Decimal(worth), arabic=False) else at
    if DIGITS[text[at]] == 0 and state.last_scale:
        state.zero = state.zeroed = True
        return at + 1
    return at + state.read_number(Decimal(DIGITS[text[at]]), arabic=False)
