"""Places at the head of a clause: those given, and those that the text names with their rank."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import pairwise

from plugins.chinese.expressions import compile_late
from plugins.figures.context.divisions import (
    PROVINCE,
    find_city,
    is_county,
    is_listed,
    is_municipality,
    is_prefecture,
)
from plugins.figures.naming.words import Tagger, Word
from plugins.model import Scope

RANKS: dict[str, Scope] = {
    "自治县": "县区", "自治旗": "县区", "县": "县区", "区": "县区", "自治州": "市", "地区": "市",
    "市": "市", "镇": "镇", "乡": "镇", "街道": "镇", "街道办事处": "镇", "村": "村", "社区": "村",
}  # fmt: skip
#: A name is short and holds no function word; what follows may make its rank part of a word.
_NAMED = compile_late(
    r"(?!治区|地区)(?P<name>[^\W\d_A-Za-z的在]{2,4}(?:各族|(?<!民)族)(?P<people>自治[县旗])|(?:和(?=[田静政顺平硕龙]))?[^\W\d_A-Za-z的了在和与及是有为到从由对将把被给向距离该全各我本每这那其等个名座条、]{1,5}?"
    r"(?P<rank>自治县|自治旗|自治州|地区|街道办事处|街道|县|区|市|镇|(?<![城回返下还家故侨老本外异山水])乡(?!村)|村|社区))"
    r"(?<![一二三四五六七八九十两几数百][县区市镇乡村])"
    r"(?!市[^场民委里区直政]|长|委书记|级|城区|域|道|位|民币|场|直(?:单位|部门|属|机关|达|接)|内外|里|间|寨|外|办企业|况|情|貌"
    r"|属|乡|镇)"
)
#: What a rank begins with; it stands so near behind the beginning of a name.
_MAY_RANK = compile_late("[自地街县区市镇乡村社]")
REACH = 7
_KINDS = (
    "贫困|行政|自然|建制|农|新|老|深度|示范|试点|中心|城中|空心|移民|安置|搬迁|工业|开发|产业|保护|旅游|服务"
    "|生活|重|沿线|周边|附近|全|各|该|本|我|多|邻|外|相关|重点|摘帽|脱贫|出列|薄弱|名|美丽|幸福|文明|边远"
    "|高新|经济|自由贸易|自治|革命老|试验|作业|功能|核心|水源|责任|种植|养殖|百强|强|当地|外地|异地|属地|产地|基地"
)
_RANK = "(?:县|区|市|镇|乡|村|社区|街道)"
#: A kind of place is none: 贫困村, 工业园区, 集镇, 太行山区, 欧元区.
_KIND = compile_late(
    rf"[^\W\d_]{{0,3}}(?:(?:{_KINDS}){_RANK}|[大中小]城市|小城镇)"
    r"|[^\W\d_]{0,4}(?:[山湖湾库林牧矿地]|[欧美]元)区"
    rf"|[城乡集园山地小景库灾校辖片林牧矿社郊市超门都上老新名大强中各全两多]{_RANK}"
)
_PROPER_TAGS = ("ns", "nr", "nrt", "nrfg", "nz")
_PHRASE_TAGS = ("v", "vn", "vd", "d", "p", "c", "r", "t", "l", "z", "i", "a", "ad")
#: What makes the name of a province part of another: 北京大学, 上海路, 海南岛.
_NOT_PROVINCE = compile_late("路|岛|话|人(?![均口民])|籍|[东西南北中]部|菜")
#: 中国城镇居民: words that make no name of what stands before them, as the 镇 of 石城镇 does.
_TOWNS = ("城镇", "城市")
#: A place told anywhere in a clause, be it in no table.
_SOMEWHERE = compile_late(
    r"(?:^|[在到进的于])(?P<name>[^\W\d_A-Za-z的在到各全每个等]{2,6}?(?:县|州|乡|镇|村|社区))"
    r"(?![级域城官委庄干民里内镇])"
)
NAME_LENGTH = 3
#: As many letters hold the name of a place that is called without its rank.
_SHORT_NAME = 6
#: 山区, 国道: kinds of places that the dictionary takes for names.
_KINDS_OF_PLACE = ("区", "道", "路", "线", "带")
LONGEST = 8
#: Of these ranks what no list has is seldom a name: 公共区, 周边地区, 产品上市.
_LISTED = ("区", "市", "自治州")
#: What stands before a name and is no part of it: 且上虞区, 援建上虞区.
_NAME_BEHIND = ("c", "d", "p", "v", "zg")
#: Mountains and towns by where they are have the letters of districts: 陕南山区, 改造老城区.
_TERRAIN = compile_late("[东西南北中老新]?[山城]区")
_OF_A_PEOPLE = ("族自治县", "族自治旗")


@dataclass(frozen=True, slots=True)
class Place:
    """A place that the article may be about: its name, its rank, and how it may be printed."""

    name: str
    rank: Scope
    forms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Mention:
    """A place named in a clause up to `end`."""

    name: str
    rank: Scope
    end: int


class PlaceFinder:
    """Finds the places that open a clause; what it has met in full it knows in short later."""

    def __init__(self, places: Sequence[Place], tagger: Tagger) -> None:
        self._tagger = tagger
        self._known: dict[str, Place] = {
            form: place for place in places for form in (place.name, *place.forms)
        }
        #: What the known forms begin with.
        self._openings = {form[:2] for form in self._known}
        self._given = {place.name for place in places}
        self._forms_given = len(self._known)

    def is_given(self, name: str) -> bool:
        """Tell whether the article is known to be about this place, or to name it."""
        return name in self._given

    def count_met(self) -> int:
        """Return in how many forms the text has named other places so far."""
        return len(self._known) - self._forms_given

    def open(self, clause: str) -> list[Mention]:
        """Return the places that open a clause, from wide to narrow."""
        found: list[Mention] = []
        at = 0
        # A place has two characters at least.
        while (step := self._find_city(clause, found) or self._one(clause, at)) is not None:
            at = step.end
            if clause[at : at + 1] == "、":
                if PROVINCE.match(clause, at + 1):
                    return []  # 北京市海淀区、河北省张家口市: of several provinces
                break  # 大河镇、瀛湖镇: several, so it is about what stands above them
            found.append(step)
        return found

    def _one(self, clause: str, at: int) -> Mention | None:
        known = clause[at : at + 2] in self._openings
        for length in range(min(LONGEST, len(clause) - at) if known else 0, 1, -1):
            place = self._known.get(clause[at : at + length])
            if place is not None:
                return Mention(place.name, place.rank, at + length)
        if province := PROVINCE.match(clause, at):
            return self._province(clause, province)
        match = _NAMED.match(clause, at) if _MAY_RANK.search(clause, at + 1, at + REACH) else None
        if match is None:
            return None
        name, rank = self._read_name(match, clause[at : at + 12])
        if not name:
            return None
        place = Place(name, rank)
        self._known.setdefault(name, place)
        self._openings.add(name[:2])
        if len(name) >= NAME_LENGTH and place.rank in ("县区", "市"):
            self._known.setdefault(name[:-1], place)
        return Mention(name, place.rank, match.end())

    def _read_name(self, match: re.Match[str], around: str) -> tuple[str, Scope]:
        """Return the name that a candidate is, "" when it is none, and its rank."""
        name, rank = match["name"], RANKS[match["rank"] or match["people"]]
        if is_prefecture(f"{name}市"):
            return f"{name}市", "市"  # 萍乡 is no town
        if rank in ("县区", "市"):
            name = _listed_name(name, self._tagger.tag(around))
            return name, "县区" if is_county(name) else rank
        return proper_name(name, self._tagger.tag(around)), rank

    def _find_city(self, clause: str, found: Sequence[Mention]) -> Mention | None:
        """Return the city that is told without its rank behind where it lies: 湖北|武汉."""
        if not found or found[-1].rank not in ("省", "市"):
            return None
        at = found[-1].end
        name = find_city(clause[at:], found[-1].name, self._tagger)
        rank: Scope = "市" if is_prefecture(name) else "县区"
        return Mention(name, rank, at + len(name) - 1) if name else None

    @staticmethod
    def _province(clause: str, match: re.Match[str]) -> Mention | None:
        if _NOT_PROVINCE.match(clause, match.end()):
            return None
        rank: Scope = "市" if is_municipality(match[0]) else "省"
        return Mention(match[0], rank, match.end())

    def opens_with_unknown(self, clause: str, tags: Collection[str] = ("ns",)) -> bool:
        """Tell whether a clause opens with a place that stands in no table: 玉林又建成基地3个."""
        first = self._tagger.tag_first(clause[:_SHORT_NAME])
        if first is None or first.tag not in tags or len(first.text) < 2:
            return False
        is_known = first.text in self._known or first.text.endswith(_KINDS_OF_PLACE)
        return not is_known and PROVINCE.match(clause) is None


def _listed_name(name: str, words: Sequence[Word]) -> str:
    """Return the county or prefecture at the end of a candidate, or "" when there is none.

    且上虞区 ends in one; what no list has may be abroad (伦敦市) or of old.
    """
    if is_listed(name):
        return name
    if tail := _listed_tail(name, words):
        return tail
    if name.endswith(_LISTED):
        is_proper = words and words[0].tag == "ns" and words[0].text in (name[:-1], name)
        return name if is_proper and not _KIND.fullmatch(name) else ""
    return proper_name(name, words)


def _listed_tail(name: str, words: Sequence[Word]) -> str:
    """Return the listed name that a candidate ends in, or "".

    It stands behind a word or its prefecture, or is a word of its own: 省会西安市.
    """
    at = 0
    for word, following in pairwise(words):
        at += len(word.text)
        if at > len(name) - NAME_LENGTH:
            break
        tail = name[at:]
        # The dictionary calls some names with their rank (碑林区) common nouns.
        is_word = following.text == tail or (following.tag, following.text) == ("ns", tail[:-1])
        leads = is_word or word.tag in _NAME_BEHIND or is_prefecture(f"{name[:at]}市")
        if leads and is_listed(tail):
            return "" if _TERRAIN.fullmatch(tail) else tail
    return ""


def tells_somewhere(clause: str) -> bool:
    """Tell whether a clause speaks of one county, town or village: 位于山里的白云县."""
    return any(not _KIND.fullmatch(match["name"]) for match in _SOMEWHERE.finditer(clause))


def proper_name(name: str, words: Sequence[Word]) -> str:
    """Return the proper name at the end of a candidate, or "" when its words make a phrase.

    A name is a proper noun, or letters that make no words: common nouns and verbs are neither.
    """
    if _KIND.fullmatch(name):
        return ""
    if name.endswith(_OF_A_PEOPLE):
        return name if words and words[0].tag not in _PHRASE_TAGS else ""
    if words and words[0].text == name:
        return name if words[0].tag.startswith(_PROPER_TAGS) else ""
    at, is_proper = 0, len(name) >= NAME_LENGTH
    for word in words:
        if at >= len(name):
            break
        if word.tag == "ns" and at and name[at:] == word.text and len(name) - at >= NAME_LENGTH:
            return word.text
        fits = at + len(word.text) <= len(name)
        if (fits and word.tag in _PHRASE_TAGS) or (at and word.text.startswith(_TOWNS)):
            return ""
        if word.tag in _PROPER_TAGS:
            is_proper = True
        elif fits and len(word.text) > 1 and word.tag == "n" and name.endswith(("区", "村")):
            is_proper = False
        at += len(word.text)
    return name if is_proper else ""
