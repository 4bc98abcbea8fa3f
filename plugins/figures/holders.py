"""Whose a figure is: the place it is about, and whether it is one family's or a county's."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from plugins.figures.words import Tagger, Word
from plugins.model import Scope

LEVELS: dict[str, Scope] = {"县": "县区", "区": "县区", "市": "市", "镇": "镇", "乡": "镇", "街道": "镇", "街道办事处": "镇",
          "办": "镇", "村": "村", "社区": "村", "省": "省", "自治县": "县区", "州": "市"}  # fmt: skip
#: A place the text itself names with its rank. A name is short and holds no function word.
_BARE = re.compile(r"[城乡集园山地小景库灾校辖片林牧矿社郊市超门都上老新名大强中各全两多](?:县|区|市|镇|乡|村|社区|街道)$")
_NAMED = re.compile(
    r"(?P<name>[^\W\d_A-Za-z的了在和与及是有为到从由对将把被给向该全各我本每这那其等个名家座条、]{1,5}?"
    r"(?P<rank>自治县|街道办事处|街道|县|区|市|镇|乡(?!村)|村|社区))(?<![一二三四五六七八九十两几数百][县区市镇乡村])"
    r"(?!长|委书记|级|城区|域|道|位|民币|场|直(?:单位|部门|属|机关|达|接)|内外|里|间|寨|外|办企业|况|情|属|乡|镇)"
)
_NOT_NAMES = re.compile(
    r"^[^\W\d_]{0,3}(?:贫困|行政|自然|建制|农|新|老|深度|示范|试点|中心|城中|空心|移民|安置|"
    r"搬迁|工业|开发|产业|保护|旅游|服务|生活|重|沿线|周边|附近|全|各|该|本|我|多|邻|外|相关|重点|摘帽|脱贫|出列|薄弱|服务|特|名|美丽|幸福|文明|边远|"
    r"高新|经济|自由贸易|自治|山区|贫困山|深度贫困|革命老|试验|作业|功能|核心|水源|责任|种植|养殖|百强|强)(?:县|区|市|镇|乡|村|社区|街道)$"
)
#: The hundred or so commonest family names (公安部, 2020年全国姓名报告), one letter each.
SURNAMES = (
    "[王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚"
    "沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷黎史龙陶贺毛郝顾龚邵万覃武钱戴严莫孔向汤吉柯]"
)
#: Those that open few other words.
SURE_SURNAMES = (
    "[王李张刘陈杨黄赵吴周徐孙朱胡郭何罗郑梁谢宋唐许韩冯邓曹彭曾肖董潘袁蔡蒋杜叶魏苏吕卢姚沈姜崔谭范汪廖韦贾邹熊孟秦邱]"
)
_COMMON: tuple[tuple[re.Pattern[str], Scope], ...] = (
    (re.compile(r"(?:该|全|我|本)县|县(?:上|域内)|(?:该|全|我|本)区"), "县区"),
    (re.compile(r"(?:该|全|我|本)市(?!场)|市区"), "市"),
    (re.compile(r"(?:该|全|我)省"), "省"),
    (re.compile(r"全国"), "全国"),
    (re.compile(r"(?:该|全|我|本)(?:镇|乡|街道)|镇(?:上|里|党委)"), "镇"),
    (re.compile(r"(?:该|全|我|本)(?:村|社区)|村(?:里|集体|上|委会|支部|两委|党支部)|社区(?:里|内)"), "村"),
    (re.compile(r"(?:该|全|我|本)(?:公司|厂|校|院|企业|合作社|协会|基地|园区|集团|行|店|单位|队)|^(?:公司|厂里|合作社|"
                r"警方|民警|球队|主队|客队)|(?:公司|工厂|手套厂|协会|合作社|银行|联合会|专合社|集团|工商联|基金会|小学|中学)"
                r"(?=[^的]{0,8}(?:投|捐|发|吸|收|建|种|有|今|去|年|组|已|成|共|先|向|流|招|销|实|为|帮|资|援))|"
                r"(?:医院|学校|交警|派出所|公安|消防)[^,，。]{0,6}(?:开放|现有|出动|查|破|抓|拥有|共|接)"), "单位"),
    (re.compile(r"该(?:项目|工程|水库|公园|广场|水厂|电厂|路|桥|线|安置点|安置社区|集中安置点|电站|高速|大桥|隧道|小区)|(?:全长|项目总|工程总|建筑面积|过火面积|建设工期)|"
                r"(?:项目|工程|大道|高铁|高速公路|高速|大桥|隧道|公路|铁路|电站|水库|安置点|社区|火灾|马拉松)"
                r"(?:全长|总投资|占地|投资|建筑|估算|概算|路基|设计|鸣枪|位于|共)|一期工程|二期工程"), "项目"),
    (re.compile(r"我家|他家|她家|自家|一家(?=人|老|[三四五六七八\d]+口)|全家|家里|老两口|两口子|夫妻|夫妇|家中|家四口|家人|^家"), "家庭"),
    (re.compile(r"(?:^|[说着])(?:他|她|我|俺|咱)(?!们县|们区|们市|国|省|市|县)|(?:村民|贫困户|脱贫户|搬迁户|农民|菜农|茶农|果农|老人|大户|养殖户|种植户|"
                r"职工|工人|退伍军人|大学生|党员|户主|能人|教育家|贫困群众)" + SURNAMES + r"[^\W\d_的们]{1,2}(?=[,，今去说家也在种养靠因的一就]|$)|"
                r"(?:村民|贫困户|脱贫户|搬迁户|农民|老人|大户)" + SURE_SURNAMES + r"[^\W\d_的们]{1,2}|"
                r"[^\W\d_]{1,2}(?:先生|女士|大妈|大爷|大娘|奶奶|爷爷|老汉|嫂|婶|师傅)|(?:老|小)[赵钱孙李周吴郑王刘张陈杨黄林何罗高马朱胡徐郭]|\d岁(?!以上|及|以下|至)|嫌疑人[^\W\d_]某"), "个人"),
)  # fmt: skip
_RANK_OF_SCOPE: dict[str, str] = {"县区": "县区", "市": "市", "镇": "镇", "村": "村"}
#: In mid-sentence these are where a person works or lives, not whose the figure is.
HEAD = {"县区": 5, "市": 5, "省": 5, "全国": 5, "镇": 5, "村": 2, "单位": 16, "项目": 18,
        "家庭": 12, "个人": 16}  # fmt: skip
NAME_LENGTH = 3
_MINOR_SCOPES = ("村", "单位", "项目")
_PUBLIC = ("县区", "市", "省", "镇")


@dataclass(frozen=True, slots=True)
class Place:
    """A place that the article may be about: its name, its rank, and how it may be printed."""

    name: str
    rank: Scope
    forms: tuple[str, ...] = ()
    parent: str | None = None


@dataclass(frozen=True, slots=True)
class Holder:
    """Whose the figures of a clause are."""

    place: str | None = None
    scope: Scope | None = None


@dataclass(slots=True)
class HolderState:
    """Follows who is spoken of through an article, clause by clause."""

    known: dict[str, Place]
    default: Holder
    tagger: Tagger
    current: Holder = field(init=False)
    latest: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.current = self.default
        if self.default.place and self.default.scope:
            self.latest[self.default.scope] = self.default.place

    def new_paragraph(self) -> None:
        """Return to what the article is about."""
        self.current = self.default

    def hear(self) -> Holder:
        """Take what follows as somebody's own words; return whose the figures were before."""
        before, self.current = self.current, Holder(self.current.place, "个人")
        return before

    def read(self, clause: str, opens: bool = True) -> Holder:
        """Take in a clause (times left out) and return whose its figures are."""
        head = clause[:40]
        named = self._places(head)
        end = named[-1][2] if named else 0
        common = _cue(head[end:] if end else head)
        strong = head[end : end + 1] in ("该", "全", "本")
        if common in _MINOR_SCOPES and not opens and not strong and self.current.scope in ("个人", "家庭"):
            common = None
        for place, rank, _ in named:
            self.latest[rank] = place
            # Figures stand under counties and towns: a village's under its town.
            self.current = Holder(self.current.place if rank == "村" else place, rank)
        if self._receives(clause):
            self.current = self.default
        if common is not None and not (named and common in _PUBLIC):
            self.current = self._common(common)
        return self.current

    def reach(self, clause: str) -> int:
        """Return how far the places reach that open a clause."""
        named = self._places(clause[:40])
        return named[-1][2] if named else 0

    def _receives(self, clause: str) -> bool:
        """常州市向岚皋县投入资金: the figure is about the county that receives."""
        name = self.default.place
        return name is not None and re.search(
            rf"(?:向|为|给|赴|支援|帮助|援助|对口帮扶){re.escape(name)}", clause) is not None

    def _common(self, scope: Scope) -> Holder:
        if scope in ("县区", "市", "镇", "省"):
            return Holder(self.latest.get(scope) or self.current.place, scope)
        if scope == "全国":
            return Holder(None, scope)
        return Holder(self.current.place, scope)

    def _places(self, head: str) -> list[tuple[str, Scope, int]]:
        """Return the places that open a clause, from wide to narrow, each with its end."""
        found: list[tuple[str, Scope, int]] = []
        at = 0
        while (step := self._one(head, at)) is not None:
            at = step[2]
            if head[at : at + 1] == "、" and self._one(head, at + 1) is not None:
                break  # 大河镇、瀛湖镇: several, so it is about what stands above them
            found.append(step)
        return found

    def _one(self, head: str, at: int) -> tuple[str, Scope, int] | None:
        for length in range(min(8, len(head) - at), 1, -1):
            place = self.known.get(head[at : at + length])
            if place is not None:
                return place.name, place.rank, at + length
        match = _NAMED.match(head, at)
        if match is None or _NOT_NAMES.search(match["name"]) or _BARE.fullmatch(match["name"]):
            return None
        words = self.tagger.tag(head[at : at + 12])
        name, rank = _proper(match["name"], words), LEVELS[match["rank"]]
        if not name:
            return None
        self.known.setdefault(name, Place(name, rank))
        if len(name) > 2 and rank in ("县区", "市"):
            self.known.setdefault(name[:-1], Place(name, rank))
        return name, rank, match.end()


