"""Calls to the reader (点击上方蓝字关注我们, 点个“在看”) and counters beside them (阅读 1024)."""

from plugins.chinese.expressions import compile_late

#: What readers of accounts and sites are asked to press; two of them make a call.
_ACTS = (
    "点击|长按|轻触|扫一扫|扫描|扫码|识别|二维码|小程序码|蓝字|名片|关注|订阅|星标|置顶|公众号|视频号|抖音号?|快手|"
    "微信|微博|朋友圈|分享|收藏|点赞|点个?赞|点个|在看|转发|转给|留言|评论|投稿|阅读原文|原文链接|下载|一键[三四]连|点分享|"
    "打开当前页|继续访问|去阅读|打赏"
)
#: What else a call has.
_FILLING = (
    "上方|下方|左下角|右下角|右上角|文末|下面|这里|图片|按钮|标题|官方|账号|平台|手机|客户端|添加|进入|查看|了解|获取|"
    "更多|精彩|资讯|内容|信息|详情|新闻|动态|我们|大家|朋友们?|身边|小编|亲们?|喜欢|支持|鼓励|一下|别忘了?|不要忘记|记得|"
    "欢迎|请|快来|来|让|给|把|将|就|并|和|与|到|至|吧|哦|呀|哟|啦|的|个|人|看到|知道|可|即可|后|再|走|一起|设为|加|为|本|[↑↓]"
)
_ACT = compile_late(_ACTS)
_WORD = compile_late(f"{_ACTS}|{_FILLING}")
_QUOTED = compile_late(r"[“\"「『【《]([^“”\"「」『』【】《》]{1,16})[”\"」』】》]")
_HAN = compile_late("[\u4e00-\u9fff]")
#: The share of a call's characters that are such words; no call is longer than that.
_MOST, _LONGEST = 0.6, 48
_COUNTED = "阅读|在看|点赞|赞|喜欢|收藏|转发|分享|评论|写?留言|浏览|人气|播放|访问"
_COUNTERS = compile_late(
    rf"(?:(?:{_COUNTED})(?:次数|量|数)?\s*[:：]?\s*\d[\d.,]*\s*[万wWkK]?\+?\s*[次人条]?[\s|｜·,，]*){{1,6}}"
)


def is_call(text: str) -> bool:
    """Whether a line only asks its reader to follow, to share or to press, or counts who did.

    Names in quotation marks are whose account it is, and may be any.
    """
    if _COUNTERS.fullmatch(text):
        return True
    if len(text) > _LONGEST or len({act[0] for act in _ACT.finditer(text)}) < 2:
        return False
    told = _QUOTED.sub("", text)
    rest = _WORD.sub("", told)
    return len(_HAN.findall(rest)) <= (1 - _MOST) * len(_HAN.findall(told))
