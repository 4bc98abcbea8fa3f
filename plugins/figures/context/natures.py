"""Whether a figure is a result, an aim, a forecast, or the threshold of a rule."""

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass

from plugins.chinese.expressions import compile_late
from plugins.chinese.needed_characters import may_find
from plugins.model import Nature, PeriodDates

#: The cue that stands last before the figure in its sentence wins; a result cue ends an aim.
CUES: tuple[tuple[Nature, re.Pattern[str]], ...] = (
    ("实际", compile_late(
        r"目前|截至|截止|历年|已(?!于)|(?:完成|实现|建成|达到)了|达到(?=年?度?目标)|据统计|实际|昨日|去年")),
    ("目标", compile_late(
        r"(?<![动养升该蕾生用标展略援务作])计划(?!(?:脱贫|出列|摘帽|退出)[户村县人]|单列|任务|完成|累计|覆盖|已|的|补充|多|[，。、”’」])|力争|确保(?=.{0,12}(?:达|在|到|以上)|[^，。；]{0,12}$)|(?<!达到)(?:总体|任务|工作|发展|年度)目标|目标(?:任务(?!的)|是|为|[:：]|首)|(?<![虚模草])拟(?!定|人|态|真)|(?<!同)规划(?=(?:总|新)?(?:投资|建|种植|发展)[^，。；、]{0,6}\d|(?:到|在)\d)|争取到\d|将(?=[投建完实用扩培发安吸落引改启推开打铺续持加提]|新[建增设开修办购种引]|准备|承担|[对为给向在于])"
        r"|(?<![需重主只])要(?=[^，。；]{0,6}(?:达到|完成|实现|建成|新建|培育|出列|脱贫|摘帽|退出|搬迁))|(?:推动|努力|争取|力求|加快)(?:实现|完成)|到20[2-9]\d年(?=[,，]?.{0,6}(?:力争|将|要|实|建|达))|总任务|下达(?:的|了)?(?:目标|任务|计划|指标)|任务(?=\d)|致力于?(?=打造|建设|建成|实现|发展|培育)|奋斗|届时"
        r"|决定(?=[^，。]{0,8}(?:投|建|出资|捐|拨|筹))")),
    ("预计", compile_late(
        r"预计|有望|可望|(?:估计|估算)(?=[^，。]{0,8}(?:将|可|今年|明年|到20))|如果|要是|假如|远期|(?:建成|投产|达产)后(?=[^。；]{0,24}(?:将|可(?!靠)|能(?!力)|预计|年产))|(?<!已)(?<!经)(?<!部)建成投产|投入使用后|全部建成|并网后|发电后|盛产期|设计年?产能?|预报|预测(?!分析|误差|模型)")),
    ("门槛", compile_late(
        r"标准(?=为|是|由|从|提|每|达)|凡|对符合|可申请|可享受|不得(?:低|高|少|超)|上限|下限|最高(?=每|可|补|额|贷|不)|封顶|起付|门槛|最高获赔|(?<=提供)最高"
        r"|每(?:户|人|亩)(?:给予|补助|补贴|奖励)|按(?:照)?每")),
)  # fmt: skip
#: Cues that reach no further than their own clause.
_LOCAL: tuple[tuple[Nature, re.Pattern[str]], ...] = (
    (
        "预计",
        compile_late(
            r"(?<!社会)(?<!市场)预期|将达|将(?=[^，。；]{0,4}(?:达|超|突破|增至|升至|增加到))|可(?=使|减少|提供|实现|带动|安置|达|为|增|吸纳|产|获|节|解决|供|满足|年|收|创)"
        ),
    ),
    ("门槛", compile_late(r"(?:期限|额度|时间)[^，。；]{0,4}最[高长多]达?")),
)
#: What is told behind a cue as done already.
_DONE = compile_late(r"已|完成|建成|[共拥]有|成立|达到|了")
_WAS_DONE = compile_late("已|(?<![为除])了(?!解)|曾")
#: What runs until then is agreed on today: 合同签到2030年，每年租金5万元.
_AGREED = compile_late(
    r"(?:租期|租约|合同|协议[期签]|承包期|期限|有效期|质保期|保修期|使用权|经营权)[^，。；,;]{0,10}\d{4}年"
)
_ACTUAL: Nature = "实际"
_CLAUSE = compile_late(r"[,，;；:：]")
_PURPOSE = compile_late(
    r"\s*[“]?(?:为(?!期)|围绕|按照|根据|聚焦|瞄准|紧扣|对照|对标|立足|依据|朝着|随着)"
)
_RELATIVE = compile_late(r"^(?:的|及)|^[^\W\d_]{0,4}的")
_REACHED = compile_late(r"(?:完成|实现|达到|兑现)了[^，。；,;]*$|(?:完成|成)$")
#: What stands before the bound of a class: 担保金额超过1亿元的县.
_CLASSED = compile_late(
    r"(?:对|凡|年收入|投资|收入|面积|规模|人口|人数|户数|金额|产值)$|(?:对|凡)[^,，。]{0,12}$"
)
#: What follows a number that a rule sets: 每天1.9美元的贫困标准.
_STANDARD_AFTER = compile_late(r"^的[^,，。；;、]{0,6}(?:标准(?!化)|贫困线|门槛|上限|下限)")
#: 30户以上村民组, 20万人口及以上的城市: as many or more make a class.
_CLASS_AFTER = compile_late(
    r"^(?:及以上)?的?[^，。；、的\d]{0,3}(?:县份?|村民组|村|乡镇|城市|企业|学校|医院)"
)
_SHARES = ("%", "个")
_COUNTED = ("个", "家", "人", "户", "所", "件", "项", "次", "人次")
#: What is supposed is told within so many clauses: 如果不外销，将…
_SUPPOSING = ("如果", "要是", "假如")
_SUPPOSED = 3
_TASK_AFTER = compile_late(r"^[^,，。;；]{0,14}(?:目标任务|任务目标|目标|(?<!完成)任务(?!的|完成))")


