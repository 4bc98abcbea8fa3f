"""Lines of labels: who made, signed, printed and sent a bulletin, and where its office is found.

编辑：刘明  核稿：王贵  投稿邮箱：…; 供稿单位：…  签发人：…; 报：…; (共印80份); 内部资料 注意保存.
"""

from plugins.chinese.expressions import compile_late
from plugins.newspaper.evidence.bylines import may_be_names
from plugins.newspaper.layout.page_heads import STAFF

_HAN = "\u4e00-\u9fff"
#: What such labels end in; before that stands of what they are told.
_LABEL = (
    rf"(?:{STAFF}|[{_HAN}]{{0,6}}?(?:主编|总编|副主编|编辑|编审|编发|核稿|核发|核签|审稿|审签|审定|审发|签批|签发人?|校对|"
    r"校核|拟稿人?|撰稿单位|供稿(?:单位|部门)|报送(?:单位|部门)|编印单位|编印|承办|监制|出品|策划|统筹|制作|印刷|印制|承印|"
    r"印数|份数|字数|体裁|类别|意见|密级|编号|联系人|联系(?:电话|方式)|电话|手机|热线|传真|电子邮箱|邮箱|信箱|邮编|地址|网址|"
    r"公众号|微信号|QQ群?|值班(?:领导|编辑|人员))|E-?mail)"
)
_VALUE = r"[^:：。；！？]{1,40}?"
_PAIRS = compile_late(
    rf"[（(【\[]?\s*(?:{_LABEL}\s*[:：|]\s*{_VALUE}(?:[\s,，、|｜/]+|(?=[）)】\]]|$))){{1,8}}[）)】\]]?"
)
#: Labels that people and offices have in running text, too: two of them make such a line.
_COMMON = rf"(?:{_LABEL}|发行人|社长|索引号|(?:发布|发文)机[构关]|公开[形方]式|主题分类)"
_SEVERAL = compile_late(rf"\s*(?:{_COMMON}\s*[:：|]\s*{_VALUE}(?:[\s,，、|｜/]+|$)){{2,8}}")
#: To whom a bulletin goes: its lines end in a stop as often as not.
_SENT = compile_late(
    r"(?:报|送|发|抄报|抄送|抄发|主送|主报|呈报|呈送|报送|分送|印发|发送)\s*[:：]\s*\S.{1,200}"
)
_PRINTED = compile_late(
    r"[（(【\[]?\s*(?:本期|共|印发|印制|印数|印刷|印|发行?|合计|份数|[:：\s]){1,5}\s*\d+\s*份\s*[）)】\]]?"
)
_KEPT = compile_late(
    r"\W*(?:连续性)?内部资料性出版物(?:准印证)?\W*|"
    r"[^，。！？；]{0,10}(?:内部资料性出版物|准印证)[^，。！？；]{0,30}\d{2,}\s*号?\W*|"
    r"[（(【\[]?\s*(?:(?:内部|机关|党内)(?:资料|刊物|文件|参考|材料|交流|发行|使用)|(?:请)?(?:注意|妥善)保[存管密]|"
    r"不得外传|严禁外传|阅后(?:收回|销毁)|绝密|机密|秘密|仅供(?:参考|内部参考)|不得翻印)"
    r"(?:[\s,，、·★☆]*(?:(?:内部|机关|党内)?(?:资料|刊物|文件|参考|材料|交流|发行|使用)|(?:请)?(?:注意|妥善)保[存管密]|"
    r"不得外传|严禁外传|阅后(?:收回|销毁)|仅供(?:参考|内部参考)|不得翻印|\d+年))*\s*[）)】\]]?"
)
#: What a newsroom marks its manuscripts with while they go through its hands.
_STATE = compile_late(
    r"(?:稿件|文稿|新闻稿)\s*[一二三四五六七八九十\d]{1,3}\s*[:：]?|"
    r"\W?(?:初|[一二三四终定原来供通]|送审|审定|审核|修改|征求意见|讨论|待审|新闻)(?:审)?稿件?\W?"
)
#: Whose work stands beside the text.
_WORK = compile_late(r"(?:视频|航拍|剪辑|后期|配音|出镜|朗诵|主播|海报|图表)\s*[:：|｜/]\s*(.+)")
#: What a newsroom writes above the manuscripts that it hands in: 5月22日上报稿件（3篇）.
_COVER = compile_late(
    r"[^。]{0,28}(?:稿件|新闻|信息)\s*[（(]\s*共?\s*\d+\s*[篇条则]\s*[）)]|"
    r"(?:报送|上报|投送)(?:稿件|新闻|信息)\s*\d+\s*[篇条则]|"
    rf"[{_HAN}]{{2,16}}(?:中心|宣传部|办公室|报道组|通讯组)(?:新闻|供)?稿件?"
)
_LONGEST = 200


def find_label(text: str) -> str | None:
    """Why a line is a bulletin's own: 编辑, 编印 or 保存; None for any other line."""
    if len(text) > _LONGEST:
        return None
    if _SENT.fullmatch(text):
        return "编印"
    if _KEPT.fullmatch(text):
        return "保存"
    work = _WORK.fullmatch(text)
    told = (
        _PRINTED.fullmatch(text)
        or _COVER.fullmatch(text)
        or _STATE.fullmatch(text)
        or _PAIRS.fullmatch(text)
        or _SEVERAL.fullmatch(text)
        or (work and may_be_names(work[1]))
    )
    return "编辑" if told else None


def sends(text: str) -> bool:
    """Whether a line says to whom a bulletin goes: 报：县委办公室."""
    return _SENT.fullmatch(text) is not None
