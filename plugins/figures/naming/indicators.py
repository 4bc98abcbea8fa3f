"""What a figure measures, in the article's own words.

In Chinese news a measured thing stands before its number (带动贫困户50户) or after it (45个深度
贫困村); what stands there without a noun (同比增长10.25%, 达到99%以上) takes its subject from the
figure before.
"""

import re
from collections.abc import Sequence
from functools import cache, partial

from plugins.chinese.expressions import compile_late
from plugins.figures.naming.behind import is_relative
from plugins.figures.naming.clauses import Clause
from plugins.figures.naming.names import COUNTS, Around, Indicator
from plugins.figures.naming.naming import name_figure, own_stretch, own_words
from plugins.figures.naming.phrases import LIMIT, drop_spender, ends_in_noun, leading_noun, trim
from plugins.figures.naming.words import Tagger
from plugins.figures.numbers.no_figures import Span
from plugins.figures.numbers.quantities import Quantity

#: A clause that says on what grounds a number stands, and names nothing: 按可比价格计算.
_GROUNDS = compile_late(r"\s*(?:按|据|扣除|剔除|经)|[^,，]*看$")
#: A clause that says what was said before of it, or who says so, has no subject for the next.
_SAYS = compile_late(r"^\s*是|(?:说|介绍|表示|认为|指出|称|告诉记者)$")
_PEOPLED = compile_late(r"[户人口众民]$")
#: What may stand between a noun and the bound that it keeps.
_AMOUNTS_TO = compile_late(r"(?:在|达到?|超过|不足|为|[只仅]?有)$")
#: What was done with money, before all that it was for: 投入修路、种茶等|资金.
_SPENT = compile_late(r"投入|安排|整合|争取|落实|筹[集措]|拨付|发放|支出")
_DESCRIBED = 10
_BRACKETED = compile_late(r"[(（][^)）]*[)）]")


def name_indicators(
    text: str,
    clauses: Sequence[Clause],
    quantities: Sequence[Quantity],
    drop: Sequence[Span],
    tagger: Tagger,
) -> list[str | None]:
    """Return the indicator of each quantity of a block; `drop` are spans of times and places."""
    block = _Block(text, quantities, drop, tagger)
    index = 0
    for clause in clauses:
        first = index
        while index < len(quantities) and quantities[index].start < clause.end:
            index += 1
        block.name_clause(clause, first, index)
    return [indicator.text or None for indicator in block.found]


