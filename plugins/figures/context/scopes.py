"""Scope cues: the words at the head of a clause that tell whose its figures are."""

import re

from plugins.chinese.expressions import compile_late
from plugins.chinese.needed_characters import may_find
from plugins.model import Scope

#: The commonest family names (公安部, 2020年全国姓名报告), and those that open few other words.
SURE = (
    "王李张刘陈杨黄赵吴周徐孙朱胡郭何罗郑梁谢宋唐许韩冯邓曹彭曾肖董潘袁蔡蒋杜叶魏苏吕卢姚沈姜崔"
    "谭范汪廖韦贾邹熊孟秦邱"
)
SURNAMES = SURE + (
    "马林高萧田余于程丁任钟陆金石夏付方白江侯尹薛闫段雷黎史龙陶贺毛郝顾龚邵万覃武钱戴严莫孔向汤吉柯"
)
_VILLAGER = "村民|贫困户|脱贫户|搬迁户|农民|老人|大户"
_PERSON = (
    f"{_VILLAGER}|菜农|茶农|果农|养殖户|种植户|职工|工人|退伍军人|大学生|党员|户主|能人|教育家"
    "|贫困群众"
)
_NUMBER = r"\d二两三四五六七八九十百千几数余多"
#: A factory, but none behind a number and its measure (两家毛绒玩具厂), as far as a name is long.
_UNCOUNTED = "".join(f"(?<![{_NUMBER}][家个座处所间]{'.' * letters})" for letters in range(8))
#: What stands behind is looked for first: that is told sooner than what does not stand before.
_FACTORY = rf"(?=.{{1,3}}厂)(?<![{_NUMBER}]){_UNCOUNTED}[^\W_的{_NUMBER}]{{1,3}}厂"
_ORGANISATION = (
    "中国(?:人民保险|人寿|移动|联通|电信|石油|石化|邮政|华能|华电|大唐|建筑|铁建|中铁)|国家电网"
    rf"|公司|工厂|{_FACTORY}|协会|合作社|银行|联合会|专合社|集团|工商联|基金会|小学(?!净?入学|生|阶段|教育)|中学(?!生|阶段|教育)"
)
_ACTS = "投|捐|发|吸|收|建|种|有|今|去|年|组|已|成|共|先|向|流|招|销|实|为|帮|资|援"
_WORKS = "项目|工程|大道|高铁|高速公路|高速|大桥|隧道|公路|铁路|电站|水库|安置点|社区|火灾|马拉松"
_THIS_WORK = (
    "项目|工程|路|桥|线|安置点|安置社区|集中安置点|电站|高速|大桥|隧道|小区|水库|公园|广场"
    "|水厂|电厂"
)

#: Offices of the state: what they tell of is the nation's.
MINISTRY = (
    r"(?:财政|教育|民政|公安|商务|司法|科技|水利|外交|工信|人社|住建|农业农村|工业和信息化|自然资源|生态环境|交通运输"
    r"|文化和旅游|应急管理|人力资源和?社会保障|住房和城乡建设)部(?!门)|国新办|国家[^\W\d_]{2,8}(?:局|委|署|办)"
    r"|最高人民(?:法院|检察院)|最高法|最高检|国务院扶贫办|央行|人民银行"
)
#: For each scope: the letters of a clause within which its cue must start, and the cue.
CUES: tuple[tuple[Scope, int, re.Pattern[str]], ...] = (
    ("县区", 5, compile_late(r"(?<![加评选获])[该全我本]县|县(?:上|域内)|[该全我本]区")),
    ("市", 5, compile_late(r"(?<![加评选获])[该全我本]市(?!场)|^市区")),
    ("省", 5, compile_late(r"(?<![加评选获])[该全我]省|[该全我]自治区")),
    ("全国", 8, compile_late(
        r"全国(?<![居占于比在选评获盖入加向为是造建控领送联]全国)(?!性|各地|人民|工商联|人大|政协|劳动模范|劳模|优秀|先进|道德模范|[^，。\d]{1,3}(?:英雄|标兵|典型|楷模|冠军)|文明|知名|示范|重要|主要|统一"
        r"|首|第|前|平均|最|领先|仅|唯"
        r"|[^\W\d_]{0,6}(?:奖|称号))|31(?<![为在对向给从到]31)个?省(?![^，。]{0,20}的)|我国(?<!是我国)|^各地(?!的|[^，。]{0,3}[客商友])|^贫困地区|^(?:中央(?!企业|电视|广播|财政)|国务院)(?![^，。]{0,8}、)"
        rf"|(?:^|(?<=[据从由经在了前日]))(?:{MINISTRY})")),
    ("镇", 5, compile_late(r"[该全我本](?:镇|乡|街道)|镇(?:上|里|党委)")),
    ("村", 2, compile_late(
        r"[该全我本](?:村|社区)|村(?:里|集体|上|委会|支部|两委|党支部)|社区[里内]")),
    ("单位", 16, compile_late(
        r"[该全我本](?:公司|厂|校|院|企业|合作社|协会|基地|园区|集团|行|店|单位|队)"
        r"|^(?:公司|厂里|合作社|学院|医院|支队|警方|民警|球队|主队|客队)"
        rf"|(?:{_ORGANISATION})(?=[^的和与及、]{{0,16}}(?:{_ACTS}))"
        r"|(?:医院|学校|交警|派出所|公安|消防)[^,，。]{0,6}(?:开放|现有|出动|查|破|抓|拥有|共|接)")),
    ("项目", 18, compile_late(
        rf"该(?:{_THIS_WORK})|[这该]条?生产线|全长|项目总|工程总|建筑面积|过火面积|建设工期|[一二]期工程"
        rf"|(?:{_WORKS})(?:全长|总投资|占地|投资|建筑|估算|概算|路基|设计|鸣枪|位于|共)")),
    ("家庭", 12, compile_late(
        r"[我他她自全]家|一家(?=人|老|[三四五六七八\d]+口)|家[里中人]|老两口|两口子|夫[妻妇]|家四口|^家"
        rf"|^的[{SURNAMES}][^\W\d_的]{{1,2}}家(?![乡园长具族])")),
    ("个人", 16, compile_late(
        r"(?:^|[说着])(?:[他她俺咱]|我)(?!们|国|省|市|县|区|镇|村|校|院|馆|厂|队)"
        rf"|(?:{_PERSON})[{SURNAMES}][^\W\d_的们]{{1,2}}(?=[,，今去说家也在种养靠因的一就]|$)"
        rf"|(?:{_VILLAGER})[{SURE}][^\W\d_的们]{{1,2}}"
        r"|[^\W\d_]{1,2}(?:先生|女士|大妈|大爷|大娘|奶奶|爷爷|老汉|嫂|婶|师傅)"
        r"|[老小][赵钱孙李周吴郑王刘张陈杨黄林何罗高马朱胡徐郭]"
        r"|(?<![均有到\d])\d{1,3}岁(?!以上|及|以下|至)|嫌疑人[^\W\d_]某")),
)  # fmt: skip


