"""Whether a figure is a result, an aim, a forecast, or the threshold of a rule."""

import re

from plugins.model import Nature

#: The cue that stands last before the figure in its sentence wins; a result cue ends an aim.
CUES: tuple[tuple[Nature, re.Pattern[str]], ...] = (
    ("实际", re.compile(
        r"目前|截至|截止|历年|已(?!于)|(?:完成|实现|建成|达到)了|达到(?=年?度?目标)|据统计|实际|昨日|去年")),
    ("目标", re.compile(
        r"(?<![动养升该蕾生用标展略援务作])计划(?!任务|完成|累计|覆盖|已|的|补充|多|[，。、”’」])|力争|确保(?=.{0,12}(?:达|在|到|以上))|(?<!达到)(?:总体|任务|工作|发展|年度)目标|目标(?:任务(?!的)|是|为|[:：]|首)|(?<![虚模草])拟(?!定|人|态|真)|(?<!同)规划(?!了|工作|面积|编制|[”’」局])|争取到\d|将(?=[投建新完实用扩培发安吸落引改启推开打铺续持加提]|[对为给向在于])"
        r"|(?<![需重主只])要(?=[^，。；]{0,6}(?:达到|完成|实现|建成|新建|培育|出列|脱贫|摘帽|退出|搬迁))|(?:推动|努力|争取|力求|加快)(?:实现|完成)|到20[2-9]\d年(?=[,，]?.{0,6}(?:力争|将|要|实|建|达))|总任务|下达(?:的|了)?(?:目标|任务|计划|指标)|任务(?=\d)|奋斗|届时"
        r"|决定(?=[^，。]{0,8}(?:投|建|出资|捐|拨|筹))")),
    ("预计", re.compile(
        r"预计|有望|可望|(?:估计|估算)(?=[^，。]{0,8}(?:将|可|今年|明年|到20))|如果|要是|假如|远期|建成后|投产后|达产后|(?<!已)(?<!经)(?<!部)建成投产|投入使用后|全部建成|并网后|发电后|盛产期|设计年?产能?|预报|预测")),
    ("门槛", re.compile(
        r"标准(?=为|是|由|从|提|每|达|的|\d)|凡|对符合|可申请|可享受|不得(?:低|高|少|超)|上限|下限|最高(?=每|可|补|额|贷|不)|封顶|起付|门槛|最高获赔|(?<=提供)最高"
        r"|每(?:户|人|亩)(?:给予|补助|补贴|奖励)|按(?:照)?每")),
)  # fmt: skip
#: Cues that reach no further than their own clause.
_LOCAL: tuple[tuple[Nature, re.Pattern[str]], ...] = (
    (
        "预计",
        re.compile(
            r"(?<!社会)(?<!市场)预期|将达|将(?=[^，。；]{0,4}(?:达|超|突破|增至|升至|增加到))|可(?=使|减少|提供|实现|带动|安置|达|为|增|吸纳|产|获|节|解决|供|满足|年|收|创)"
        ),
    ),
    ("门槛", re.compile(r"(?:期限|额度|时间)[^，。；]{0,4}最[高长多]达?")),
)
_ACTUAL: Nature = "实际"
_CLAUSE = re.compile(r"[,，;；:：]")
_PURPOSE = re.compile(
    r"\s*[“]?(?:为(?!期)|围绕|按照|根据|聚焦|瞄准|紧扣|对照|对标|立足|依据|朝着|随着)"
)
_RELATIVE = re.compile(r"^(?:的|及)|^[^\W\d_]{0,4}的")
_REACHED = re.compile(r"(?:完成|实现|达到|兑现)了[^，。；,;]*$|(?:完成|成)$")
_TASK_AFTER = re.compile(r"^[^,，。;；]{0,14}(?:目标任务|任务目标|目标|(?<!完成)任务(?!的|完成))")


def find_nature(before: str, after: str, bound: str) -> Nature:
    """Return the nature of a figure from its sentence before and its clause after it.

    A bound before 的 names a class and no result: 对投资5000万元以上的重点项目.
    """
    if bound in (">=", "<=") and after.startswith("的") and before.endswith("的"):
        return "门槛"
    if bound != "=" and _RELATIVE.match(after) and _names_class(before, bound):
        return "门槛"
    if _TASK_AFTER.match(after) and not _REACHED.search(before):
        return "目标"
    last, nature = -1, _ACTUAL
    own = max((match.end() for match in _CLAUSE.finditer(before)), default=0)
    item = max(before.rfind("；"), before.rfind(";"))
    for candidate, pattern in (*CUES, *_LOCAL):
        local = own if (candidate, pattern) in _LOCAL else item if candidate == "预计" else 0
        for match in pattern.finditer(before, max(0, local)):
            if match.start() > last and not _is_aside(before, match.start(), own):
                last, nature = match.start(), candidate
    return nature


def _is_aside(before: str, at: int, own: int) -> bool:
    """Tell whether a cue stands in a clause that says only what for: 围绕脱贫目标，建房30套."""
    start = max((match.end() for match in _CLAUSE.finditer(before, 0, at)), default=0)
    return at < own and _PURPOSE.match(before, start) is not None


def _names_class(before: str, bound: str) -> bool:
    return (
        bound in (">=", "<=", "<", ">")
        and re.search(
            r"(?:对|凡|年收入|投资|收入|面积|规模|人口|人数|户数)$|(?:对|凡)[^,，。]{0,12}$", before
        )
        is not None
    )
