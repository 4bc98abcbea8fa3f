"""Calls to follow and to share, with the counters beside them."""

import pytest

from plugins.newspaper.furniture.calls import is_call


@pytest.mark.parametrize(
    "line",
    [
        "↑↑点击上方“青河融媒”关注我们",
        "扫描下方二维码，获取更多资讯",
        "长按识别图片二维码 添加关注",
        "喜欢就点个“在看”，转发给身边的朋友吧！",
        "点赞、收藏、转发一键三连",
        "欢迎在评论区留言，投稿请加小编微信",
        "阅读 2.3万 赞 15 在看 8",
        "浏览量：381",
        "播放1.2w+ 评论6",
    ],
)
def test_calls_are_known_by_their_words(line: str) -> None:
    """A line that only asks to press or to share, in whatever words, is a call."""
    assert is_call(line)


@pytest.mark.parametrize(
    "line",
    [
        "扫码就能办 群众少跑路",
        "石潭乡：微信群里话家常",
        "分享致富经 点赞好干部",
        "关注留守儿童 共享一片蓝天",
        "村民扫码支付，茶叶当天就卖完了。",
        "阅读让山村孩子看见更大的世界",
        "全县新增公众号订阅用户2300人",
    ],
)
def test_news_of_such_things_is_none(line: str) -> None:
    """Headlines and text that have some of these words tell of more than of pressing."""
    assert not is_call(line)