_SPEAKER = compile_late(rf"{_VILLAGER}|[老小][{SURNAMES}]")
#: Behind the name of a place these make an organisation: 巴州区人民医院, 北京海关.
ORGANISATION = compile_late(
    r"(?:协和)?[^\W\d_的和与、有共]{0,8}?(?:医院|公司|集团|大学|学院|银行|中学|小学|学校|海关|法院|检察院|合作社|协会|医疗队"
    r"|研究所|研究院|军区|[支总]队|开发区|机场|车站|博物馆|图书馆|出版社|工厂|产业园|工业园|制造城)(?![、等])"
    r"|[^\W\d_的和与、有共]{2,12}有限(?:责任)?公司"
)
AREAS: tuple[Scope, ...] = ("全国", "省", "市", "县区", "镇", "村")
#: The most that the figures of a holder can be: more, and they are another's.
_MOST: dict[Scope, dict[str, float]] = {
    "个人": {"人": 60, "户": 30, "元": 2e7, "亩": 5000, "个": 100, "公里": 3000, "人次": 1000,
             "所": 3, "家": 30, "场": 100},
    "家庭": {"人": 20, "户": 2, "元": 5e6, "亩": 2000, "个": 100, "公里": 100, "人次": 1000,
             "所": 1, "家": 10, "场": 50},
    "村": {"人": 20000, "户": 6000, "元": 1e9, "亩": 2e5, "村": 1, "公里": 500,
           "份": 5000, "场": 50},
    "镇": {"人": 3e5, "户": 1e5, "元": 2e10, "亩": 2e6, "公里": 5000, "份": 1e5, "场": 500},
    "县区": {"人": 3e6, "户": 1e6, "元": 3e11, "亩": 2e7, "公里": 30000, "人次": 1e8, "县": 1},
    "市": {"人": 4e7, "户": 1.5e7, "元": 6e12, "亩": 1e8, "省": 1, "省份": 1},
    "省": {"人": 1.5e8, "户": 5e7, "元": 2e13, "省": 1, "省份": 1, "省区市": 1},
}  # fmt: skip
_RANKED_NOUN = compile_late(
    r"[^\W\d_的和与及、]{0,6}?(?P<noun>县|省|自治区|直辖市|城市)(?!级|城|域|委|政府|里|直|内)"
)
_ABOVE: dict[str, tuple[Scope, ...]] = {
    "县": ("个人", "家庭", "村", "镇", "县区"),
    "城市": ("个人", "家庭", "村", "镇", "县区", "市"),
}


def can_hold(scope: Scope | None, value: float, unit: str, after: str) -> bool:
    """Tell whether a holder of this scope can have so much: 278万名 are no single person's.

    `after` is what follows the number: a county counts no counties (832个贫困县).
    """
    if scope is None or value <= _MOST.get(scope, {}).get(unit, float("inf")):
        noun = _RANKED_NOUN.match(after) if value > 1 and scope is not None else None
        return noun is None or scope not in _ABOVE.get(noun["noun"], (*_ABOVE["城市"], "省"))
    return False


#: 他说全国有…: what is said is of whom it is said.
_SAYS = compile_late(r"^[^，。]{0,12}?说(?=全[国省市县区镇村]|我[国省市县区]|各地)")
#: Who speaks for an office tells of more than himself.
_OFFICE = compile_late(
    r"书记|主任|[局县镇乡部司处科院校会队厂站行社区市省]长|总经理|经理|负责人|董事长|主席|专家|教授|委员|发言人|研究员|记者|干部|代表"
)


def speaker_scope(around: str) -> Scope | None:
    """Return 个人 when the words around a speech name a villager as its speaker, else None."""
    if _OFFICE.search(around):
        return None
    personal = next(pattern for scope, _, pattern in CUES if scope == "个人")
    return "个人" if personal.search(around) or _SPEAKER.search(around) else None


def find_cue(head: str) -> tuple[Scope, str] | None:
    """Return the scope that the first cue at the head of a clause points to, and the cue."""
    head = _SAYS.sub("", head) if "说" in head else head
    characters = frozenset(head)
    best: tuple[int, Scope, str] | None = None
    for scope, reach, pattern in CUES:
        if not may_find(pattern, characters):
            continue
        match = pattern.search(head)
        if (
            match is not None
            and match.start() <= reach
            and (best is None or match.start() < best[0])
        ):
            best = match.start(), scope, match[0]
    return best[1:] if best else None
