"""What lines of a head are by their words: who spoke, notes, sections' names.

Above an article stands more than its headline: who took part (市长王明出席并讲话), which part (上),
a note of the editors, a section's name in a box.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from plugins.chinese.expressions import compile_late
from plugins.chinese.words.dictionary import load_dictionary
from plugins.newspaper.evidence.features import Features
from plugins.newspaper.evidence.personal_names import is_name
from plugins.newspaper.genres.sign import Sign
from plugins.newspaper.layout.note_lines import SECTION_LABEL, is_note_label
from plugins.newspaper.roles import Role

_HAN = "\u4e00-\u9fff"
#: Each who took part, and as what: 市长王明主持 李红讲话; 王明 李红出席并讲话.
_TAKING = "主持|出席|参加|列席"
_PERSON = compile_late(
    rf"([{_HAN}]{{2,8}}?)(?:(?:{_TAKING})(?:会议)?(?:并(?:讲话|致辞|主持))?|讲话|致辞|作报告)?"
)
_ATTENDED = compile_late(rf"(?=.*(?:{_TAKING})).*(?:{_TAKING}|会议|讲话|致辞|报告)")
_BETWEEN = compile_late(r"[\s，、]+")
_PART = compile_late(r"[（(](?:[上中下]|续[一二三四]?|之[一二三四五六七八九])(?:篇)?[）)]")
_BOX = compile_late(
    rf"[\[【〔〖<]\s*[{_HAN}“”·、](?: ?[{_HAN}“”·、]){{2,9}}\s*[\]】〕〗>]|"
    rf"[>»▎▍▌|]{{1,3}}\s*[{_HAN}·]{{3,10}}"
)
_LABELLED = compile_late(rf"{SECTION_LABEL}[^，。！？；:：]{{2,14}}")
#: What headlines tell, and no section's name.
_NEWS = compile_late(r"召开|举行|举办|启动|开展|开工|开班|印发|出台|发布|揭牌|调研")
#: What stands above a table's rows: its name, and what its numbers are of.
_TABLE = compile_late(r"附(?:件|表)?\s*\d{0,2}\s*[:：].+|(?:计量)?单位\s*[:：].{1,12}")
_BOXED, _LABELS = 6.0, 12.0


def list_head_signs(features: Sequence[Features]) -> Iterator[Sign]:
    """What the words of lines in heads say of their roles."""
    yield from _list_texts(features)
    for i, (above, feature) in enumerate(pairwise(features), start=1):
        if not above.is_display:
            continue
        attended = feature.is_display and tells_attendance(feature.text)
        if _PART.fullmatch(feature.text):
            yield Sign(i, Role.TITLE_END)
        elif attended and not above.is_column:
            yield Sign(i, Role.SUBTITLE)
        elif feature.is_display and not attended and (boxed := _weigh_box(above.text)):
            yield Sign(i - 1, Role.SECTION, boxed)


def tells_attendance(text: str) -> bool:
    """Whether a line says nothing but who took part: 县长王明主持 李红讲话."""
    if not _ATTENDED.fullmatch(text):
        return False
    people = [_PERSON.fullmatch(word) for word in _BETWEEN.split(text)]
    return all(one is not None and _ends_in_name(one[1]) for one in people)


def _ends_in_name(words: str) -> bool:
    """Whether a person's name stands behind his office: 县长方敏, and not 茶农代表."""
    is_word = load_dictionary().tags.get(words[-2:], "nr") != "nr"
    return not is_word and (is_name(words[-2:]) or is_name(words[-3:]))


def _weigh_box(text: str) -> float:
    """How surely a line above a headline names a section by its form, in nats."""
    if _LABELLED.fullmatch(text):
        return _LABELS
    return _BOXED if _BOX.fullmatch(text) and not _NEWS.search(text) else 0.0


def _list_texts(features: Sequence[Features]) -> Iterator[Sign]:
    """A note of the editors is text, and so is what stands above a table's rows."""
    for i, feature in enumerate(features):
        if feature.opens_note or (i and is_note_label(features[i - 1].text)):
            yield Sign(i, Role.START)
    tabled = False
    for i in range(len(features) - 1, -1, -1):
        is_row = features[i].fragment.is_row
        tabled = is_row or (tabled and _TABLE.fullmatch(features[i].text) is not None)
        if tabled and not is_row:
            yield Sign(i, Role.START)