class _Block:
    """Names the figures of one block in order, each with those before it in mind."""

    def __init__(
        self, text: str, quantities: Sequence[Quantity], drop: Sequence[Span], tagger: Tagger
    ) -> None:
        self.quantities, self.tagger = quantities, tagger
        self.found: list[Indicator] = []
        self._text = _blanked(text, drop)
        self._bare = _blanked(self._text, [(q.start, q.end) for q in quantities])
        self._waiting: list[int] = []
        self._before = self._own = ""

    def name_clause(self, clause: Clause, first: int, last: int) -> None:
        """Name the figures first … last-1, which stand in this clause."""
        self._explain_waiting(clause)
        if first == last:
            body = self._words(clause.start, clause.end)
            self._before = "" if _GROUNDS.match(body) else body
            return
        start, used = clause.start, ""
        for index in range(first, last):
            quantity = self.quantities[index]
            end = self.quantities[index + 1].start if index + 1 < last else clause.end
            pre = self._unbracketed(clause, start, quantity.start).removeprefix(used)
            post = self._words(quantity.end, end)
            if index + 1 < last and self._describes(index + 1, post):
                post, end = self._words_behind(index + 1, clause), quantity.end
            elif index > first and self._describes(index, pre):
                post = ""
            used = self._name(index, pre, post, index == first, index + 1 < last)
            start = quantity.end
        if not self._align(clause, first, last):
            self._lean(clause, first, last)
            self._share(first, last)
        self._before = ""

    def _describes(self, index: int, between: str) -> bool:
        """Tell whether a number bounds what the one before it counts: 7个人口在5000人以上的县份."""
        bounded, counted = self.quantities[index], self.quantities[index - 1]
        noun = _AMOUNTS_TO.sub("", between)
        return (
            (bounded.bound != "=" or bounded.kind not in COUNTS)
            and counted.kind in COUNTS
            and self._text.startswith("的", bounded.end)
            and 1 < len(noun) <= _DESCRIBED
            and ends_in_noun(self.tagger, noun)
        )

    def _words_behind(self, index: int, clause: Clause) -> str:
        """Return what stands behind the 的 of a number that bounds a class."""
        ends = [q.start for q in self.quantities[index + 1 : index + 2]]
        return self._words(self.quantities[index].end + 1, min([clause.end, *ends]))

    def _unbracketed(self, clause: Clause, start: int, end: int) -> str:
        """Return the words before a number; where a bracket ends there, what it stands behind too.

        普惠贷款（包括1000万元以下的贷款）余额12.6万亿元: the 余额 is of 普惠贷款.
        """
        words = self._words(start, end)
        aside, closing, behind = words.rpartition("）")
        opening = self._text.rfind("（", clause.start, start)
        if not closing or "（" in aside or opening < 0:
            return words
        return self._words(clause.start, opening) + behind

    def _words(self, start: int, end: int) -> str:
        return self._text[start:end].replace("\0", "")

    def _name(self, index: int, pre: str, post: str, leads: bool, followed: bool) -> str:
        """Name one figure; return the words after it that it uses."""
        quantity = self.quantities[index]
        own = own_stretch(pre, leads)
        touches = (
            index > 0
            and self.quantities[index - 1].end == quantity.start
            and ends_in_noun(self.tagger, own_words(self.tagger, self._own))
        )
        self._own = own
        # Most figures inherit nothing.
        inherit = cache(partial(self._inherited, leads))
        naming = name_figure(
            Around(quantity.kind, quantity.noun, own, post, inherit, touches, followed), self.tagger
        )
        # 全村148户: when nothing else is said, even the whole it counts in is a name.
        told = "" if is_relative(pre) or pre.endswith(("把", "将")) else pre.strip("，, 、")
        named = naming.indicator if naming.indicator.text else Indicator(told, "")
        self.found.append(named._replace(subject=_whole_list(self.tagger, pre, named.subject)))
        if naming.waits:
            self._waiting.append(index)
        return naming.used

    def _inherited(self, leads: bool) -> str:
        """Return the subject of the clause before, or of the figure before."""
        if not leads and self.found:
            return self.found[-1].subject
        # Most clauses precede no figure: only here is theirs worth cutting into words.
        before = "" if _SAYS.search(self._before) else trim(self.tagger, self._before)
        if leads and 2 <= len(before) <= LIMIT:
            return leading_noun(self.tagger, before) or before
        return self.found[-1].subject if self.found else before[-LIMIT:]

    def _explain_waiting(self, clause: Clause) -> None:
        """投入5.53亿元,实施饮水安全工程建设: the next clause says what the money was for."""
        waiting, self._waiting = self._waiting, []
        if clause.opens or not waiting:
            return
        words = self._bare[clause.start : clause.end].replace("\0", "")
        purpose = trim(self.tagger, _BRACKETED.sub("", words))
        for index in waiting:
            known = self.found[index].text
            if len(purpose) + len(known) > LIMIT:
                continue
            self.found[index] = Indicator(purpose + drop_spender(self.tagger, known), known)

    def _lean(self, clause: Clause, first: int, last: int) -> None:
        """2.7万户7.3万贫困人口: the first of two has no words of its own but the second's.

        So has the lower end of a range (3-5千瓦的光伏系统).
        """
        for index in range(last - 2, first - 1, -1):
            quantity, following = self.quantities[index], self.quantities[index + 1]
            gap = self._text[quantity.end : following.start]
            own = ""
            if index == first:
                own = own_words(self.tagger, self._words(clause.start, quantity.start))
            bare = index == first and not own and gap in ("", "、", "和")
            alike = not gap or (
                gap in ("、", "和") and (quantity.unit == following.unit or quantity.kind == "数量")
            )
            families = not gap and (quantity.unit, following.unit) == ("户", "人")
            led = ends_in_noun(self.tagger, own) and not (families and not _PEOPLED.search(own))
            verbal = index == first and alike and not led
            if quantity.range_end < 0 or bare or verbal:
                self.found[index] = self.found[index + 1]

    def _share(self, first: int, last: int) -> None:
        """同比上升8%和13%: shares in a row are of what the first is of."""
        for index in range(first + 1, last):
            quantity, before = self.quantities[index], self.quantities[index - 1]
            alike = quantity.kind in ("比例", "变化") and quantity.unit == before.unit
            if alike and self._text[before.end : quantity.start] in ("、", "和"):
                self.found[index] = self.found[index - 1]

    def _align(self, clause: Clause, first: int, last: int) -> bool:
        """分别: the figures of a list take their subjects from a list of as many, in turn.

        Tell whether there is such a list.
        """
        count = last - first
        lead, said, verb = self._words(clause.start, self.quantities[first].start).partition("分别")
        if count < 2 or not said:
            return False
        verb = re.sub(r"(?:约|近|了|为|达到?|是|有|占|的)+$", "", verb)
        lead = re.sub(r"(?:同比|环比)$", "", lead)
        names = self._listed(lead, count)
        if names is None and first >= count and not self._before:
            own = trim(self.tagger, lead)
            names = [known.subject + own for known in self.found[first - count : first]]
        for offset, name in enumerate(names or ()):
            self.found[first + offset] = Indicator(name + verb, name)
        return names is not None

    def _listed(self, lead: str, count: int) -> list[str] | None:
        """Return the items of 猪肉、牛肉、羊肉产量, each with the noun that ends the list."""
        items = [trim(self.tagger, item) for item in re.split(r"[、和及与]", lead)]
        if len(items) != count or not all(items):
            return None
        item, of, noun = items[-1].rpartition("等" if "等" in items[-1] else "的")
        tail = of.strip("等") + noun if item else self._tail(items)
        return [item if item.endswith(tail) else item + tail for item in items]

    def _tail(self, items: Sequence[str]) -> str:
        """Return the words that all items end in: 北部、南部|沿海产值."""
        first, last = self.tagger.tag(items[0]), self.tagger.tag(items[-1])
        own = len(last) - 1 if first[-1].is_noun else min(len(first), len(last) - 1)
        return "".join(word.text for word in last[own:])


def _whole_list(tagger: Tagger, pre: str, subject: str) -> str:
    """Return what a list that ends in 等 is of, for what follows: 修路、种茶等|资金."""
    item, _, noun = subject.rpartition("等")
    if not item or f"、{subject}" not in pre:
        return subject
    words = tagger.tag(noun)
    # 等地气温, 等树胸径: what one letter names is no whole.
    if not words or len(words[0].text) == 1:
        return subject
    spent = _SPENT.findall(pre)
    return spent[-1] + noun if spent else noun


def _blanked(text: str, drop: Sequence[Span]) -> str:
    """Blank out times and places, keeping every offset."""
    letters = list(text)
    for start, end in drop:
        letters[start:end] = "\0" * (end - start)
    return "".join(letters)
