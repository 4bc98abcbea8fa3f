"""Names of villages: where 骆驼村 begins, and that 贫困村 is none.

A village's name has no mark at its front. It is sure right after its town (中原镇骆驼村), or
when the gazetteer has it, or when a word that leads in to places stands before it (来到西山村)
and it ends as villages' names do (沟, 坪, 湾 …).
"""

import re
from bisect import bisect_right, insort
from collections.abc import Iterable
from dataclasses import dataclass

from plugins.chinese.characters import HAN
from plugins.chinese.expressions import compile_late
from plugins.subjects.mentions.passages import Passage
from plugins.subjects.tables.words import Words

HEAD = compile_late(r"村|社区|嘎查")
HAN_RUN = compile_late(f"[{HAN}]+$")
LONGEST_STEM = 6
#: Stems that say what kind of village, or which of several, but name none.
KIND = compile_late(
    r"(?:贫困|行政|示范|建制|自然|重点|所在|移民|文明|生态|旅游|试点|帮扶|包抓|包联|联系|结对|出列|摘帽|退出|"
    r"一般|先进|后进|薄弱|空壳|空心|城中|城郊|偏远|边远|邻近|附近|相邻|周边|当地|中心|专业|特色|标杆|样板|模范|"
    r"小康|平安|卫生|森林|传统|古|老|新型|搬迁|安置|城镇|农村|美丽乡|乡|农|山|渔|新|全|各|该|本|我|此|每|某|"
    r"哪|这|那|整|逐|驻|进|入|下|到|回|离|出|返|爱|治|强|富|兴|百|千|万|数|几|两|多|余|个|些|邻|外|同|镇|县|区|市|省|"
    r"[0-9０-９])$"
)
NUMBER = compile_late(r"第?[0-9０-９〇零一二三四五六七八九十百千两几数多余]+[个大]?$")
FUNCTION = compile_late(r"[的了着等及与把被将为对从向在到是有以其这那此我你他她们各每个该]")
#: 村 as part of the following word.
HEAD_ELSEWHERE = compile_late(r"村(?:级|庄|寨|镇|落|企|容|规|史|官|頭|头|子|志|晚|超|BA)")
#: Words of a village's own people and offices: they follow any stem, named or not (带领村民).
OWN_PEOPLE = compile_late(r"村(?:民|干部|组|集体|两委|“两委”|医|里|上|内|道|口|务|情|风)")
#: Words of a place's name, at the end of its stem.
TOPONYM = compile_late(
    r"(?:湾|坪|沟|河|坝|山|岭|梁|垭|庙|营|院|桥|溪|滩|口|店|寨|塘|园|冲|岩|碥|扁|槽|峡|庄|堰|泉|池|台|坡|坎|"
    r"垭|峪|铺|关|寺|观|堡|洞|潭|井|畈|岗|家|屋|房|场|街|树|包|嘴|咀|坑|田|川|川|源|龙|凤|阳|阴|安|兴|丰|星)$"
)
#: Parts of speech that lead in to a name: they are not part of it.
LEADING_TAGS = frozenset({"v", "p", "c", "u", "ul", "uj", "uz", "ud", "d", "r", "m", "q", "f", "y"})


@dataclass(frozen=True)
class VillageName:
    """A village's name in a passage, from `start` to `end` (村 or 社区 included)."""

    start: int
    end: int
    name: str


def find_village_names(
    passage: Passage, place_ends: Iterable[int], known: frozenset[str], words: Words
) -> list[VillageName]:
    """Return the names of villages in reading order.

    `place_ends` are the offsets where names of towns and counties end; `known` are the
    gazetteer's villages.
    """
    found: list[VillageName] = []
    ends = sorted(place_ends)
    for head in HEAD.finditer(passage.text):
        floor = found[-1].end if found else 0
        behind = bisect_right(ends, head.start())
        anchor = ends[behind - 1] if behind and ends[behind - 1] >= floor else None
        name = _name_before(passage, head, max(floor, anchor or 0), anchor, known, words)
        if name:
            found.append(name)
            insort(ends, _list_joint(passage.text, name.end))
    return found


def _list_joint(text: str, end: int) -> int:
    """Return where the next village of a list begins (宽坪村、迎新村和同心村), or the end."""
    return end + 1 if text[end : end + 1] in {"、", "和", "及", "与"} else end


def _name_before(
    passage: Passage,
    head: re.Match[str],
    floor: int,
    anchor: int | None,
    known: frozenset[str],
    words: Words,
) -> VillageName | None:
    run = HAN_RUN.search(passage.text, max(floor, head.start() - 14), head.start())
    if not run or HEAD_ELSEWHERE.match(passage.text, head.start()):
        return None
    start = run.start()
    is_anchored = anchor is not None and start in (anchor, anchor + 1)
    if is_anchored and passage.text[start] == "的":
        start += 1
    elif is_anchored and start != anchor:
        is_anchored = False
    stem = passage.text[start : head.start()]
    if is_anchored and _is_anchored_stem(passage, stem, head, known, words):
        return VillageName(start, head.end(), stem + head[0])
    if head[0] == "社区":
        return None
    return _known_name(passage, head, start, known) or _led_in_name(passage, head, start, words)


def _is_anchored_stem(
    passage: Passage, stem: str, head: re.Match[str], known: frozenset[str], words: Words
) -> bool:
    if stem + head[0] in known and not KIND.fullmatch(stem):
        return True
    if not 1 <= len(stem) <= LONGEST_STEM - 2 or not _is_proper(stem):
        return False
    if _is_people(passage, head) and not TOPONYM.search(stem):
        return False
    return not any(words.tag(word) in LEADING_TAGS for word in words.cut(stem) if len(word) > 1)


def _is_proper(stem: str) -> bool:
    return not (KIND.search(stem) or NUMBER.match(stem) or FUNCTION.search(stem))


def _is_people(passage: Passage, head: re.Match[str]) -> bool:
    return bool(OWN_PEOPLE.match(passage.text, head.start()))


def _known_name(
    passage: Passage, head: re.Match[str], floor: int, known: frozenset[str]
) -> VillageName | None:
    for start in range(max(floor, head.start() - LONGEST_STEM), head.start() - 1):
        name = passage.text[start : head.end()]
        stem = name[: -len(head[0])]
        if name not in known or KIND.fullmatch(stem) or NUMBER.fullmatch(stem):
            continue
        if passage.is_boundary(start) and not _is_people(passage, head):
            return VillageName(start, head.end(), name)
    return None


def _led_in_name(
    passage: Passage, head: re.Match[str], floor: int, words: Words
) -> VillageName | None:
    """Return the name after the last leading word: 走访慰问了|西山村."""
    if not passage.is_boundary(head.start()) or _is_people(passage, head):
        return None
    start = head.start()
    for word in reversed(words.cut(passage.text[floor : head.start()])):
        if words.tag(word) in LEADING_TAGS:
            break
        start -= len(word)
    else:
        if floor and passage.text[floor - 1 : floor] not in set("，,。、；;：:“‘（( \u3000"):
            return None
    stem = passage.text[start : head.start()]
    is_name = 2 <= len(stem) <= 3 and _is_proper(stem) and TOPONYM.search(stem)
    return VillageName(start, head.end(), stem + head[0]) if is_name else None
