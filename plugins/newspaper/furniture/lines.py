"""Page furniture: lines that belong to the page and to no article, each known by itself."""

from plugins.chinese.expressions import compile_late
from plugins.newspaper.furniture.calls import is_call
from plugins.newspaper.furniture.label_lines import find_label
from plugins.newspaper.layout.newspaper_names import names_newspaper
from plugins.newspaper.layout.page_heads import DATE, STAFF, find_head
from plugins.newspaper.layout.source_lines import read_source_line

#: What stands alone above the name of an article's part: PART.01, 壹, ❶.
NUMBERING = r"(?:PART|Part|part|NO|No|no)[\s.．·-]*\d{1,2}|0\d|[壹贰叁肆伍陆柒捌玖拾]|[①-⑩❶-❿➊-➓]"
_HAN = "\u4e00-\u9fff"
#: What a web page has around its article; each stands on a line of its own.
_WEB = (
    r"您?(?:现在|当前)?的?(?:所在)?位置\s*[:：].{1,60}",
    rf"[{_HAN}]{{2,6}}(?:\s*[|｜]\s*[{_HAN}]{{2,8}}){{2,15}}",
    rf"[{_HAN}]{{2,8}}(?:\s*[>＞»]+\s*[{_HAN}]{{2,12}}){{1,5}}",
    # One tag that nothing closes may be a Markdown headline typed without its blank.
    r"#[\w·]{1,20}#|(?:#[\w·]{1,20}#?\s*){2,8}",
    r"[【\[(（]?\s*(?:字号|字体)(?:大小)?\s*[:：]?.{0,60}",
    r"(?:[【\[]?\s*(?:打印(?:本页|此页)?|关闭(?:窗口|本页)?|收藏(?:本页)?|返回(?:顶部|首页|主页|列表)?|我要评论|"
    r"纠错|复制(?:链接)?|字大|字小|大字|小字|朗读|听新闻|语音播报|分享|大|中|小|放大|缩小|默认|加入收藏)\s*[】\]]?\s*[|｜]?\s*){1,8}",
    r"(?:(?:微信|微博|QQ空间|朋友圈|扫一扫|扫码|分享|转发|点赞|在看|收藏|订阅|关注).{0,8}){2,6}",
    r"(?:分享到|分享至|分享本文)(?:\s*[:：].{0,40}|[\s微朋Qq].{0,40})?",
    r"(?:上一篇|下一篇|上一条|下一条|上一版|下一版|上篇|下篇|前一篇|后一篇|相关(?:新闻|链接|阅读|文章)|延伸阅读|"
    r"推荐阅读|热门(?:新闻|推荐)|猜你喜欢|版面(?:导航|概览))\s*[:：]?.{0,60}",
    r"(?:版权所有|Copyright|©|\(c\)|联系我们|网站地图|关于我们|"
    r"网站声明|未经.{0,12}授权|互联网新闻信息服务许可证).{0,120}",
    r".{0,60}(?:ICP备|公网安备|All Rights Reserved|版权所有).{0,80}",
    r"(?:长按|识别|点击|扫描).{0,12}(?:二维码|蓝字|阅读原文|上方|关注).{0,20}|阅读原文|阅读全文|点击展开(?:全文)?|"
    r"喜欢(?:此内容|作者).{0,20}|原创|[-—·\s]*(?:THE\s+)?END[-—·\s]*",
    r"附件\s*\d{0,2}\s*[:：【\[].{1,80}\.(?:docx?|xlsx?|wps|et|pdf|zip|rar|pptx?|jpe?g|png)\W?.{0,12}",
    r"收录于\s*(?:合集|话题|专辑)?.{0,40}|(?:写|精选)?留言|发消息|\[?图片\]?|预览时标签不可点",
    r"(?:(?:按日期|全文|高级)?检索|(?:标题|版面|本版|往期|稿件)(?:导航|概览|回顾|浏览|目录)|上一[版篇页期条]|下一[版篇页期条]|"
    r"(?:版权|网站|法律|免责|隐私)声明|联系我们|关于我们|设为首页|网站首页|返回(?:首页|主页|目录)|数字报|当前版|登录|注册)",
    r"!\[[^\]]*\]\([^)]*\)|扫一扫.{2,14}",
)
_POINTED = r"(?:详?见|刊|转)?\s*第?\s*[A-Z]?\d{1,2}\s*版"
#: What a line of the weather is made of, and no headline about it.
_SKY = (
    r"晴阴雨雪云雾霾风多少小中大阵雷暴转到间有时东南西北偏微力级最高低气温白天夜\d℃°C~～—–\-至/:："
)
_PATTERNS = {
    "转版": compile_late(
        r"[（(【\[]?\s*(?:[▶▷►■●→⇒◆]\s*)?(?:紧?[下上]\s*[转接]|转|接)\s*(?:第\s*)?"
        r"[A-Z]?[\d０-９一二三四五六七八九十]{1,3}\s*[版页](?:[^。，]{0,12})?\s*[）)】\]]?|"
        r"[（(【\[]\s*(?:[^（）()。]{0,12}(?:详?见|刊|载)|紧接)[^（）()。]{0,6}第?\s*"
        r"[A-Z]?[\d一二三四五六七八九十]{1,3}\s*[版页]\s*[）)】\]]"
    ),
    "页码": compile_late(
        r"[—\-－─·.•\s]*[A-Z]?\d{1,3}[—\-－─·.•\s]*|"
        rf"[A-Z]?0?\d{{1,2}}[\s　|｜]+[{_HAN}·]{{2,6}}|"
        rf"[{_HAN}·]{{2,8}}[\s　|｜]+(?:[A-Z]0?\d{{1,2}}|0\d)|"
        rf"[{_HAN}·]{{0,5}}(?:要闻|综合|新闻|专版|副刊|广告)[\s　|｜]+\d{{1,2}}"
    ),
    "编辑": compile_late(
        rf"[（(【\[]?(?:[□■●◆]\s*)?{STAFF}\s*[:：　 ／/|].{{1,60}}|{STAFF}[{_HAN}]{{2,3}}"
    ),
    "联系方式": compile_late(
        r"(?:(?:本报|本版|新闻|投稿|订报|广告|发行|读者|采访|报料|举报|监督|爆料|服务)[\u4e00-\u9fff]{0,4})?"
        r"(?:热线|电话|邮箱|信箱|网址|邮编|地址|传真|E-?mail|QQ|微信公众号|投稿邮箱)(?:电话)?\s*[:：].{2,80}|"
        r"(?:https?://|www\.)\S+|\S+@\S+\.\S+|(?:国内统一(?:连续出版物|刊)号|邮发代号|CN\d\d).{0,60}|"
        rf"[{_HAN}]{{2,12}}印刷厂(?:印刷|承印).{{0,60}}"
    ),
    "刊期": compile_late(r"报纸：\S{2,24} (?:日期|版次)：.{1,40}|公众号\s*[:：]\s*\S{2,24}"),
    "广告": compile_late(r"[【\[(（]?\s*(?:公益广告|广告|广而告之)\s*[】\])）]?(?:.{0,2})"),
    "刊头": compile_late(
        r"[\u4e00-\u9fff]{2,8}(?:日报|晚报|晨报|时报)(?:社)?(?:出版|主办)?|"
        rf"中共[{_HAN}]{{2,12}}委(?:机关报|主管|主办|主管主办|主管、主办)"
    ),
    "导读": compile_late(
        r"(?:今日|本期|要闻)?(?:导读|提要|看点)\s*[:：|｜\s].{2,80}|"
        rf"[^。，]{{4,40}}[（(]\s*(?:[A-Z]\s*\d{{1,2}}|{_POINTED})\s*[)）]|"
        rf"[^。，]{{4,40}}?(?:[.．…·・—\-]{{2,}}|\s*[▶▷►→>■●]|\s(?=详?见|刊|转))\s*{_POINTED}|"
        rf"{_POINTED}\s*[▶▷►→>|｜]\s*[^。，]{{4,40}}"
    ),
    "编印": compile_late(
        rf"[{_HAN}]{{2,40}}(?:办公室|局|委|部|组|处|中心|社)(?:编|编印|编发|主办)\s*(?:{DATE})?"
    ),
    "文号": compile_late(
        rf"[{_HAN}]{{2,16}}[〔\[（(【]\s*(?:19|20)\d\d\s*[〕\]）)】]\s*第?\s*\d{{1,4}}\s*号"
    ),
    "天气": compile_late(
        rf"(?:(?:今日|今天|今晚|明日|明天|本市|市区|城区)\s*)?(?:天气(?:预报)?|气温)"
        rf"(?:\s*[:：]|(?=.*\d\s*[℃°]))[{_SKY}\s]{{1,60}}"
    ),
    "栏签": compile_late(r"(?:专栏|栏目|正文|内容|版面|标题)\s*[:：]"),
    "网页": compile_late("|".join(f"(?:{pattern})" for pattern in _WEB)),
    "来源": compile_late(rf"(?:{DATE})\s*\d{{1,2}}[:：]\d\d\s*发表于.{{0,8}}"),
    "分隔": compile_late(rf"[\W_]{{1,80}}|{NUMBERING}"),
}
_MASTHEAD = compile_late(
    r"[\u4e00-\u9fff\s]{2,9}[报刊]|"
    r"[\u4e00-\u9fff\s]{2,16}(?:简报|快报|专报|动态|通讯|信息|内参|通报|简讯|[周月旬]刊|周刊|要情|要闻|"
    r"参阅|参考|摘报|交流|摘要|汇编|快讯|情况|之窗)|[\u4e00-\u9fff\s]{4,40}文件"
)
_POINTERS = compile_late(
    r"\W*(?:今日|本期|本报|要闻|内容|重点|版面|精彩)?\s*(?:导\s*读|提\s*要|看\s*点|导\s*航|预\s*览)\W*"
)
#: Who makes a bulletin, and its day.
_OFFICE_NAME = (
    rf"[{_HAN}]{{3,40}}(?:办公室|局|委|委员会|领导小组|指挥部|部|组|处|中心|社|政府|协会)"
)
_OFFICE = compile_late(_OFFICE_NAME)
_MAKER = compile_late(rf"{_OFFICE_NAME}编?印?\s*(?:{DATE})")
_LONGEST = 160
#: A label of two characters, set as wide as those of four.
_SPACED = compile_late(rf"(?<![{_HAN}])([{_HAN}])\s+([{_HAN}])(?=\s*[:：/])")
#: No line has more pieces of furniture that stand side by side.
_MOST_WORDS = 8
#: What fonts of symbols leave beside a button's name: 3上一篇, 放大⊕.
_SYMBOLS = compile_late(r"^[\d\W]+(?=[^\W\d]{2})|(?<=[^\W\d]{2})[\d\W]+$")


