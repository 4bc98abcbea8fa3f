"""What closes a page below its last article: a bulletin's addressees, a site's other articles."""

from collections.abc import Sequence

from plugins.chinese.characters import ends_with_stop
from plugins.chinese.expressions import compile_late
from plugins.newspaper.evidence.bylines import (
    has_dateline,
    is_byline,
    is_signature,
    read_end_credits,
)
from plugins.newspaper.furniture.label_lines import sends
from plugins.newspaper.layout.fragments import Fragment

#: What is above a list of other articles: 往期推荐, 相关链接, 更多精彩内容.
_OTHERS = compile_late(
    r"\W*(?:往期|近期|更多|精彩|内容|回顾|推荐|阅读|延伸|相关|链接|热门|热点|文章|新闻|点击|排行榜?|好文|热文|资讯|视频|猜你喜欢|"
    r"大家都在看|历史|信息|导读|导航){2,4}\W*"
)
#: No line of a list of addressees or of headlines that is not known as such is longer.
_LONGEST = 60
#: Running text ends in a stop and is longer.
_TEXT = 30


def find_closing(fragments: Sequence[Fragment]) -> range:
    """The numbers of the fragments that close the page; none where none does.

    Nothing below them is running text, but the last line may say who wrote what nobody above has
    signed (图文：张三).
    """
    texts = [i for i, fragment in enumerate(fragments) if _is_text(fragment)]
    below = range(texts[-1] + 1 if texts else 1, len(fragments))
    first = next((i for i in below if _closes(fragments[i].reading)), len(fragments))
    signs = is_byline(fragments[-1].reading) if below else False
    signed = not signs or any(_is_signed(fragment.reading) for fragment in fragments[:first])
    return range(first, len(fragments) if signed else len(fragments) - 1)


def _closes(text: str) -> bool:
    return sends(text) or _OTHERS.fullmatch(text) is not None


def _is_signed(text: str) -> bool:
    return (
        is_byline(text) or is_signature(text) or has_dateline(text) or bool(read_end_credits(text))
    )


def _is_text(fragment: Fragment) -> bool:
    """Whether a line is an article's: long, a sentence, or one that says who wrote."""
    text = fragment.reading
    if sends(text):
        return False
    told = len(text) > _TEXT and ends_with_stop(text)
    signed = is_signature(text) or (is_byline(text) and ":" not in text and "：" not in text)
    return told or len(text) > _LONGEST or signed
