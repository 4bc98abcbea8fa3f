"""Numbers written out in Chinese, for the round trip that reading them must survive."""

_DIGITS = "零一二三四五六七八九"


def write_chinese(value: int) -> str:
    """Write a whole number below 10^12 as it is said: 20003 → 二万零三."""
    if value == 0:
        return _DIGITS[0]
    parts = []
    for scale, name in ((10**8, "亿"), (10**4, "万"), (1, "")):
        section, value = divmod(value, scale)
        if section:
            zero = "零" if parts and section < 1000 else ""
            parts.append(zero + _section(section) + name)
        elif parts and value and not parts[-1].endswith("零"):
            parts.append("零")
    return "".join(parts).replace("零零", "零")


def _section(section: int) -> str:
    written, pending = "", False
    for scale, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, section = divmod(section, scale)
        if digit:
            written += ("零" if pending else "") + _DIGITS[digit] + name
            pending = False
        else:
            pending = bool(written)
    return written