def find_furniture(text: str) -> str | None:
    """Why a line is furniture (日期, 版次, 编辑, 转版 …), None where it is not.

    `text` is in reading form. Labels may be spaced: 编  辑：李明.
    """
    text = _SPACED.sub(r"\1\2", text)
    why = None if _is_sentence(text) else _find_pattern(text)
    return why or find_label(text) or ("网页" if is_call(text) else None)


def _is_sentence(text: str) -> bool:
    return len(text) > _LONGEST or text[-1] in "。，；！？,;!?"


def _find_pattern(text: str) -> str | None:
    if why := _find_alone(text):
        return why
    words = [_SYMBOLS.sub("", word) for word in text.split()]
    whys = [_find_alone(word) if word else "分隔" for word in words[:_MOST_WORDS]]
    # Among a menu's buttons may stand which page it is.
    told = next((why for why in whys if why in ("日期", "版次")), whys[0])
    return told if 1 < len(words) <= _MOST_WORDS and all(whys) else None


def _find_alone(text: str) -> str | None:
    why = next((why for why, pattern in _PATTERNS.items() if pattern.fullmatch(text)), None)
    told = read_source_line(text)
    return why or find_head(text) or ("来源" if told and "作者" not in told else None)


def is_issue_heading(text: str) -> bool:
    """Whether a page's first line only says which issue it is of: 安康日报 2019-11-21 第3版.

    Whoever saves a page's text writes such a line by hand, so it may look as no newspaper's does;
    farther down the same words could be an article's.
    """
    if _is_sentence(text):
        return False
    return find_head(text, opening=True) is not None or _MAKER.fullmatch(text) is not None


def is_masthead(text: str) -> bool:
    """Whether a line at a page's very top may be the newspaper's name: 江淮晨刊."""
    return _MASTHEAD.fullmatch(text) is not None or names_newspaper(text)


def names_pointers(text: str) -> bool:
    """Whether a line is what stands above pointers to other pages: 导读, 今日看点."""
    return _POINTERS.fullmatch(text) is not None


def names_office(text: str) -> bool:
    """Whether a line is nothing but the name of an office: 青河县扶贫开发局."""
    return _OFFICE.fullmatch(text) is not None
