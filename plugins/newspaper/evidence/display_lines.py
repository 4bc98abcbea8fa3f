"""What display type is by its size and its words: columns' names, notices, series, salutations."""

from plugins.chinese.expressions import compile_late
from plugins.newspaper.evidence.personal_names import close_names, is_name

#: A column's name in brackets behind a headline: 把水留住（民生观察）, 山路通了（乡村行（上））.
_COLUMN = compile_late(r"(.{4,}?)[（(](?:[^（）()。，]|[（(][^（）()。，]{1,8}[）)]){2,48}[）)]")
#: An official notice's headline.
_NOTICE = compile_late(
    r"[\u4e00-\u9fff ]{0,24}关于.{2,40}的?(?:通知|公告|通告|公示|启事|意见|决定|说明)"
)
#: The name of a series of articles.
_SERIES = compile_late(
    r"[·•][\u4e00-\u9fff]{1,6}篇$|(?:系列|连续|追踪)(?:报道|评论|访谈)|之[一二三四五六七八九十]+$"
)
#: A kicker that leads to the headline's words: 李明在调研时强调.
_SPEAKING = compile_late(r"(?:强调|指出|要求|表示|提出|说|透露|认为|呼吁)[：:—]*$")
#: Type so much larger than running text is display type.
LARGE = 1.25
#: A line this long (characters without blanks) is running text.
RUNNING = 45
#: But for one without any mark, shorter than this and of parts no shorter than these.
_LONGEST_UNMARKED, _PART = 120, 6
#: What opens a letter or a speech, and whom a notice goes to: 同志们：, 各镇党委、政府：.
_SALUTATION = compile_late(
    r"(?:[^，。]{0,12}(?:同志们|朋友们|代表们|委员们|乡亲们|同学们|编辑同志|编辑部)|"
    r"(?:尊敬|亲爱|敬爱)的[^，。]{1,30}|各位[^。]{1,30}|"
    r"各[^。]{2,80}(?:部门|单位|政府|党委|委员会|办公室|局|企业|学校|站所))[：:]"
)
#: So many names in a row are a roll: those who wrote are fewer.
_ROLL = 4
_REMARK = compile_late(r"[（(][^（）()]{1,4}[）)]")
#: What stands in running text of such length, and in lists.
_MARKS = compile_late("[，。；：！？、,;:!?.A-Za-z]")


def names_column(text: str) -> bool:
    """Whether a column's name in brackets stands behind a line's words."""
    return _COLUMN.fullmatch(text) is not None


def gives_notice(text: str) -> bool:
    """Whether a line is the headline of an official notice."""
    return _NOTICE.fullmatch(text) is not None


def names_series(text: str) -> bool:
    """Whether a line reads like the name of a series of articles."""
    return _SERIES.search(text) is not None


def leads_to_words(text: str) -> bool:
    """Whether a line ends by leading to what somebody said."""
    return _SPEAKING.search(text) is not None


def may_be_display(text: str) -> bool:
    """Whether a line is no longer than one of display type; a column's name is not counted."""
    if _is_roll(text):
        return False
    named = _COLUMN.fullmatch(text)
    return len("".join((named[1] if named else text).split())) < RUNNING or _is_unmarked(text)


def is_salutation(text: str) -> bool:
    """Whether a line only says to whom the text below it speaks."""
    return _SALUTATION.fullmatch(text) is not None


def _is_roll(text: str) -> bool:
    """Whether a line is nothing but the names of several people: of those who are honoured."""
    words = _REMARK.sub(" ", text).split()
    return len(words) >= _ROLL and all(map(is_name, close_names(words, ())))


def _is_unmarked(text: str) -> bool:
    """Whether a line goes on without a mark as no running text does, and is no list of names."""
    parts = text.split()
    if len("".join(parts)) >= _LONGEST_UNMARKED or min(map(len, parts)) < _PART:
        return False
    return _MARKS.search(text) is None
