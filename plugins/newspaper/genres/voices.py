"""Who speaks: those who ask in a letter, those who answer it, those who talk in an interview."""

from collections import Counter
from collections.abc import Sequence

from plugins.chinese.expressions import compile_late
from plugins.newspaper.furniture.lines import names_office

_ANSWER = compile_late(
    r"([^，。：:]{0,28})(?:回复|答复|回应|回音|反馈|复信|回信)((?:如下)?\s*[：:]|如下)?"
)
_ASKER = compile_late(
    r"[^，。]{0,20}(?:网友|读者|市民|群众|村民|居民|学生|家长|业主|农户)[^，。]{0,12}[：:]"
)
#: What is said opens with who says it; of them one asks.
_SPEAKER = compile_late(r"([\u4e00-\u9fff]{1,6})[：:]\s*\S")
_ASKING = frozenset(["记者", "问", "主持人"])


def answers(text: str) -> bool:
    """Whether a line only says who answers: 青河县民政局回复：; 来信得到回应 is a headline."""
    said = _ANSWER.fullmatch(text)
    return said is not None and (bool(said[2]) or names_office(said[1]))


def asks(text: str) -> bool:
    """Whether a line only says who asks: 青河县网友“山里娃”：."""
    return _ASKER.fullmatch(text) is not None


def list_spoken(texts: Sequence[str]) -> list[int]:
    """The numbers of the texts of an interview that open with who speaks; none without one."""
    speakers = [m[1] if (m := _SPEAKER.match(text)) else "" for text in texts]
    several = {name for name, count in Counter(speakers).items() if name and count > 1}
    if _ASKING.isdisjoint(several):
        return []
    return [i for i, speaker in enumerate(speakers) if speaker in several]
