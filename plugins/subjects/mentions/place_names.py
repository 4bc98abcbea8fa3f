"""Names of places as they stand in a text: which strings are names, and not parts of other words.

What a name means, and whether the whole article is about this prefecture, is settled later.
"""

from plugins.chinese.expressions import compile_late
from plugins.subjects.mentions.passages import Candidate, Passage
from plugins.subjects.tables.names import Names
from plugins.subjects.tables.places import County, Region, Town

#: Words after a county's short name that make it another name: streets, waters, brands, people.
OTHER_NAME = compile_late(
    r"(?:镇|乡|村|路|街|巷|大街|大道|河|湖|江|水|山|桥|大桥|坝|峡|沟|湾|池|塘|洞|寺|观|庙|阁|庵|里|园|"
    r"流域|上游|下游|两岸|河畔|湿地|真人|先生|道人|道长|公园|花园|小区|广场|大厦|酒店|宾馆|饭店|商贸|牌)$"
)
#: Words that may follow a town's name yet begin with the name's last character.
TOWN_ENDING_ELSEWHERE = compile_late(r"镇[压静定痛]|镇守(?![护望])")
#: 办 as a verb (办公, 办理, 办起 …), not as the short form of 办事处.
OFFICE_AS_VERB = compile_late(r"办[公理学证起好了成完案实结事厂班校得不法]")
NUMERAL = compile_late(r"[0-9〇一二三四五六七八九十百千]$")
#: A county, district or city that is not of this gazetteer, standing right before a name.
ADMINISTRATIVE = compile_late(r".{2,}(?:县|区|市|州|盟|旗)$")
GENERIC_BEFORE = compile_late(r"[全该我本各某整贵一两几老新旧山城市郊小大外县这那园社地库灾景片]$")
SPEECH = compile_late(r"(?:[，,：:]|说|表示|介绍|告诉|感慨|坦言|笑)")
LONGEST_NAME = 14
#: Words of one character that join a name to what is before.
JOINING = frozenset("和与及同从到在向对")
#: What ends a town's name, and may begin a county's (镇坪).
TOWN_ENDS = frozenset("镇乡县区市")
SHORTEST_TOWN = 2
#: Tags of words that may be a name: nouns of all kinds, and what the dictionary does not have.
NAMING_TAGS = frozenset({"n", "j", "i", "l", "a", ""})


def find_names(passage: Passage, names: Names) -> list[Candidate]:
    """Return the names of counties, towns and zones in reading order, longest first, disjoint."""
    found: list[Candidate] = []
    at = 0
    while head := names.gazetteer.form_heads.search(passage.text, at):
        candidate = _name_at(passage, head.start(), names, found[-1].end if found else 0)
        if candidate:
            found.append(candidate)
        at = candidate.end if candidate else head.start() + 1
    return found


def _name_at(passage: Passage, start: int, names: Names, previous: int) -> Candidate | None:
    for end in range(min(len(passage.text), start + LONGEST_NAME), start + 1, -1):
        printed = passage.text[start:end]
        places = names.gazetteer.forms.get(printed, ())
        kept = tuple(p for p in places if _stands_free(passage, start, end, p, names, previous))
        if kept:
            return Candidate(passage.block, start, end, printed, kept)
    return None


def _stands_free(
    passage: Passage, start: int, end: int, place: Region, names: Names, previous: int
) -> bool:
    if isinstance(place, County):
        if passage.text[start:end] != place.stem:
            return True
        return _is_county_stem(passage, start, end, place, names)
    if isinstance(place, Town):
        return _is_town_name(passage, start, end, names, follows_name=previous == start > 0)
    return True


def _is_county_stem(passage: Passage, start: int, end: int, county: County, names: Names) -> bool:
    if not (_begins_free(passage, start) and passage.is_boundary(end)):
        return False
    if _ends_a_town(passage, start, names):
        return False
    if any(_covers(passage.text, phrase, start, end) for phrase in county.not_in):
        return False
    if OTHER_NAME.match(passage.word_after(end)):
        return False
    if county.shared and is_elsewhere(passage.word_before(start), names):
        return False
    return not _is_given_name(passage, start, end, names)


def _begins_free(passage: Passage, start: int) -> bool:
    """Whether a word begins here, or one is only made with a joining word before: 和|平利老乡."""
    return passage.is_boundary(start) or (
        passage.text[start - 1] in JOINING and passage.is_boundary(start - 1)
    )


def _ends_a_town(passage: Passage, start: int, names: Names) -> bool:
    """Whether the first character belongs to a town's name before: 乌龙镇|坪子村 has no 镇坪."""
    before = passage.word_before(start)
    if passage.text[start] not in TOWN_ENDS or len(before) < SHORTEST_TOWN:
        return False
    is_area = before in names.gazetteer.area or before in names.gazetteer.forms
    return not is_area and names.words.tag(before)[:1] in NAMING_TAGS


def _covers(text: str, phrase: str, start: int, end: int) -> bool:
    first = text.find(phrase, max(0, end - len(phrase)), start + len(phrase))
    return 0 <= first <= start and first + len(phrase) >= end


def _is_given_name(passage: Passage, start: int, end: int, names: Names) -> bool:
    """Whether the name is somebody's given name: 朱紫阳说, 村民李平利."""
    surname = passage.word_before(start)
    if len(surname) != 1 or surname in JOINING or surname not in names.surnames:
        return False
    before = passage.word_before(start - 1)
    role = before.endswith(("民", "户", "人", "记", "任", "长", "师", "员", "生"))
    return role or bool(SPEECH.match(passage.text, end) and not before.isalnum())


def is_elsewhere(word: str, names: Names) -> bool:
    """Whether the word is a province, prefecture or county that is none of ours.

    Provinces and prefectures come from a table; counties and cities from jieba's dictionary.
    """
    if word in names.elsewhere or (word[:-1] in names.elsewhere and word[-1] in "省市"):
        return True
    is_county = len(word) > 2 and word[-1] in "县区市州" and names.words.tag(word) == "ns"
    return is_county and word not in names.gazetteer.forms and word not in names.gazetteer.area


def _is_town_name(
    passage: Passage, start: int, end: int, names: Names, *, follows_name: bool
) -> bool:
    text = passage.text
    if TOWN_ENDING_ELSEWHERE.match(text, end - 1) or OFFICE_AS_VERB.match(text, end - 1):
        return False
    if follows_name:
        return True
    if not passage.is_boundary(start) or NUMERAL.match(text, start - 1, start):
        return False
    return not _follows_other_county(passage, start, names)


def _follows_other_county(passage: Passage, start: int, names: Names) -> bool:
    """Whether a county, district or city that is none of ours stands right before the town."""
    before = passage.word_before(start)
    if is_elsewhere(before, names):
        return True
    if ADMINISTRATIVE.match(before):
        known = before in names.gazetteer.forms or before in names.gazetteer.area
        return not known and not GENERIC_BEFORE.search(before[:-1])
    earlier = passage.text[: start - 1][-1:]
    unknown = before in {"县", "区", "市"} and "一" <= earlier <= "龥"
    return unknown and not GENERIC_BEFORE.search(earlier)
