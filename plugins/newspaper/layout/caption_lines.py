"""Captions: the lines that describe a picture, of which several may make one.

A picture has a width of its own, which no column of the page has.
"""

from collections.abc import Sequence

from plugins.chinese.characters import ends_with_stop
from plugins.chinese.expressions import compile_late
from plugins.newspaper.layout.fragments import Fragment

#: No caption has more lines.
_MOST = 8
#: 记者 张三 文 李四 摄 signs an article.
_WRITER = compile_late(r"[\s　]文[\s　/]")
#: Whose pictures are used: a book's, an agency's.
_FROM = r"(?:《[^《》]{1,20}》|(?:互联)?网络|新华社|中新社|(?:人民|新华|中新|央视|中国)网|视觉中国)"
_CAPTION = compile_late(
    r"(?:[▲▼◀▶△▽↑↓←→■●◆（(]\s*)?"
    r"(?:(?:上|下|左|右|题|本版|小|大|组)?图(?:[①②③④⑤⑥\d一二三四])?"
    r"(?:[（(][左右上下]\S{0,3}[)）])?(?:[\s:：]*(?:为|是)|[:：])|图片说明|图说[:：])|"
    # Where a picture is from says no line of an article.
    r"[（(]?(?:(?:本[版组文]|以上|上述|文中|部分)?(?:图片|照片|配图)(?:均|皆|都)?"
    rf"(?:由[^。，]{{2,24}}(?:提供|供图|拍摄|摄)|(?:来自|来源|选自)\s*[:：]?\s*{_FROM})|"
    r"(?:资料|网络|配|示意|效果|新华社)(?:图片?|照片))[）)]?$"
)
_PHOTOGRAPHER = compile_late(
    r"(?:本报|新华社)?(?:记者|通讯员|特约记者|见习记者)?\s*"
    r"(?:[\u4e00-\u9fff]{1,4}(?:[\s　、]{1,2}[\u4e00-\u9fff]{1,4}){0,3}|"
    r"[A-Za-z][A-Za-z .]{1,20})\s*"
    r"(?:摄|/摄|摄影(?:报道)?|图片报道|供图)\s*[)）]?(?:\s*[（(][\u4e00-\u9fff]{2,8}[)）])?$"
)
_MARK = compile_late(r"[▲▼◀▶△▽↑↓←→]")
#: No caption is longer.
_LONGEST = 220


def join_captions(fragments: Sequence[Fragment]) -> list[Fragment]:
    """The fragments with each caption in one: 图为… down to the line that says who took it."""
    joined: list[Fragment] = []
    end = 0
    for i, fragment in enumerate(fragments):
        if i < end:
            joined[-1] = joined[-1].join(fragment)
            continue
        end = _find_end(fragments, i)
        joined.append(fragment)
    return joined


def _find_end(fragments: Sequence[Fragment], start: int) -> int:
    """Where the caption ends that begins at `start`; the next line where none does."""
    first = fragments[start].reading
    if not opens_caption(first) or is_credited(first):
        return start + 1
    for i, line in enumerate(fragments[start + 1 : start + _MOST], start + 1):
        above = fragments[i - 1].reading
        if line.gap or opens_caption(line.reading) or (line.indent and ends_with_stop(above)):
            break
        if is_credited(line.reading):
            return i + 1
    return start + 1


def is_caption(text: str) -> bool:
    """Whether a line describes a picture: 图为…, or ends with its photographer's credit (… 摄)."""
    return len(text) <= _LONGEST and (bool(_MARK.match(text)) or names_picture(text))


def names_picture(text: str) -> bool:
    """Whether a line says itself that it is about a picture, whatever mark it opens with."""
    if len(text) > _LONGEST:
        return False
    return opens_caption(text) or is_credited(text)


def opens_caption(text: str) -> bool:
    """Whether a line says at its beginning that it describes a picture: 图为, 上图：."""
    return _CAPTION.match(text) is not None


def is_credited(text: str) -> bool:
    """Whether a line ends with who took a picture: 记者 张三 摄."""
    credit = None if _WRITER.search(text) else _PHOTOGRAPHER.search(text)
    return credit is not None and (credit.start() == 0 or not text[credit.start() - 1].isalnum())
