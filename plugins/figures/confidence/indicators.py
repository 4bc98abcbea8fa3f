"""What speaks for and against an indicator: what it is made of and where it stands."""

from collections.abc import Iterator, Sequence

from plugins.chinese.expressions import compile_late
from plugins.figures.naming.phrases import TOLD
from plugins.figures.naming.words import Word
from plugins.figures.numbers.quantities import Quantity

_COUNTS = ("数量", "人数", "户数", "人次")
_WHO = ("人数", "户数")
_RATES = ("比例", "变化", "倍数")
_FUNCTION_TAGS = ("p", "c", "d", "r", "u", "uj", "ul", "y", "f")
#: Parts of speech that are no name by themselves.
_NAMELESS = ("d", "p", "c", "r", "f", "u", "uj", "ul", "m", "q", "t", "ad", "x")
_ALONE = (
    "人均",
    "户均",
    "平均",
    "其中",
    "累计",
    "已达",
    "共计",
    "总计",
    "合计",
    "全部",
    "地方",
    "家中",
    "家里",
)
#: Verbs that say nothing without their object.
_EMPTY_VERBS = frozenset([
    "确保", "覆盖", "连通", "抵港", "出台", "实现", "达到", "获得", "得到", "提供", "新建",
    "建设", "建成", "持续", "投向", "带来", "涉及", "增加", "减少", "投入", "完成", "推出",
    "安排", "分为", "包括", "涵盖", "拥有", "成立", "举办", "开展", "进行", "组织", "参加",
    "参与", "选择", "需要", "增辟", "设立", "形成", "累计", "建有", "占",
    "预计", "能", "凑齐", "拿出", "计划", "力争",
])  # fmt: skip
_UNENDED = ("年均", "月均", "日均", "获得", "得到", "带来", "省", "等")
_OPENERS = ("给", "将", "对", "把", "向", "从", "由", "为了", "通过", "因为")
_TIME = compile_late(r"时段|时候|期间|原来|最后|最近|[一二三四五六七八九十]批|平[常时日]|^平$|上述")
#: What is counted by one letter: 16个镇.
_AREAS = frozenset("村县乡镇省市")
#: So much around a number holds an indicator that is printed in one.
_NEAR = 80
#: 税金突破亿元大关，达1.2亿元: the clause behind 大关 says it again.
_CLAUSE_END = compile_late(r"(?<!大关)[，,]|[。；：！？;:!?\n]")
#: What follows a noun where it ends: 奖励|支持 goes on.
_GOES_ON = compile_late(
    r"[^\W\d_的地得和与及或在是有为已也均都将被把由于对向以到从了着过等中里内上]"
)
_LENGTHS = (1, 2, 4, 8, 12, 16, 20)


def find_evidence(
    indicator: str, words: Sequence[Word], text: str, quantity: Quantity, is_alone: bool
) -> Iterator[str]:
    """Yield what an indicator is made of and where it stands; `words` are its own.

    `is_alone` says that no other number stands in the clause.
    """
    yield from _look(indicator, words)
    yield from _look_inside(words)
    if indicator not in text[max(0, quantity.start - _NEAR) : quantity.end + _NEAR]:
        yield "pieced"
    kind = "counts" if quantity.kind in _COUNTS else "rate" if quantity.kind in _RATES else "amount"
    behind = (quantity.noun or text[quantity.end : quantity.end + 30]).lstrip("的")
    before = text[max(0, quantity.start - 40) : quantity.start].rstrip("达为约近超过到了是有")
    if behind.startswith(indicator[-4:]) or indicator[-2:] in behind[: len(indicator)]:
        where = "behind"
    elif before.endswith(indicator[-2:]):
        where = "before"
    else:
        where = "near" if indicator[-2:] in before else "far"
    yield f"{kind} {where}"
    yield from _look_around(indicator, text, quantity)
    if words:
        yield f"{kind} ends {_class(words[-1])}"
    if is_alone:
        yield "alone"


def _look_around(indicator: str, text: str, quantity: Quantity) -> Iterator[str]:
    """Yield where an indicator ends behind its number, and whether it crosses a mark to it."""
    behind = text[quantity.end : quantity.end + _NEAR].lstrip("的")
    if behind.startswith(indicator):
        goes_on = _GOES_ON.match(behind, len(indicator))
        yield "goes on" if goes_on else "ends there"
    before = _CLAUSE_END.split(text[max(0, quantity.start - _NEAR) : quantity.start])[-1]
    clause = before + quantity.noun + _CLAUSE_END.split(behind, maxsplit=1)[0]
    if indicator[:2] not in clause and indicator[-2:] not in clause:
        passes = _GOES_ON.match(behind) is not None
        yield "passes over what stands behind" if passes else "crosses a mark"


def names_nothing(indicator: str, words: Sequence[Word], kind: str) -> bool:
    """Tell whether words name no thing that can be measured: 覆盖, 人均 alone, a time."""
    if indicator in _AREAS:
        return False
    if len(indicator) < 2 or indicator in _ALONE or indicator.endswith(_UNENDED):
        return True
    if words[0].text in _OPENERS or words[-1].tag == "p":
        return True
    if kind not in _WHO and words[0].text.endswith("未") and all(w.is_verb for w in words[1:]):
        return True  # 尚未完工3个, but 尚未脱贫3户
    return all(
        word.tag in _NAMELESS or word.text in _EMPTY_VERBS or _TIME.search(word.text)
        for word in words
    )


def _look(indicator: str, words: Sequence[Word]) -> Iterator[str]:
    """Yield what an indicator looks like, wherever it stands."""
    yield f"length {sum(len(indicator) > most for most in _LENGTHS)}"
    verbs = sum(word.is_verb for word in words)
    nouns = any(word.is_noun and not word.is_action for word in words)
    if any(mark in indicator for mark in "、，,"):
        yield "listed with verbs" if verbs else "listed"
    if len(words) == 1:
        yield f"one {_class(words[0])}"
    elif words:
        yield f"starts {_class(words[0])}"
        yield f"ends {_class(words[-1])}"
        yield f"nouns {nouns}"
    functions = sum(word.tag in _FUNCTION_TAGS and word.text != "的" for word in words)
    yield f"function words {min(functions, 2)}"
    yield f"verbs {min(verbs, 3)}"
    if _TIME.search(indicator):
        yield "time"
    if any(word.text in TOLD for word in words):
        yield "told"
    names = [word.tag.startswith("nr") or word.tag in ("r", "ns", "nt") for word in words]
    if any(names):
        yield "only names" if all(names) else "starts with a name" if names[0] else "names"


def _look_inside(words: Sequence[Word]) -> Iterator[str]:
    """Yield whether an indicator tells of a deed: its verb behind a noun, or between two."""
    classes = [_class(word) for word in words]
    verbs = [at for at, one in enumerate(classes) if one == "verb"]
    nouns = [at for at, one in enumerate(classes) if one == "noun"]
    if verbs and nouns and nouns[0] < verbs[0]:
        yield "verb between nouns" if verbs[0] < nouns[-1] else "verb behind noun"


def _class(word: Word) -> str:
    if word.is_action:
        return "action"
    if word.is_noun:
        return "noun" if len(word.text) > 1 else "letter"
    return "verb" if word.is_verb else "function"
