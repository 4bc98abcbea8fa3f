"""Scope cues: the words at the head of a clause that tell whose its figures are."""

import re

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
_ORGANISATION = "公司|工厂|手套厂|协会|合作社|银行|联合会|专合社|集团|工商联|基金会|小学|中学"
_ACTS = "投|捐|发|吸|收|建|种|有|今|去|年|组|已|成|共|先|向|流|招|销|实|为|帮|资|援"
_WORKS = "项目|工程|大道|高铁|高速公路|高速|大桥|隧道|公路|铁路|电站|水库|安置点|社区|火灾|马拉松"
_THIS_WORK = (
    "项目|工程|路|桥|线|安置点|安置社区|集中安置点|电站|高速|大桥|隧道|小区|水库|公园|广场"
    "|水厂|电厂"
)

#: For each scope: the letters of a clause within which its cue must start, and the cue.
CUES: tuple[tuple[Scope, int, re.Pattern[str]], ...] = (
    ("县区", 5, re.compile(r"[该全我本]县|县(?:上|域内)|[该全我本]区")),
    ("市", 5, re.compile(r"[该全我本]市(?!场)|市区")),
    ("省", 5, re.compile(r"[该全我]省")),
    ("全国", 5, re.compile(r"全国")),
    ("镇", 5, re.compile(r"[该全我本](?:镇|乡|街道)|镇(?:上|里|党委)")),
    ("村", 2, re.compile(
        r"[该全我本](?:村|社区)|村(?:里|集体|上|委会|支部|两委|党支部)|社区[里内]")),
    ("单位", 16, re.compile(
        r"[该全我本](?:公司|厂|校|院|企业|合作社|协会|基地|园区|集团|行|店|单位|队)"
        r"|^(?:公司|厂里|合作社|警方|民警|球队|主队|客队)"
        rf"|(?:{_ORGANISATION})(?=[^的和与及、]{{0,8}}(?:{_ACTS}))"
        r"|(?:医院|学校|交警|派出所|公安|消防)[^,，。]{0,6}(?:开放|现有|出动|查|破|抓|拥有|共|接)")),
    ("项目", 18, re.compile(
        rf"该(?:{_THIS_WORK})|全长|项目总|工程总|建筑面积|过火面积|建设工期|[一二]期工程"
        rf"|(?:{_WORKS})(?:全长|总投资|占地|投资|建筑|估算|概算|路基|设计|鸣枪|位于|共)")),
    ("家庭", 12, re.compile(
        r"[我他她自全]家|一家(?=人|老|[三四五六七八\d]+口)|家[里中人]|老两口|两口子|夫[妻妇]|家四口|^家")),
    ("个人", 16, re.compile(
        r"(?:^|[说着])(?:[他她俺咱]|我)(?!们[县区市]|国|省|市|县)"
        rf"|(?:{_PERSON})[{SURNAMES}][^\W\d_的们]{{1,2}}(?=[,，今去说家也在种养靠因的一就]|$)"
        rf"|(?:{_VILLAGER})[{SURE}][^\W\d_的们]{{1,2}}"
        r"|[^\W\d_]{1,2}(?:先生|女士|大妈|大爷|大娘|奶奶|爷爷|老汉|嫂|婶|师傅)"
        r"|[老小][赵钱孙李周吴郑王刘张陈杨黄林何罗高马朱胡徐郭]"
        r"|\d岁(?!以上|及|以下|至)|嫌疑人[^\W\d_]某")),
)  # fmt: skip


def find_cue(head: str) -> Scope | None:
    """Return the scope that the first cue at the head of a clause points to."""
    best: tuple[int, Scope] | None = None
    for scope, reach, pattern in CUES:
        match = pattern.search(head)
        if (
            match is not None
            and match.start() <= reach
            and (best is None or match.start() < best[0])
        ):
            best = match.start(), scope
    return best[1] if best else None
