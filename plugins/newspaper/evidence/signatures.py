"""Who signs below a notice or a letter: an office, the day below its name, a reader."""

from plugins.chinese.expressions import compile_late

_OFFICE = r"[\u4e00-\u9fff]{2,16}(?:委员会|办公室|领导小组|人民政府)"
_DAY = r"\d{4}年\d{1,2}月\d{1,2}日"
_READER = r"(?:读者|家长|网友|市民|村民|业主|患者|学生)\s+[\u4e00-\u9fff]{2,4}"
_SIGNING = compile_late(rf"{_OFFICE}|{_DAY}|{_READER}")
_SIGNED_DAY = compile_late(rf"{_OFFICE}\n{_DAY}")


def signs(text: str) -> bool:
    """Whether a line is nothing but who signs, or the day."""
    return _SIGNING.fullmatch(text) is not None


def is_signed_day(above: str, text: str) -> bool:
    """Whether a line is the day that an office, named in the line above it, has signed on."""
    return _SIGNED_DAY.fullmatch(f"{above}\n{text}") is not None