@dataclass(frozen=True, slots=True)
class Told:
    """A figure's nature, and what speaks for it."""

    nature: Nature
    evidence: tuple[str, ...]


def find_nature(before: str, after: str, bound: str, unit: str) -> Told:
    """Return the nature of a figure from its sentence before and its clause after it.

    A bound before 的 names a class and no result: 对投资5000万元以上的重点项目.
    """
    if bound in (">=", "<=") and _CLASS_AFTER.match(after) and unit not in _SHARES:
        return Told("门槛", ("class",))
    if bound in (">=", "<=") and after.startswith("的") and before.endswith("的"):
        return Told("门槛", ("class",))
    if bound != "=" and _RELATIVE.match(after) and _names_class(before, bound, unit):
        return Told("门槛", ("class",))
    if _STANDARD_AFTER.match(after):
        return Told("门槛", ("class",))
    if _TASK_AFTER.match(after) and not _REACHED.search(before):
        return Told("目标", ("task",))
    last = None
    for cue in _list_cues(before):
        # 预计到年底，九成的村将出列: what is to be is still a forecast.
        if last is None or not (last.nature == "预计" and cue.word == "将"):
            last = cue
    if last is None:
        return Told(_ACTUAL, ("none",))
    return Told(last.nature, tuple(_find_evidence(last, before)))


def look_ahead(told: Told, before: str, dates: PeriodDates | None, day: datetime.date) -> Told:
    """Return the nature of a figure by its period: what is told of days to come is aimed at.

    A cue in its sentence, or what says that it was done or runs already, counts more.
    """
    first, last = dates or (None, None)
    if last is None or last <= day or (first is not None and last.year == day.year):
        return told
    if told.nature in ("目标", "预计"):
        return Told(told.nature, ("ahead",))
    has_begun = first is not None and first <= day
    is_told = has_begun or _WAS_DONE.search(before) or _AGREED.search(before)
    return told if is_told or told.evidence != ("none",) else Told("目标", ("ahead",))


@dataclass(frozen=True, slots=True, order=True)
class _Cue:
    start: int
    order: int
    nature: Nature
    word: str


def _list_cues(before: str) -> list[_Cue]:
    """Return the cues of a sentence in order, but for those that say only what for."""
    own = max((match.end() for match in _CLAUSE.finditer(before)), default=0)
    item = max(before.rfind("；"), before.rfind(";"), 0)
    characters = frozenset(before)
    found: dict[int, _Cue] = {}
    for order, (nature, pattern) in enumerate((*CUES, *_LOCAL)):
        if not may_find(pattern, characters):
            continue
        local = own if order >= len(CUES) else item if nature == "预计" else 0
        for match in pattern.finditer(before, local):
            clauses = len(_CLAUSE.findall(before, match.end())) if match[0] in _SUPPOSING else 0
            if clauses < _SUPPOSED and not _is_aside(before, match.start(), own):
                found.setdefault(match.start(), _Cue(match.start(), order, nature, match[0]))
    return sorted(found.values())


def _find_evidence(cue: _Cue, before: str) -> Iterator[str]:
    """Yield what is known of the cue that decides."""
    yield cue.nature
    said = before[cue.start + len(cue.word) :]
    clauses = len(_CLAUSE.findall(said))
    yield from (f"{cue.nature} over {n} clauses" for n in (0, 1, 2) if clauses > n)
    if "；" in said or ";" in said:
        yield f"{cue.nature} item"
    if _DONE.search(said):
        yield f"{cue.nature} done"


def _is_aside(before: str, at: int, own: int) -> bool:
    """Tell whether a cue stands in a clause that says only what for: 围绕脱贫目标，建房30套."""
    start = max((match.end() for match in _CLAUSE.finditer(before, 0, at)), default=0)
    return at < own and _PURPOSE.match(before, start) is not None


def _names_class(before: str, bound: str, unit: str) -> bool:
    # 对600多家企业: so many are counted, and make no class.
    is_counted = bound in ("<", ">") and unit in _COUNTED and before.endswith("对")
    is_bound = bound in (">=", "<=", "<", ">")
    return is_bound and not is_counted and _CLASSED.search(before) is not None
