"""Who signs below a notice or a letter, and what else stands behind a text's last stop."""

from plugins.chinese.characters import STOPS
from plugins.chinese.expressions import compile_late
from plugins.newspaper.evidence.personal_names import close_names, is_name

_OFFICE = r"[\u4e00-\u9fff]{2,16}(?:委员会|办公室|领导小组|人民政府)"
_DAY = r"\d{4}年\d{1,2}月\d{1,2}日"
_READER = r"(?:读者|家长|网友|市民|村民|业主|患者|学生)\s+[\u4e00-\u9fff]{2,4}"
#: How a notice ends: 特此公告.
_NOTICE = r"特此(?:通告|公告|公示|通知|声明|说明|函告|报告)[。！]?"
_NOTICED = compile_late(_NOTICE)
_SIGNING = compile_late(rf"{_OFFICE}|{_DAY}|{_READER}|{_NOTICE}")
#: Below who signs a day may stand without its year.
_ONLY_DAY = compile_late(rf"[（(]?(?:{_DAY}|\d{{1,2}}月\d{{1,2}}日)[）)]?")
_BODY = compile_late(
    r"[\u4e00-\u9fff（）()]{2,30}(?:[局委部厅站院校社处会]|公司|大队|支队|办公室|小组|政府|指挥部|中心|支部)"
)
_WORDS = range(1, 4)
#: An editor's code, ②11, an agency's day, （据新华社西安9月9日电）, or （完）.
_END_MARK = compile_late(
    rf"[{STOPS}”][①-⑳]\d{{1,2}}(?:[\u4e00-\u9fff]{{2,4}}摄)?$|"
    rf"[{STOPS}”]\s*[（(](?:完|据?(?:本报|新华社|中新社)[^（）()]{{0,30}}[电讯])[）)]$"
)


def has_end_mark(text: str) -> bool:
    """Whether a text ends with what closes a story behind its last stop and names no author."""
    return _END_MARK.search(text) is not None


def signs(text: str) -> bool:
    """Whether a line is nothing but who signs, or the day."""
    return _SIGNING.fullmatch(text) is not None


def ends_notice(text: str) -> bool:
    """Whether a line is what a notice ends with; who gives it and the day stand below."""
    return _NOTICED.fullmatch(text) is not None


def is_signed_day(above: str, text: str) -> bool:
    """Whether a line is the day that whoever is named in the line above it has signed on."""
    return _ONLY_DAY.fullmatch(text) is not None and may_sign(above)


def may_sign(text: str) -> bool:
    """Whether a line may be a signature above a day: an office, a name behind a place or alone."""
    words = close_names(text.split(), ())
    named = len(words) in _WORDS and is_name(words[-1])
    return named or signs(text) or _BODY.fullmatch(text) is not None