def _proper(name: str, words: Sequence[Word]) -> str:
    """Return the proper name at the end of a candidate, or "" when its words make a phrase.

    A name is a proper noun, or letters that make no words: common nouns and verbs are neither.
    """
    if words and words[0].text == name:
        return name
    at, is_proper = 0, len(name) >= NAME_LENGTH
    loose = name.endswith(("区", "村"))
    for word in words:
        if at >= len(name):
            break
        if word.tag == "ns" and at and name[at:] == word.text and len(word.text) > 2:
            return word.text
        fits = at + len(word.text) <= len(name)
        if fits and word.tag in ("v", "vn", "d", "p", "c", "r", "t", "l", "z", "i", "a", "ad", "vd"):
            return ""
        if word.tag in ("ns", "nr", "nrt", "nz", "nrfg"):
            is_proper = True
        elif fits and len(word.text) > 1 and word.tag == "n" and loose:
            is_proper = False
        at += len(word.text)
    return name if is_proper else ""


def _cue(head: str) -> Scope | None:
    """Return the scope that the first common noun of a clause head points to."""
    best: tuple[int, Scope] | None = None
    for pattern, scope in _COMMON:
        match = pattern.search(head)
        if match is not None and match.start() > HEAD[scope]:
            continue
        if match is not None and (best is None or match.start() < best[0]):
            best = match.start(), scope
    return best[1] if best else None


def default_holder(places: Sequence[Place], clauses: Sequence[str], tagger: Tagger) -> Holder:
    """Return whom an article is about: its first place given, else the first it names."""
    for place in places:
        if place.rank in _RANK_OF_SCOPE:
            return Holder(place.name, place.rank)
    probe = HolderState({}, Holder(), tagger)
    for clause in clauses:
        holder = probe.read(clause)
        if holder.place is not None and holder.scope in _RANK_OF_SCOPE:
            return Holder(holder.place, holder.scope)
    return Holder()
