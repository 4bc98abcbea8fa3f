"""Page furniture: lines that belong to the page and to no article."""

import re

_DIGITS = r"[\d０-９〇○零一二三四五六七八九十]"
_DATE = rf"{_DIGITS}{{2,4}}\s*年\s*{_DIGITS}{{1,3}}\s*月\s*{_DIGITS}{{1,3}}\s*日"
_WEEKDAY = r"(?:星期|周)[一二三四五六日天]"
_PAGE = (
    rf"(?:第\s*[A-Z]?{_DIGITS}{{1,3}}\s*版|[A-Z]?\d{{1,3}}\s*版|[A-Z]?{_DIGITS}{{1,3}}\s*版|"
    r"版次\s*[:：]?\s*[A-Z]?\d{1,3}|第\s*\d{1,3}\s*页)"
)
_STAFF = (
    r"(?:本版|本期|值班|执行|本报|图片|新闻|视觉|责任|组版|版面|统筹|电子|美术|夜班|首席|见习|实习)?"
    r"(?:责任编辑|责编|编辑|编审|美编|校对|组版|版式|制图|排版|审读|检校|编委|主编|总编|值班主任|"
    r"一审|二审|三审|终审|监制|一校|二校|终校|照排|版面设计|设计)"
)

_PATTERNS = {
    "转版": re.compile(
        r"[（(【\[]?\s*(?:[▶▷►■●→⇒◆]\s*)?(?:紧?[下上]\s*[转接]|转|接)\s*(?:第\s*)?"
        r"[A-Z]?[\d０-９一二三四五六七八九十]{1,3}\s*[版页](?:[^。，]{0,12})?\s*[）)】\]]?"
    ),
    "日期": re.compile(
        rf"(?:(?:[\u4e00-\u9fff]{{2,6}}[报刊])?\s*{_PAGE}?\s*)?{_DATE}[\s　]*(?:{_WEEKDAY})?"
        rf"(?:[\s　]*(?:农历|己|庚|辛|壬|癸|甲|乙|丙|丁|戊)[\u4e00-\u9fff]{{2,12}})?[\s　]*{_PAGE}?"
        rf"(?:[\s　]+(?:{_PAGE}|{_WEEKDAY}|农历\S{{2,12}}|总?第\s*\d+\s*期|今日\s*\d+\s*版|"
        rf"[\u4e00-\u9fff·]{{2,8}}|{_STAFF}\s*[:：]?\s*\S{{1,10}})){{0,4}}"
    ),
    "版次": re.compile(
        rf"(?:[·—\-－─|｜]\s*)?{_PAGE}(?:\s*[\u4e00-\u9fff·]{{2,8}})?|"
        rf"[\u4e00-\u9fff·]{{2,8}}\s*{_PAGE}"
    ),
    "页码": re.compile(
        r"[—\-－─·.•\s]*[A-Z]?\d{1,3}[—\-－─·.•\s]*|"
        r"[A-Z]?0?\d{1,2}[\s　|｜]+[\u4e00-\u9fff·]{2,6}|[\u4e00-\u9fff·]{2,6}[\s　|｜]+[A-Z]?0\d"
    ),
    "编辑": re.compile(
        rf"(?:[□■●◆]\s*)?{_STAFF}\s*[:：　 ／/|].{{1,60}}|{_STAFF}[\u4e00-\u9fff]{{2,3}}"
    ),
    "联系方式": re.compile(
        r"(?:(?:本报|本版|新闻|投稿|订报|广告|发行|读者|采访|报料|举报|监督|爆料|服务)[\u4e00-\u9fff]{0,4})?"
        r"(?:热线|电话|邮箱|信箱|网址|邮编|地址|传真|E-?mail|QQ|微信公众号|投稿邮箱)(?:电话)?\s*[:：].{2,80}|"
        r"(?:https?://|www\.)\S+|\S+@\S+\.\S+|(?:国内统一(?:连续出版物|刊)号|邮发代号|CN\d\d).{0,60}"
    ),
    "广告": re.compile(r"[【\[(（]?\s*(?:公益广告|广告|广而告之)\s*[】\])）]?(?:.{0,2})"),
    "刊头": re.compile(r"[\u4e00-\u9fff]{2,8}(?:日报|晚报|晨报|时报)(?:社)?(?:出版|主办)?"),
    "导读": re.compile(r"(?:今日|本期|要闻)?(?:导读|提要|看点)\s*[:：|｜\s].{2,80}"),
    "分隔": re.compile(r"[\W_]{1,80}"),
}
#: What says which issue a page is of, as typed by hand too: 2019-11-21, 20191121, A03, 版次：3.
_TELLING = (
    rf"{_DATE}|\d{{4}}\s*[-./]\s*\d{{1,2}}\s*[-./]\s*\d{{1,2}}|(?:19|20)\d{{6}}|"
    rf"{_PAGE}|[A-Z]\d{{1,2}}(?!\d)|版[次面]?\s*[:：]\s*\d{{1,3}}|"
    r"(?:报纸|报名|来源)\s*[:：]\s*《?[\u4e00-\u9fff]{2,12}》?"
)
_BESIDES = (
    rf"{_WEEKDAY}|总?第\s*\d+\s*期|(?:出版|刊发|见报)?日期\s*[:：]|版[次面]?\s*[:：]|"
    r"《[\u4e00-\u9fff]{2,12}》|[\u4e00-\u9fff]{2,8}报"
)
_BETWEEN = r"[\s，,、;；。·|｜/／（）()\[\]【】#:：—–-]*"
#: In any order; the section (要闻) stands last. Possessive: a run of 报 would else take for ever.
_ISSUE_HEADING = re.compile(
    rf"{_BETWEEN}(?:(?:{_TELLING}|{_BESIDES}){_BETWEEN})++(?:[\u4e00-\u9fff]{{2,6}}{_BETWEEN})?"
)
#: 记者 张三 文 李四 摄 signs an article.
_WRITER = re.compile(r"[\s　]文[\s　/]")
_MASTHEAD = re.compile(r"[\u4e00-\u9fff\s]{2,9}[报刊]")
_CAPTION = re.compile(
    r"(?:[▲▼◀▶△▽↑↓←→■●◆]\s*)?"
    r"(?:(?:上|下|左|右|题|本版|小|大|组)?图(?:[①②③④⑤⑥\d一二三四])?"
    r"(?:[（(][左右上下]\S{0,3}[)）])?(?:[\s:：]*(?:为|是)|[:：])|图片说明)"
)
_PHOTOGRAPHER = re.compile(
    r"(?:本报|新华社)?(?:记者|通讯员|特约记者|见习记者)?\s*"
    r"[\u4e00-\u9fff]{1,4}(?:[\s　、][\u4e00-\u9fff]{1,4}){0,3}\s*"
    r"(?:摄|/摄|摄影(?:报道)?|图片报道|供图)\s*[)）]?$"
)
_MARK = re.compile(r"[▲▼◀▶△▽↑↓←→]")
_LONGEST_CAPTION = 220


