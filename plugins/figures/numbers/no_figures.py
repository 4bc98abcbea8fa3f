"""Numbers that are no figures: dates, times, ordinals, addresses, codes, names and slogans."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from plugins.chinese.expressions import compile_late
from plugins.chinese.needed_characters import write_heads
from plugins.figures.numbers.periods import Period

_NUM = r"[0-9０-９一二三四五六七八九十百两〇零]"
_CN = r"[一二三四五六七八九十百千两]"

#: The commonest family names (公安部, 2020年全国姓名报告) that open few other words.
_NAMES = (
    "王李张刘陈杨黄赵吴周徐孙朱胡郭何罗郑梁谢宋唐许韩冯邓曹彭曾肖董潘袁蔡蒋杜叶魏苏吕卢姚沈姜崔"
    "谭范汪廖韦贾邹熊孟秦邱"
)

#: Each pattern names what it finds; where a rule has a source it stands beside it.
PATTERNS = (
    # Ordinals and ranks: 第二家, 前十位, 位列第3.
    rf"第{_NUM}{{1,6}}(?:[至到—-]第?{_NUM}{{1,4}})?(?:个|次|届|期|位|名|家|批|产业|季度|轮|年|天|条|项|类|代|所|座|者|人|支|只|分(?:钟|\d{{1,2}}秒)?)?",
    rf"(?<![底末日])(?<!\d月)前{_NUM}{{1,2}}(?:位|名|强|甲|列)|{_NUM}{{2,4}}强|倒数{_NUM}{{1,3}}",
    # But for deadlines: 年底前2000名群众搬入新居.
    rf"(?<![年月日底末])前{_NUM}{{3,5}}(?:位|名|强|甲|列)",
    # Addresses: 5组, 3号楼2单元501室, 316国道; floors and bus lines.
    rf"(?<=[村区会寨庄])(?:第?{_NUM}{{1,3}})(?:村民)?(?:组|社|队)|(?<=[镇乡]){_NUM}{{1,3}}村(?=村民)",
    rf"{_NUM}{{1,3}}(?:组|社)(?=村民|贫困户|群众|的|组长|居民|[，。、,])",
    rf"{_NUM}{{1,5}}(?:号(?!人)|弄|单元(?=\d)|室|级|路(?:公交|、|和|车)|国道|省道|县道|线)",
    rf"{_NUM}{{1,2}}(?:年级|年制|等奖|楼(?!栋))",
    rf"{_CN}期(?:工程|项目|建设|投资|规划|已|于|将|正|全)|{_NUM}{{1,2}}期(?:工程|项目|建设)"
    rf"|{_CN}期[、和与]{_CN}期",
    # What has no head: .5, 12..5; what stands along a road: K123+400; sizes: 3×4米.
    r"\d{1,6}。\d{1,6}(?=[%万亿])|(?<![\w.])\.\d[\d.]{0,9}|\d{1,9}\.{2,3}\d[\d.]{0,9}|[A-Z]{1,2}\d{1,4}\+\d{1,4}(?:\.\d{1,3})?",
    r"\d{1,5}(?:\.\d{1,3})?(?:[×xX*]\d{1,5}(?:\.\d{1,3})?)+(?![\d.])",
    # Codes with letters: PM2.5, G316, 5A, K8次, 5G, DN600, 3.0T, H7N9, B2B.
    r"(?<![A-Za-z])[A-Za-z]{1,6}-?\d{1,9}(?:\.\d{1,4})?(?:[A-Za-z]\d{0,4})?(?:次|号|级|型)?",
    r"\d{1,4}(?:\.\d)?[ADGKPTVWX](?![A-Za-zΩ])(?:级|网络|基站)?",
    r"\d{1,4}次(?=列车|航班|特快|动车|高铁|班列|快车)",
    # Numbers that OCR has put letters into, of which only a part would be read: O.58, l2l6O.
    r"(?<![A-Za-z0-9.])(?=[\d.,]{0,12}[OolI])(?=[OolI.,]{0,12}\d)[\dOolI][\dOolI.,]{1,15}(?![A-Za-z])",
    # Documents, telephones, hotlines, plates: 国发〔2015〕34号, 0915-3211110.
    r"[〔\[【(（]\d{4}[〕\]】)）](?:第?\d{1,5}号)?",
    r"\d{3,4}[-—]\d{7,8}(?:-\d{1,4})?|(?<!\d)1[3-9]\d{9}(?!\d)",
    r"[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Z][·.]?[0-9A-Z]{4,6}",
    # How often a document was printed: （共印80份）.
    r"(?<=[（(]共印)\d{1,6}份(?=[）)])",
    # Scores and ratios: 3:1, 2.78∶1, 3比1. The colon in a time of day goes the same way.
    r"\d{1,4}(?:\.\d{1,3})?[:：∶]\d{1,4}(?:\.\d{1,3})?(?:[:：∶]\d{1,2})?",
    rf"{_NUM}{{1,3}}比{_NUM}{{1,3}}(?![0-9.%％户人亿万])",
    # Times of day: 22时30分, 上午9点半; 24小时值班.
    r"\d{1,2}[时点](?:\d{1,2}分(?:\d{1,2}秒)?|半|整|许|左右)?(?!钟头|代)",
    r"24小时(?=值|在岗|在线|不间断|不打烊|服务|监|巡|轮|坚守|开放|供|全天|随时|待命|运)",
    # A runner's time, and the minute of a game; how long a thing takes is one: 间隔6分30秒.
    r"(?<![\d至为需要仅约近均长隔短了])(?:\d{1,3}小时)?\d{1,3}分\d{1,2}(?:\.\d{1,2})?秒",
    # Degrees of latitude: 北纬32度41分20秒.
    r"(?:(?<=[东西]经)|(?<=[南北]纬))\d{1,3}(?:\.\d{1,6})?[度°](?:\d{1,2}[分′](?:\d{1,2}(?:\.\d{1,2})?[秒″])?)?",
    # Ages, unless statistics (见 quantities.AGE_STATISTIC): 68岁, 87周岁; 90后.
    r"[5-9０]\d后|[５-９][０-９]后|[5-9]0年代|[一二三四五六七八九]\d?0后",
    # Beds by their numbers, of who lies there: 1床、2床的病人; but 增至300床, 120床老人房.
    r"(?<![\d设增达有至到、和])\d{1,3}床(?:[、和]\d{1,3}床){0,9}的?(?:病人|患者|老人)(?![房床院间区楼公专用])",
    # Powers: 10的15次方.
    rf"{_NUM}{{1,3}}次方",
    # How rare a flood is: 50年一遇.
    rf"{_NUM}{{1,4}}年一遇",
    # Years of a reign: 万历十二年, 民国二十一年.
    rf"(?:洪武|永乐|宣德|成化|弘治|正德|嘉靖|隆庆|万历|天启|崇祯|顺治|康熙|雍正|乾隆|嘉庆|道光|咸丰|同治|光绪|宣统|民国)"
    rf"{_NUM}{{1,3}}年间?",
    # Winds and shocks: 3到4级, 6.5级.
    r"\d{1,2}(?:\.\d)?(?:[-~～—至到]{1,2}\d{1,2})?级",
    # Slogans built on numbers: 八个一批, 五个一, 四个意识, 两不愁三保障, 一户一策, 1户1策.
    rf"{_CN}个(?:一(?!百|千|万)|全面|意识|自信|维护|确保|代表|精准|坚持|不|必须|革命|认同|转变|覆盖)"
    r"[批流律样切]?",
    rf"(?:{_CN}[^\W\d_\s]{{1,2}}){{2,4}}(?:保障|工程|行动|活动|机制|模式|协调会|制度|政策)",
    r"1(?P<same>[村户镇人县企])1(?!(?P=same))\w",
    rf"{_CN}个\d(?![\d.毛角元块万])|[三四五六七八九]大(?:员|班子)",
    # A year is none, whatever follows; so is a decade: 2019年13月, 八十年代.
    r"(?<!\d)(?:1[5-9]|20)\d\d年|公元前?\d{1,4}年|[一二三四五六七八九]十年代",
    # Place names that hold a measure: 四亩地镇, 五里镇, 三间房村, 三元村, 三条岭,
    # 二十里铺, 十天高速.
    rf"{_CN}(?:亩|里|间|口|块|眼|站|棵|座|道|河|台)[^\W\d_\s]{{0,2}}?(?:镇|村|乡|街道|社区|组)(?!庄)",
    rf"{_CN}(?:元|家|条|户|门|人|张|根|颗|株|斤)[^\W\d_\s农乡山新老旧渔该全邻小个的]?"
    r"(?:镇|村(?![民办级里内集企])|乡(?![村镇亲土间])|街道(?!办?工)|社区(?!居|干|工)|区(?![级域内间])|桥[头镇])",
    r"[二三四五六七八九十](?:条|道|座|户|间|棵|块)(?:岭|沟|坡|梁|湾|坝|垭|坪|坎|岔|峰|崖|庄|屯|店子|堡子)",
    rf"{_CN}{{1,3}}里(?:铺|店|河|桥|岗|庙|堡|坪|沟|湾|墩|甸)|三门峡|十天(?=高速|线|铁路)"
    r"|三元(?=[里桥宫观庙阁坊洞]|乳|牛奶|食品|朱|牌)",
    # Names of people that hold a measure, behind a title or in a list: 会计王五亩, 村民李四人民币.
    rf"(?:(?<=书记)|(?<=支书)|(?<=会计)|(?<=主任)|(?<=[户长员师生工、和与叫是民]))[{_NAMES}]{_CN}"
    r"(?:元|亩|户|家|斤|块|间|口|人(?=民币)|台|石|盘|本)",
    # Sections of works by their numbers: 36-1标段.
    r"\d{1,3}[-—–－]{1,2}\d{1,3}标段?|\d{1,3}标段",
    # Counts of what the sentence itself lists, and of how often something was held.
    rf"{_NUM}{{1,2}}个?(?:方面|大事)|{_NUM}{{1,2}}件大事|(?<=[近前往历]){_NUM}{{1,2}}届",
    # Names of unions, games, congresses, plans, principles and anniversaries.
    r"(?<=军事|海军|空军|现代)五项|(?<=铁人)三项|五年(?:规划|计划)|[三四五六七八九]项(?:基本)?原则",
    rf"(?:{_CN}|十){{1,2}}国(?:集团|联军)",
    rf"{_CN}{{1,3}}届(?:(?:全国)?(?:人大|政协)|中央|省委|市委|县委)?(?:{_CN}{{1,2}}(?:次(?=[大会全])|中))?",
    r"(?:(?<=新中国)|(?<=共和国)|(?<=改革开放)|(?<=建国|建党|建军|成立|回归|诞辰))(?:\d{2,3}|[二三四五六七八九]十)周?年",
    # 四处 is everywhere when one goes there.
    r"四处(?=[奔打找寻求游借漂张逃躲碰宣飘散流走看讨务])",
    # List numbers at the head of a line: （一）, 1. , 2、.
    r"(?m:^)\s{0,4}(?:[(（][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[.、．](?!\d)|[一二三四五六七八九十]{1,3}、)",
    # Idioms whose number counts nothing.
    r"十里八乡|三天两头|四面八方|五花八门|千家万户|千军万马|千方百计|七上八下|三三两两|三番五次|一五一十|"
    r"十有八九|百分百|(?<![上近数几过])百里|万亩(?=\w{0,4}(?:长廊|画廊))|四通八达|一年四季|四季|五颜六色|七嘴八舌|三言两语|"
    r"几百上千|成百上千|百儿八十|一成不变|一亩三分地|[三两]天打鱼|两天晒网|三人行|半斤八两|三头六臂|三只松鼠|三把火|[二三四]元(?=结构|体制|经济|论|悖论|乙丙|运动|催化)|十年树木|百年树人|[二两]万五千里(?=长征)|张三|李四|王五|王二|赵六|"
    r"双十一|两会|三农|三公|五保|四好|三级|三甲|两委|三支一扶|万元户|百年|千年|千亿级|百亿级",
)
_NO_FIGURE = compile_late("|".join(f"(?:{pattern})" for pattern in PATTERNS))
#: What the patterns begin with: trying them at every character would take twice as long.
_STARTS = compile_late(
    write_heads(
        r"\da-zA-Z一二三四五六七八九十百千两〇零\s",
        ("第前〔\\[【(（" + _NAMES, "\\d" + _NUM[1:-1]),
        ("几成", "百"), ("万", "亩元历"), ("公", "元"), ("半", "斤"), ("倒", "数"), ("双", "十"),
        (r"\.", r"\d"), ("京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼", "A-Z"),
        ("洪永宣成弘正嘉隆天崇顺康雍乾道咸同光民", "武乐德化治靖庆启祯熙正隆光丰绪统国历"),
    )
)  # fmt: skip
#: Names in quotation marks are short, and no sentence; campaign names may be longer.
_QUOTED = compile_late(r"“([^“”]{1,40})”|‘([^‘’]{1,40})’|「([^「」]{1,40})」|『([^『』]{1,40})』")
_TITLE = compile_late(r"《[^《》]{1,60}》|【[^【】]{1,20}】")
_CAMPAIGN = compile_late(
    r"(?:主题|专项|系列)?(?:行动|活动|工程|计划|战略|模式|方案|机制|标准|政策|工作法)"
)
_MEASURED = compile_late(
    r"\d(?:\.\d+)?[万亿千百多余]{0,3}(?:元|块|亩|公里|吨|米|平方米|公斤|斤|%|％|人|户)"
    rf"|(?:[占达超近约]|不[到足])过?{_CN}成"
)
_SENTENCE = compile_late(r"[，。！？；,!?;…]")
NAME_LENGTH = 12

Span = tuple[int, int]


def find_no_figures(text: str, periods: Iterable[Period]) -> tuple[Span, ...]:
    """Return the spans of the text in which no figure may start, sorted and merged.

    `periods` are the text's times.
    """
    spans = list(_find_spans(text))
    spans += [match.span() for match in _TITLE.finditer(text)]
    spans += [match.span() for match in _QUOTED.finditer(text) if _is_name(match, text)]
    spans += [(period.start, period.end) for period in periods]
    return _merged(sorted(spans))


def _find_spans(text: str) -> Iterator[Span]:
    at = 0
    while start := _STARTS.search(text, at):
        match = _NO_FIGURE.match(text, start.start())
        if match:
            yield match.span()
        at = max(match.end(), start.end()) if match else start.end()


def _is_name(match: re.Match[str], text: str) -> bool:
    inside = next(group for group in match.groups() if group is not None)
    if _CAMPAIGN.match(text, match.end()):
        return True
    return (
        len(inside) <= NAME_LENGTH
        and _SENTENCE.search(inside) is None
        and _MEASURED.search(inside) is None
    )


def _merged(spans: Sequence[Span]) -> tuple[Span, ...]:
    merged: list[Span] = []
    for start, end in spans:
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)


def find_end(spans: Sequence[Span], at: int) -> int | None:
    """Return the end of the span that covers this place, or None when none does."""
    index = bisect_right(spans, (at, 1 << 60)) - 1
    if index >= 0 and spans[index][0] <= at < spans[index][1]:
        return spans[index][1]
    return None
