"""An archive with more villages, people, authors, issues and articles than pages can hold each."""

import datetime
import itertools
from pathlib import Path

from tests.sites.small_site import build_site, write_content

ARTICLES = 165
#: Of so many villages the text says where they are.
KNOWN_VILLAGES = 20
SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗"
GIVEN = "文武东春海波国平建明"
CROPS = ("茶叶", "核桃", "烤烟", "黄姜", "魔芋", "香菇", "柑橘", "油茶")
#: What is built on a base, and what the long article tells of.
BASED = CROPS[:6]
NAMES = ["".join(name) for name in itertools.product(SURNAMES, GIVEN, "华强")]


def build_large_site(folder: Path, **settings: object) -> Path:
    """Build it; returns the output folder."""
    articles = {f"{number:03}.md": write_article(number) for number in range(ARTICLES)}
    articles["long.md"] = write_long_article()
    return build_site(write_content(folder, articles), folder / "output", **settings)


def write_long_article() -> str:
    """Write one of so many words and figures that it stands on several pages."""
    head = "---\ntitle: 石潭县的长篇\n---\n"
    told = [
        f"## 第{number}节\n\n石潭县种{crop}{number + 7}亩。{'说到这里还有许多话。' * 40}"
        for number, crop in enumerate(BASED * 4, 1)
    ]
    return "\n\n".join([head, *told, "最后一段说到骆驼湾。", ""])


def write_article(number: int) -> str:
    """Write one of the articles: all of one county, every fifth also by the same author."""
    day = datetime.date(2019, 1, 1) + datetime.timedelta(4 * number)
    name, others = NAMES[number], ["  - {name: 陈善刚, role: 记者}"] if number % 5 == 0 else []
    village = f"{name[1:]}{name[0]}村"
    acres = [f"{crop}{number + 100 * place + 7}亩" for place, crop in enumerate(CROPS)]
    bases = [f"{crop}基地{number + place + 3}个" for place, crop in enumerate(BASED)]
    lines = [
        "---",
        f"title: 第{number}号茶园",
        f"date: {day}",
        "newspaper: 康宁日报",
        "counties: [浔滨区]",
        f"villages: [{village}]",
        "topics: [产业扶贫]",
        "authors:",
        f"  - {{name: {name}, role: 通讯员}}",
        *others,
        "people:",
        f"  - {{name: {NAMES[-1 - number]}, role: 公职, public: true}}",
        "---",
        "",
        f"{'浔滨区褚坝镇' if number < KNOWN_VILLAGES else ''}{village}办起第{number}号茶园。",
        "",
        f"浔滨区种植{'，'.join(acres)}。",
        "",
        f"浔滨区建成{'，'.join(bases)}。",
    ]
    return "\n".join([*lines, ""])
