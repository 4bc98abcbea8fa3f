"""Whose a figure is: the place it is about, and whether it is one family's or a county's."""

import re
from collections.abc import Sequence
from typing import Literal, NamedTuple

from plugins.chinese.expressions import compile_late
from plugins.figures.context.divisions import is_region
from plugins.figures.context.places import Mention, Place, PlaceFinder, tells_somewhere
from plugins.figures.context.scopes import AREAS, ORGANISATION, find_cue
from plugins.model import Scope

#: How much of a clause is read for its subject.
HEAD = 40
_RANKED: tuple[Scope, ...] = ("县区", "市", "镇", "村")
_PUBLIC: tuple[Scope, ...] = ("县区", "市", "省", "镇")
PERSONAL: tuple[Scope, ...] = ("个人", "家庭")
#: What the letter of 全县 or 该区 must be in the name of the place that it stands for.
_LETTERS = compile_late("[县区市镇乡]")
#: What is told of the world is nobody's here.
_WORLD = compile_late(r"全球|全世界|世界(?:上|各国)|(?:中|低|高)[^，。]{0,8}收入国家|发达国家|各国")
#: Parts of the nation or of a province are neither.
_PART = compile_late(
    r"(?:[东西]北|[东西]南|华[北东南中]|[东中西南北]部|沿海|长三角|珠三角|京津冀)(?:地区|各?省|沿海)?(?![经援航])"
)
#: Groups that 非 tells from others; 非遗 is none.
_GROUPS = "结对|贫困|重点|深度|试点|示范|项目|受援|帮扶|扶贫|挂牌|县|市|乡|镇|村"
#: 另两个乡, 非结对县: others than those that were named.
_OTHERS = compile_late(
    rf"(?:另外?+(?![据悉])|其他|其余|非(?={_GROUPS}))(?!一方面)[^，。；\d]{{0,6}}[县市乡镇村]"
)
#: In how many sentences a firm is of the place that was named.
_NEAR = 1
#: For how many sentences a village or town is spoken of that is not the article's own.
_LONG = 3
_NARROW: tuple[Scope, ...] = ("村", "镇")
_COVERING: tuple[Scope, ...] = ("全国", "省")
#: Figures of a firm that is called after its province are not the province's.
_WIDE: tuple[Scope, ...] = ("省", "市")
_LETTERED = ("省", "市", "区")
#: A county that is not named is neither its province nor the nation.
_ABOVE: tuple[Scope, ...] = ("全国", "省", "市")
#: Of the province or county that is spoken of, or else of the nation.
_ANYWHERE = ("贫困地区", "各地")
_FIRM = compile_late(r"[^\W\d_的和与、全各]{2,10}(?:公司|集团|银行|厂|合作社|基金会)(?![的级])")
#: A village behind its town is one, whatever it is called: 普玛江塘乡那木其村.
_VILLAGE = compile_late(r"[^\W\d_的]{2,4}村(?![里民委级庄])")
_ASIDE = compile_late(r"的|(?:党委|支部)?(?:原|副)?(?:[省市县区镇乡村]长|书记|主任)")
#: In mid-sentence these are where a person works or lives, not whose the figure is.
_AROUND: tuple[Scope, ...] = ("村", "单位", "项目")


#: How it was told whose figures are: by the article as a whole, a place that opens a clause, a
#: cue (全县), who speaks, who receives; or it was left open.
How = Literal["default", "named", "cue", "heard", "received", "left"]


class Holder(NamedTuple):
    """Whose the figures of a clause are, how that was told, and in which clause and sentence.

    `for_place` and `for_scope` are what speaks for and against the two, of one number.
    """

    place: str | None = None
    scope: Scope | None = None
    how: How = "default"
    clause: int = 0
    sentence: int = 0
    for_place: tuple[str, ...] = ()
    for_scope: tuple[str, ...] = ()


