"""Chinese numerals as Arabic ones: 一万二千, 两百五十, 二〇一九, 八点四六亿."""

from plugins.chinese.expressions import compile_late

_CAPITALS = str.maketrans("壹贰叁肆伍陆柒捌玖拾佰仟零两", "一二三四五六七八九十百千〇二")
_DIGITS = "〇一二三四五六七八九"
_UNITS = {"十": 10, "百": 100, "千": 1000}
_GROUPS = {"万": 4, "亿": 8}
_SPELLED = compile_late(rf"[{_DIGITS}]+")
_DECIMAL = compile_late(rf"(.+)点([{_DIGITS}]+)([万亿]*)")
#: Digits side by side (二〇一九) are a number from so many on, or with a nought among them.
_FEWEST_DIGITS = 4
#: The browser reads no larger number exactly.
MOST = 2**53 - 1


def read_numerals(numerals: str) -> tuple[str, str, int] | None:
    """Return digits before and behind the decimal point and how many zeros follow; None for none.

    三三两两 and 二三十 are no numbers, nor is 千万 without a digit.
    """
    plain = numerals.translate(_CAPITALS)
    if _SPELLED.fullmatch(plain) and len(plain) > 1:
        # 两 is never spelled among digits.
        spelled = "两" not in numerals and (len(plain) >= _FEWEST_DIGITS or "〇" in plain)
        return (_write_digits(plain), "", 0) if spelled else None
    decimal = _DECIMAL.fullmatch(plain)
    whole = _read_whole(decimal[1] if decimal else plain)
    if whole is None or whole > MOST:
        return None
    if not decimal:
        return str(whole), "", 0
    return str(whole), _write_digits(decimal[2]), sum(_GROUPS[group] for group in decimal[3])


def _write_digits(numerals: str) -> str:
    return "".join(str(_DIGITS.index(numeral)) for numeral in numerals)


def _read_whole(numerals: str) -> int | None:
    total = group = 0
    digit: int | None = None
    # What a digit at the end counts: 三千五 is 3500, 三千零五 is 3005.
    place, unit = 1, 10**5
    if numerals[:1] not in (*_DIGITS, "十"):
        return None
    for numeral in numerals:
        if numeral in _DIGITS:
            if digit:
                return None
            digit = _DIGITS.index(numeral)
            place = place if digit else 1
        elif numeral in _UNITS:
            if _UNITS[numeral] >= unit:
                return None
            unit = _UNITS[numeral]
            group += (1 if digit is None else digit) * unit
            digit, place = None, max(1, unit // 10)
        elif numeral in _GROUPS:
            worth = 10 ** _GROUPS[numeral]
            # 一亿二千万: 万 counts what stands since 亿 alone.
            before = total if numeral == "万" else 0
            total = before + (total - before + group + (digit or 0)) * worth
            group, digit, place, unit = 0, None, worth // 10, 10**5
        else:
            return None
    return total + group + (digit or 0) * place
