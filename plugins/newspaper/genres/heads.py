"""What lines of a head are by their words: who spoke, what kind of report, notes, sections' names.

Above an article stands more than its headline: who took part (市长王明出席并讲话), what it is
(青河县脱贫攻坚工作侧记), which part (上), a note of the editors, a section's name in a box.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from plugins.chinese.expressions import compile_late
from plugins.newspaper.evidence.features import Features
from plugins.newspaper.genres.sign import Sign
from plugins.newspaper.layout.note_lines import is_note_label, opens_note
from plugins.newspaper.roles import Role

_HAN = "\u4e00-\u9fff"
#: Who took part: 市长王明主持 李红讲话; 王明 李红出席并讲话.
_PEOPLE = rf"(?!.*在)(?:[{_HAN}、]{{2,20}}\s+){{0,4}}[{_HAN}、]{{2,20}}"
_ATTENDED = compile_late(
    rf"{_PEOPLE}(?:主持|出席|参加|列席|致辞|并讲话|并致辞|并主持)(?:会议)?|"
    rf"{_PEOPLE}(?:主持|出席)(?:会议)?[\s，、]+[{_HAN}、]{{2,16}}(?:讲话|致辞|参加|列席|作报告)"
)
#: What kind of report a headline's story is.
_REPORT = compile_late(
    rf"(?:记|来自)?[{_HAN}“”·、\d]{{4,28}}"
    r"(?:侧记|纪实|综述|掠影|扫描|见闻|纪略|剪影|散记|巡礼|述评|小记|札记|采访记)"
)
_PART = compile_late(r"[（(](?:[上中下]|续[一二三四]?|之[一二三四五六七八九])(?:篇)?[）)]")
_BOX = compile_late(
    rf"[\[【〔〖<]\s*[{_HAN}“”·、 ]{{3,16}}\s*[\]】〕〗>]|[>»▎▍▌|]{{1,3}}\s*[{_HAN}·]{{3,12}}"
)
#: What stands above a table's rows: its name, and what its numbers are of.
_TABLE = compile_late(r"附(?:件|表)?\s*\d{0,2}\s*[:：].+|(?:计量)?单位\s*[:：].{1,12}")
_BOXED = 6.0


def list_head_signs(features: Sequence[Features]) -> Iterator[Sign]:
    """What the words of lines in heads say of their roles."""
    yield from _list_texts(features)
    for i, (above, feature) in enumerate(pairwise(features), start=1):
        if above.is_display and _BOX.fullmatch(above.text) and feature.is_display:
            yield Sign(i - 1, Role.SECTION, _BOXED)
        if not above.is_display:
            continue
        if _PART.fullmatch(feature.text):
            yield Sign(i, Role.TITLE_END)
        elif feature.is_display and (
            _ATTENDED.fullmatch(feature.text) or _tells_report(features, i)
        ):
            yield Sign(i, Role.SUBTITLE)


def _list_texts(features: Sequence[Features]) -> Iterator[Sign]:
    """A note of the editors is text, and so is what stands above a table's rows."""
    for i, feature in enumerate(features):
        if opens_note(feature.text) or (i and is_note_label(features[i - 1].text)):
            yield Sign(i, Role.START)
    tabled = False
    for i in range(len(features) - 1, -1, -1):
        is_row = features[i].fragment.is_row
        tabled = is_row or (tabled and _TABLE.fullmatch(features[i].text) is not None)
        if tabled and not is_row:
            yield Sign(i, Role.START)


def _tells_report(features: Sequence[Features], i: int) -> bool:
    """Whether a line directly above a text or who wrote it says what kind of report that is."""
    below = next(iter(features[i + 1 : i + 2]), None)
    return (
        below is not None
        and not below.is_display
        and _REPORT.fullmatch(features[i].text) is not None
    )
