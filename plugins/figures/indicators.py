"""What a figure measures, in the article's own words.

In Chinese news a measured thing stands before its number (带动贫困户50户) or after it (45个深度
贫困村); what stands there without a noun (同比增长10.25%, 达到99%以上) takes its subject from the
figure before.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from plugins.figures.clauses import Clause
from plugins.figures.links import CHANGE
from plugins.figures.masks import Span
from plugins.figures.phrases import LIMIT, ends_in_noun, noun_phrase, shorten, trim, verb_tail
from plugins.figures.quantities import Quantity
from plugins.figures.words import Tagger, Word

COUNTED = frozenset(["数量", "人数", "户数", "人次", "用工", "面积", "长度", "重量", "体积", "电量",
                     "功率", "资金", "时间"])  # fmt: skip
RATES = frozenset(["比例", "变化", "倍数"])
_CLOSE = re.compile(r"[、(（)）“”\"]")
_LINKS = re.compile(r"^[、和及与或,，\s)）]+|(?:[、和与或\s]|(?<![涉普惠遍危顾提])及)+$")
_AND_END = re.compile(r"(?:[、和与]|(?<![涉普惠遍危顾提])及)\s*$")
_TO = re.compile(r"(?:到了?|至|为|成|达|在)$")
_BY = re.compile(r"\s*(?:按|据|扣除|剔除|经)|[^,，]*看$")
_TO_VERB = re.compile(
    r"[^\W\d_]{0,2}(?:提高|提升|增加|增长|上升|扩大|下降|降低|减少|缩|降|增|减|升|到|至)"
)
_MONEY_VERB = re.compile(r"(?:投|资|筹|拨|安排|列支|整合|补|发放|支出|争取|用|捐|经费|款)")
_NO_SUBJECT = re.compile(
    r"^(?:占|为|比|较|同比|环比|达|年均|分别|其|超|高于|低于|增速|增幅|降幅|涨幅|完成(?:年度|总|全年)?(?:任务|计划)?的?$|完成年度)"
)


SHORT = 8
_AFTERWARDS = ("均", "已", "全部", "都", "也", "正", "将", "的", "了", "在", "以", "、", "和")


@dataclass(frozen=True, slots=True)
class Indicator:
    """An indicator; `subject` is what a following number without a noun of its own measures."""

    text: str
    subject: str


def name_indicators(
    text: str,
    clauses: Sequence[Clause],
    quantities: Sequence[Quantity],
    drop: Sequence[Span],
    tagger: Tagger,
) -> list[str | None]:
    """Return the indicator of each quantity of a block; `drop` are spans of times and places."""
    namer = _Namer(text, quantities, drop, tagger)
    index = 0
    for clause in clauses:
        first = index
        while index < len(quantities) and quantities[index].start < clause.end:
            index += 1
        namer.clause(clause, first, index)
    return [None if found is None else found.text or None for found in namer.found]


class _Namer:
    """Names the figures of one block in order, each with those before it in mind."""

    def __init__(
        self, text: str, quantities: Sequence[Quantity], drop: Sequence[Span], tagger: Tagger
    ) -> None:
        self.text, self.quantities, self.tagger = text, quantities, tagger
        self.blank = _blanked(text, drop)
        self.plain = _blanked(self.blank, [(q.start, q.end) for q in quantities])
        self.found: list[Indicator | None] = [None] * len(quantities)
        self.waiting: list[int] = []
        self.worded = False
        self.before = ""

    def clause(self, clause: Clause, first: int, last: int) -> None:
        """Name the figures first … last-1, which stand in this clause."""
        body = self.blank[clause.start : clause.end].replace("\0", "")
        self._explain_waiting(clause)
        if first == last:
            self.before = "" if _BY.match(body) else body
            return
        start, used = clause.start, ""
        for index in range(first, last):
            quantity = self.quantities[index]
            end = self.quantities[index + 1].start if index + 1 < last else clause.end
            pre = self.blank[start : quantity.start].replace("\0", "")
            post = self.blank[quantity.end : end].replace("\0", "")
            if used and pre.startswith(used):
                pre = pre[len(used) :]
            named, used = self._name(index, pre, post, index == first)
            # 全村148户: when nothing else is said, even the whole it counts in is a name.
            self.found[index] = named if named.text else Indicator(pre.strip("，, 、"), "")
            start = quantity.end
        self._align(clause, first, last)
        self._lean(clause, first, last)
        self.before = ""

    def _lean(self, clause: Clause, first: int, last: int) -> None:
        """2.7万户7.3万贫困人口: the first of two has no words of its own but the second's."""
        for index in range(last - 2, first - 1, -1):
            quantity, following = self.quantities[index], self.quantities[index + 1]
            start = self.quantities[index - 1].end if index > first else clause.start
            own = trim(self.tagger, self.blank[start : quantity.start])
            gap = self.blank[quantity.end : following.start]
            if quantity.range_end < 0 or (
                gap in ("", "、", "和")
                and (not own or not ends_in_noun(self.tagger, own))
                and (not own or gap == "")
                and index == first
            ):
                self.found[index] = self.found[index + 1]

    def _touches(self, index: int) -> bool:
        return index > 0 and self.quantities[index - 1].end == self.quantities[index].start

    def _name(self, index: int, pre: str, post: str, leads: bool) -> tuple[Indicator, str]:
        """Return a figure's indicator, and the words after it that it has used up."""
        quantity = self.quantities[index]
        if not leads and "、" in pre:
            pre = pre[pre.rindex("、") + 1 :]
        if not leads and _AND_END.search(pre):
            pre = ""  # what stands before 和 belongs to the figure before
        base = trim(self.tagger, _LINKS.sub("", pre))
        worded, self.worded = self.worded, bool(base) and ends_in_noun(self.tagger, base)
        after = quantity.noun or post
        if self._touches(index) and worded and not self._has_noun(quantity, post):
            return self._inherit(index, "", post, leads=False), ""
        if quantity.kind in COUNTED and not after.startswith(("、", "(", "（", ")", "）")):
            named = self._after(quantity, base, pre, after)
            if named is not None:
                return named
        if quantity.kind in RATES or CHANGE.search(pre.rstrip("约近超了 ")):
            return self._rate(index, pre, base, post, leads), ""
        return self._before(index, base, post, leads), ""

    def _has_noun(self, quantity: Quantity, post: str) -> bool:
        words = self.tagger.tag(post[:12])
        return bool(quantity.noun) or (bool(words) and words[0].is_noun and words[0].tag != "a")

    def _after(
        self, quantity: Quantity, base: str, pre: str, after: str
    ) -> tuple[Indicator, str] | None:
        """Name a figure by the noun behind its measure, if there is one."""
        head = _CLOSE.split(after.removeprefix("的"), maxsplit=1)[0]
        words = self.tagger.tag(head[:40])
        if not words:
            return None
        starts_noun = words[0].opens_noun_phrase
        bare = not base or not ends_in_noun(
            self.tagger, _LINKS.sub("", pre).rstrip("约近超达到过了由从的")
        )
        counted = quantity.kind in ("数量", "人数", "户数", "人次")
        if bare and pre.strip() and counted and words[0].tag in ("p", "d"):
            return Indicator(shorten(self.tagger, head), head), ""
        if not bare and not counted and not after.startswith("的"):
            return None
        if not (starts_noun or after.startswith("的") or (bare and counted and _says(words))):
            return None
        if not bare and counted and not starts_noun:
            return None
        phrase, rest = noun_phrase(words)
        if not phrase and bare and counted and 2 <= len(head) <= SHORT and not _TO_VERB.match(head):
            return Indicator(_joined(base, head), head), ""
        if not phrase or (not starts_noun and phrase == head and not bare):
            return None
        verb = verb_tail(self.tagger, base) if bare else base
        if not verb and len(rest) <= 12 and not rest.startswith(_AFTERWARDS):
            phrase_text = phrase + rest
        else:
            phrase_text = _joined(verb, phrase)
        return Indicator(shorten(self.tagger, phrase_text), phrase), phrase

    def _before(self, index: int, base: str, post: str, leads: bool) -> Indicator:
        """Name a figure by the noun before its number."""
        quantity = self.quantities[index]
        if not base or _NO_SUBJECT.match(base):
            return self._inherit(index, base, post, leads)
        name = shorten(self.tagger, base)
        purpose = _CLOSE.split(post, maxsplit=1)[0]
        if quantity.kind == "资金" and _MONEY_VERB.search(name):
            if 2 <= len(purpose) <= LIMIT and not purpose.startswith(("以", "左", "的")):
                return Indicator(_joined(purpose, name), name)
            if not ends_in_noun(self.tagger, name) and not purpose:
                self.waiting.append(index)
        elif quantity.kind in ("人数", "户数") and 2 <= len(purpose) <= 8:
            return Indicator(name + purpose, name)
        return Indicator(name, name)

    def _rate(self, index: int, pre: str, base: str, post: str, leads: bool) -> Indicator:
        """Name a share or a change: its subject, and the verb unless it says only where to."""
        plain = re.sub(r"(?:了|约|近|超过?|分别|的|\s)+$", "", pre)
        change = None if _TO.search(plain) else CHANGE.search(plain)
        subject = trim(self.tagger, plain[: change.start()]) if change else base
        verb = (
            re.sub(r"^(?:比|较)(?=净|增|减|多|少|下|上|提|降|缩|收)", "", change[0])
            if change
            else ""
        )
        if not subject or _NO_SUBJECT.match(subject):
            known = self._inherit(index, "", "", leads).subject
            subject = known + subject if subject != known else known
        tail = _CLOSE.split(post, maxsplit=1)[0].removeprefix("的")
        text = shorten(self.tagger, subject) + verb
        if (
            self.quantities[index].kind == "比例"
            and not verb
            and 1 < len(tail) <= 12
            and (not _TO_VERB.match(tail))
        ):
            text += tail
        return Indicator(text, subject[-2 * LIMIT :])

    def _inherit(self, index: int, base: str, post: str, leads: bool) -> Indicator:
        """Take the subject from the figure before, or from the clause before."""
        if leads and self.before and 2 <= len(trim(self.tagger, self.before)) <= LIMIT:
            subject = trim(self.tagger, self.before)
        elif index and self.found[index - 1] is not None:
            subject = self.found[index - 1].subject  # type: ignore[union-attr]  # just checked
        else:
            subject = trim(self.tagger, self.before)[-LIMIT:]
        if not subject and index + 1 < len(self.quantities):
            subject = trim(self.tagger, _CLOSE.split(post, maxsplit=1)[0])
        text = subject if not base or base in subject else subject + base
        return Indicator(shorten(self.tagger, text), subject)

    def _explain_waiting(self, clause: Clause) -> None:
        """投入5.53亿元,实施饮水安全工程建设: the next clause says what the money was for."""
        waiting, self.waiting = self.waiting, []
        if clause.opens or not waiting:
            return
        purpose = trim(self.tagger, self.plain[clause.start : clause.end].replace("\0", ""))
        for index in waiting:
            known = self.found[index]
            if known is not None and purpose:
                self.found[index] = Indicator(_joined(purpose[-LIMIT:], known.text), known.text)

    def _align(self, clause: Clause, first: int, last: int) -> None:
        """分别: the figures of a list take their subjects from a list of as many, in turn."""
        count = last - first
        lead = self.blank[clause.start : self.quantities[first].start].replace("\0", "")
        if count < 2 or "分别" not in lead:
            return
        verb = re.sub(r"(?:约|近|了|为|达到?|是|有|占)+$", "", lead.split("分别", 1)[1])
        prefix = re.sub(r"(?:同比|环比)$", "", lead.split("分别", 1)[0])
        items = [trim(self.tagger, item) for item in re.split(r"[、和及与]", prefix)]
        tail = self.tagger.tag(items[-1])[-1].text if items and items[-1] else ""
        if trim(self.tagger, prefix) and len(items) == count:
            names = [item if item.endswith(tail) else item + tail for item in items]
        elif first >= count:
            earlier = self.found[first - count : first]
            own = trim(self.tagger, prefix)
            names = [(known.subject if known else "") + own for known in earlier]
        else:
            return
        for offset, name in enumerate(names):
            self.found[first + offset] = Indicator(name + verb, name)


def _says(words: tuple[Word, ...]) -> bool:
    return len(words) > 1 or words[0].is_verb


def _blanked(text: str, drop: Sequence[Span]) -> str:
    """Blank out times and places, keeping every offset."""
    letters = list(text)
    for start, end in drop:
        letters[start:end] = "\0" * (end - start)
    return "".join(letters)


def _joined(verb: str, phrase: str) -> str:
    return phrase if phrase.startswith(verb) else verb + phrase