def find_furniture(text: str) -> str | None:
    """Why a line is furniture (日期, 版次, 编辑, 转版 …), None where it is not."""
    if len(text) > 90 or text[-1] in "。，；！？,;!?":
        return None
    return next((why for why, pattern in _PATTERNS.items() if pattern.fullmatch(text)), None)


def is_issue_heading(text: str) -> bool:
    """Whether a page's first line only says which issue it is of: 安康日报 2019-11-21 第3版.

    Whoever saves a page's text writes such a line by hand, so it may look as no newspaper's does;
    farther down the same words could be an article's.
    """
    if len(text) > 90 or not re.search(_TELLING, text):
        return False
    return _ISSUE_HEADING.fullmatch(text) is not None


def is_masthead(text: str) -> bool:
    """Whether a line at a page's very top may be the newspaper's name: 江淮晨刊."""
    return _MASTHEAD.fullmatch(text) is not None


def is_caption(text: str) -> bool:
    """Whether a line describes a picture: 图为…, or ends with its photographer's credit (… 摄)."""
    return len(text) <= _LONGEST_CAPTION and (bool(_MARK.match(text)) or names_picture(text))


def names_picture(text: str) -> bool:
    """Whether a line says itself that it is about a picture, whatever mark it opens with."""
    if len(text) > _LONGEST_CAPTION:
        return False
    if _CAPTION.match(text):
        return True
    credit = None if _WRITER.search(text) else _PHOTOGRAPHER.search(text)
    return credit is not None and (credit.start() == 0 or not text[credit.start() - 1].isalnum())
