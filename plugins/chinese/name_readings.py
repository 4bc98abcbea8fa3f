"""How names are read: surnames have readings of their own (曾 is zeng, 单 shan, 查 zha).

The surnames' readings are those of the 现代汉语词典; all else is pypinyin's (MIT).
"""

import re
from collections.abc import Collection

from plugins.chinese.expressions import compile_late
from plugins.chinese.words.reading_table import load_readings

#: Surnames that are read otherwise than the character mostly is.
SURNAMES = {
    "万俟": ("mo", "qi"), "尉迟": ("yu", "chi"), "长孙": ("zhang", "sun"), "澹台": ("tan", "tai"),
    "令狐": ("ling", "hu"), "单于": ("chan", "yu"), "宿": ("su",), "曾": ("zeng",), "单": ("shan",),
    "解": ("xie",), "仇": ("qiu",), "查": ("zha",), "区": ("ou",), "朴": ("piao",), "盖": ("ge",),
    "员": ("yun",), "缪": ("miao",), "冼": ("xian",), "洗": ("xian",), "折": ("she",),
    "黑": ("he",), "秘": ("bi",), "逄": ("pang",), "覃": ("qin",), "翟": ("zhai",), "句": ("gou",),
    "祭": ("zhai",), "召": ("shao",), "种": ("chong",), "牟": ("mu",), "谌": ("chen",),
    "任": ("ren",), "华": ("hua",), "过": ("guo",), "葛": ("ge",), "宁": ("ning",), "燕": ("yan",),
    "纪": ("ji",), "车": ("che",), "隗": ("wei",), "阚": ("kan",), "盛": ("sheng",),
    "应": ("ying",), "相": ("xiang",), "乐": ("yue",), "重": ("chong",), "尹": ("yin",),
    "都": ("du",), "那": ("na",), "卜": ("bu",), "曲": ("qu",), "藏": ("zang",), "降": ("jiang",),
    "强": ("qiang",), "石": ("shi",), "教": ("jiao",), "便": ("pian",), "晁": ("chao",),
}  # fmt: skip
#: The name of a village of one family: 单家坝, 查家沟村.
_FAMILY = compile_late(f"(?:{'|'.join(SURNAMES)})家[村庄沟坝湾坪院山梁河营寨岭堡塘砭垭坡]")


def read_text(text: str) -> list[str]:
    """Return how a text is read: a syllable a Chinese character, other stretches as they are."""
    return load_readings().read(text)


def read_name(name: str) -> list[str]:
    """Return how the name of a person is read."""
    for surname in (name[:2], name[:1]):
        if surname in SURNAMES and len(name) > len(surname):
            return [*SURNAMES[surname], *read_text(name[len(surname) :])]
    return read_text(name)


def read_with_names(text: str, people: Collection[str] = ()) -> list[str]:
    """Return how a text is read in which these people, or villages of one family, are named."""
    if not people and "家" not in text:
        return read_text(text)
    longest_first = sorted(filter(None, set(people)), key=lambda name: (-len(name), name))
    names = re.compile("|".join([*map(re.escape, longest_first), _FAMILY.pattern]))
    syllables: list[str] = []
    end = 0
    for found in names.finditer(text):
        syllables += [*read_text(text[end : found.start()]), *read_name(found[0])]
        end = found.end()
    return syllables + read_text(text[end:])
