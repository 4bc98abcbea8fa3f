"""Whose a figure is: the place it is about, and whether it is one family's or a county's."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from plugins.figures.words import Tagger
from plugins.model import Scope

LEVELS = {"县": "县区", "区": "县区", "市": "市", "镇": "镇", "乡": "镇", "街道": "镇", "街道办事处": "镇",
          "办": "镇", "村": "村", "社区": "村", "省": "省", "自治县": "县区", "州": "市"}  # fmt: skip
#: A place the text itself names with its rank. A name is short and holds no function word.
_NAMED = re.compile(
    r"(?P<name>[^\W\d_A-Za-z的了在和与及是有为到从由对将把被给向该全各我本每这那其等个名家座条、]{1,5}?"
    r"(?P<rank>自治县|街道办事处|街道|县|区|市|镇|乡|村|社区))"
    r"(?!长|委书记|级|城区|域|道|位|民币|场|直|内外|里|间|寨|外|办企业|况|情|属|乡|镇)"
)
_NOT_NAMES = re.compile(
    r"(?:贫困|行政|自然|建制|农|新|老|深度|示范|试点|中心|城|乡|集|园|山|地|小|景|库|灾|校|辖|片|林|牧|矿|社|郊|市|超|门|都|上|城中|空心|移民|安置|"
    r"搬迁|工业|开发|产业|保护|旅游|服务|生活|重|沿线|周边|附近|全|各|该|本|我|多|邻|外|相关|重点|摘帽|脱贫|出列|薄弱|服务|特|名|大|美丽|幸福|文明|边远|"
    r"高新|经济|自由贸易|自治|山区|贫困山|深度贫困|革命老|试验|作业|功能|核心|水源|责任|种植|养殖|百强|强)(?:县|区|市|镇|乡|村|社区|街道)$"
)
#: The hundred or so commonest family names (公安部, 2020年全国姓名报告), one letter each.
SURNAMES = (
    "[王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚"
    "沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷黎史龙陶贺毛郝顾龚邵万覃武钱戴严莫孔向汤吉柯]"
)
_COMMON: tuple[tuple[re.Pattern[str], Scope], ...] = (
    (re.compile(r"(?:该|全|我|本)县|县(?:上|内|域内)|(?:该|全|我|本)区|区内|县城"), "县区"),
    (re.compile(r"(?:该|全|我|本)市(?!场)|市区"), "市"),
    (re.compile(r"(?:该|全|我)省"), "省"),
    (re.compile(r"全国"), "全国"),
    (re.compile(r"(?:该|全|我|本)(?:镇|乡|街道)|镇(?:上|里|党委)"), "镇"),
    (re.compile(r"(?:该|全|我|本)(?:村|社区)|村(?:里|集体|上|委会|支部|两委|党支部)|社区(?:里|内)"), "村"),
    (re.compile(r"(?:该|全|我|本)(?:公司|厂|校|院|企业|合作社|协会|基地|园区|集团|行|店|单位|队)|^(?:公司|厂里|企业|合作社|"
                r"学校|医院|警方|民警|球队|主队|客队)|(?:公司|工厂|手套厂|协会|合作社|银行|联合会|专合社|集团|工商联|基金会|小学|中学)"
                r"(?=[^的]{0,8}(?:投|捐|发|吸|收|建|种|有|今|去|年|组|已|成|共|先|向|流|招|销|实|为|帮|资|援))|"
                r"(?:医院|学校|交警|派出所|公安|消防)[^,，。]{0,6}(?:开放|现有|出动|查|破|抓|拥有|共|接)"), "单位"),
    (re.compile(r"该(?:项目|工程|路|桥|线|安置点|安置社区|集中安置点|电站|高速|大桥|隧道|小区)|(?:全长|总投资|项目总|工程总|建筑面积|过火面积|建设工期)|"
                r"(?:项目|工程|大道|高铁|高速公路|高速|大桥|隧道|公路|铁路|电站|水库|安置点|社区|火灾|马拉松)"
                r"(?:全长|总投资|占地|投资|建筑|估算|概算|路基|设计|鸣枪|位于|共)|一期工程|二期工程"), "项目"),
    (re.compile(r"我家|他家|她家|自家|一家|全家|家里|老两口|两口子|夫妻|夫妇|家中|家四口|家人|^家"), "家庭"),
    (re.compile(r"(?:^|[说着])(?:他|她|我|俺|咱)(?!们县|们区|们市|国|省|市|县)|(?:村民|贫困户|脱贫户|搬迁户|农民|菜农|茶农|果农|老人|大户|养殖户|种植户|"
                r"职工|工人|退伍军人|大学生|党员|户主|能人|教育家|贫困群众)" + SURNAMES + r"[^\W\d_的们]{1,2}(?=[,，今去说家也在种养靠因的一就]|$)|"
                r"[^\W\d_]{1,2}(?:先生|女士|大妈|大爷|大娘|奶奶|爷爷|老汉|嫂|婶|师傅)|(?:老|小)[赵钱孙李周吴郑王刘张陈杨黄林何罗高马朱胡徐郭]|\d岁|嫌疑人[^\W\d_]某|男子"), "个人"),
)  # fmt: skip
_RANK_OF_SCOPE: dict[str, str] = {"县区": "县区", "市": "市", "镇": "镇", "村": "村"}
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

    def read(self, clause: str) -> Holder:
        """Take in a clause (times left out) and return whose its figures are."""
        head = clause[:40]
        place, rank, end = self._place(head)
        common = _cue(head[end:] if end else head)
        if place is not None:
            self.latest[rank] = place
            scope: Scope = rank  # type: ignore[assignment]  # ranks are scopes
            self.current = Holder(self._shown(place, rank), scope)
        if common is not None and not (place is not None and common in _PUBLIC):
            self.current = self._common(common)
        return self.current

    def _common(self, scope: Scope) -> Holder:
        if scope in ("县区", "市", "镇", "省"):
            return Holder(self.latest.get(scope) or self.current.place, scope)
        if scope == "全国":
            return Holder(None, scope)
        return Holder(self.current.place, scope)

    def _shown(self, place: str, rank: str) -> str | None:
        # Places are counties and towns: a village's figures stand under its town.
        return self.current.place if rank == "村" else place

    def _place(self, head: str) -> tuple[str | None, str, int]:
        """Return the narrowest place at the head of a clause, its rank, and where it ends."""
        found: tuple[str | None, str, int] = (None, "", 0)
        at = 0
        while (step := self._one(head, at)) is not None:
            name, rank, end = step
            if head[end : end + 1] == "、" and self._one(head, end + 1) is not None:
                return found  # 大河镇、瀛湖镇: several, so it is about what stands above them
            found, at = (name, rank, end), end
        return found

    def _one(self, head: str, at: int) -> tuple[str, str, int] | None:
        for length in range(min(8, len(head) - at), 1, -1):
            place = self.known.get(head[at : at + length])
            if place is not None:
                return place.name, place.rank, at + length
        match = _NAMED.match(head, at)
        if match is None or _NOT_NAMES.search(match["name"]) or len(match["name"]) < 2:
            return None
        words = self.tagger.tag(head[at : at + 12])
        if words and not words[0].tag.startswith(("n", "m", "j")):
            return None
        if sum(len(w.text) for w in words if w.tag.startswith("n")) < 2:
            return None
        name, rank = match["name"], LEVELS[match["rank"]]
        self.known.setdefault(name, Place(name, rank))  # type: ignore[arg-type]
        if len(name) > 2 and rank in ("县区", "市"):
            self.known.setdefault(name[:-1], Place(name, rank))  # type: ignore[arg-type]
        return name, rank, match.end()


def _cue(head: str) -> Scope | None:
    """Return the scope that the first common noun of a clause head points to."""
    best: tuple[int, Scope] | None = None
    for pattern, scope in _COMMON:
        match = pattern.search(head)
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
        name, rank, _ = probe._place(clause)  # noqa: SLF001 (a module's own helper)
        if name is not None and rank in ("县区", "市", "镇"):
            return Holder(name, rank)  # type: ignore[arg-type]
    return Holder()