class HolderState:
    """Follows who is spoken of through an article, clause by clause."""

    def __init__(self, places: PlaceFinder, default: Holder) -> None:
        self.places = places
        #: Whose the figures are now, and whose they were where the sentence began.
        self.default = self.current = self._opened = default
        self._latest: dict[Scope, str] = {}
        #: How many sentences have begun since a place was named, and since the holder was told.
        self._since = self._held = 0
        self._is_aside = False
        #: How many clauses and sentences have been read.
        self.clauses = self.sentences = 0
        self._receiving = _find_receiving(default.place)
        if default.place and default.scope:
            self._latest[default.scope] = default.place

    def new_paragraph(self) -> None:
        """Return to what the article is about."""
        self.current = self._opened = self.default

    def hear(self, speaker: Scope | None) -> Holder:
        """Take what follows as somebody's own words; return whose the figures were before."""
        before, self.current = self.current, self._tell(self.current.place, speaker, "heard")
        return before

    def _tell(self, place: str | None, scope: Scope | None, how: How) -> Holder:
        # A village is not told by its province.
        is_far = scope in _NARROW and place == self._latest.get("省")
        return Holder(None if is_far else place, scope, how, self.clauses, self.sentences)

    def next_item(self) -> None:
        """Return to whom the sentence began with: behind a ； another item is told of it."""
        self.current = self._opened

    def read(
        self, clause: str, opens: bool = True, is_where: bool = False, counts: bool = False
    ) -> Holder:
        """Take in a clause (times left out) and return whose its figures are.

        `is_where` says that a 在 or 从 leads the clause: what follows is where things were done;
        `counts` that figures stand in it.
        """
        holder = self._read(clause, opens, is_where, counts)
        self._opened = holder if opens else self._opened
        return holder

    def _read(self, clause: str, opens: bool, is_where: bool, counts: bool) -> Holder:
        head, before = clause[:HEAD], self.current
        self.clauses, self.sentences = self.clauses + 1, self.sentences + opens
        self._held += opens
        most = 1 if self._is_aside else _LONG
        if self._held >= most and self.current.scope in _NARROW:
            self.current = self.default
        if _WORLD.match(head) or _OTHERS.match(head):
            self.current = self._tell(None, None, "left")
        named = self.places.open(head)
        rest = head[named[-1].end :] if named else head
        if named and not opens and is_where and self.current.scope not in (None, *_RANKED):
            return self.current
        self._since = 0 if named else self._since + opens
        # 白云乡的医生, 白云乡乡长: what is told next is not the town's.
        self._is_aside = _ASIDE.match(rest) is not None if named else self._is_aside
        for mention in named:
            self._latest[mention.rank] = mention.name
            # Figures stand under counties and towns: a village's under its town.
            place = self.current.place if mention.rank == "村" else mention.name
            self.current = self._tell(place, mention.rank, "named")
        if named and named[-1].rank == "镇" and _VILLAGE.match(rest):
            self.current = self._tell(named[-1].name, "村", "named")
        if named and ORGANISATION.match(rest):
            wide = named[-1].rank in _WIDE and not head[: named[-1].end].endswith(_LETTERED)
            self.current = self._tell(None if wide else self.current.place, "单位", "named")
        if self._receives(clause):
            self.current = self._tell(self.default.place, self.default.scope, "received")
        cue = find_cue(rest)
        if cue is not None:
            scope, words = cue
            is_here = words in _ANYWHERE and self.current.scope in _PUBLIC
            if not (is_here or (named and scope in _PUBLIC)) and self._turns(scope, rest, opens):
                self.current = self._of(scope, words)
        is_unknown = not cue and self._tells_unknown(head, named, rest, counts)
        if is_unknown or (self.current is before and not (named or cue) and self._is_left(head)):
            self.current = self._tell(None, None, "left")
        self._held = 0 if named or cue or self.current is not before else self._held
        return self.current

    def _tells_unknown(self, head: str, named: Sequence[Mention], rest: str, counts: bool) -> bool:
        """Tell whether a place that no table has is spoken of: 玉林又建成, 云南昭通的11个县."""
        if not named:
            is_area = counts and self.current.scope in AREAS
            return is_area and self.places.opens_with_unknown(head)
        is_unknown = named[-1].rank == "省" and ORGANISATION.match(rest) is None
        return is_unknown and self.places.opens_with_unknown(rest, ("ns", "nz"))

    def _is_left(self, head: str) -> bool:
        """Tell whether the nation or a province is left for one place or firm, whichever."""
        is_wide = self.current.scope in _COVERING
        return is_wide and (
            tells_somewhere(head) or (_FIRM.match(head) or _PART.match(head)) is not None
        )

    def _turns(self, cue: Scope, rest: str, opens: bool) -> bool:
        """Tell whether a cue changes the subject: 又在村里的合作社打工 does not."""
        said = rest.startswith(("该", "全", "本"))
        return opens or said or cue not in _AROUND or self.current.scope not in PERSONAL

    def _of(self, scope: Scope, cue: str) -> Holder:
        region = self._latest.get("省", "")
        is_told = self.current.scope == "省" or "县区" not in self._latest
        if scope == "县区" and "区" in cue and is_region(region) and is_told:
            return self._tell(region, "省", "cue")
        county = self._latest.get("县区", "")
        if scope == "市" and county.endswith("市") and "市" not in self._latest:
            scope = "县区"
        if scope in _PUBLIC:
            return self._tell(self._named(scope, cue), scope, "cue")
        if scope == "单位" and not cue.startswith(("该", "本", "这")):
            # A firm that is named anew is not of a place that was spoken of in passing.
            near = self._since <= _NEAR
            return self._tell(self.current.place if near else self.default.place, scope, "cue")
        return self._tell(None if scope == "全国" else self.current.place, scope, "cue")

    def _named(self, scope: Scope, cue: str) -> str | None:
        """Return the place that 全县 or 该区 stands for: the last one that ends in its letter."""
        name = self._latest.get(scope)
        letter = _LETTERS.search(cue)
        if name is None and scope == "县区" and self.current.scope in _ABOVE:
            return None
        if name is None or name == self.default.place or letter is None:
            return name or self.current.place
        return name if name.endswith(letter[0]) else self.default.place

    def _receives(self, clause: str) -> bool:
        """常州市向岚皋县投入资金: the figure is about the county that receives."""
        return self._receiving is not None and self._receiving.search(clause) is not None


def _find_receiving(name: str | None) -> re.Pattern[str] | None:
    if name is None:
        return None
    return compile_late(rf"(?:向|为|给|赴|支援|帮助|援助|对口帮扶){re.escape(name)}")


def default_holder(places: Sequence[Place]) -> Holder:
    """Return whom an article is about: its first place given, with a rank of its own.

    What the text alone names is not enough: an article tells of several places in turn.
    """
    for place in places:
        if place.rank in _RANKED:
            return Holder(place.name, place.rank)
    return Holder()
