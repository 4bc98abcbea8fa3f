"""A deterministic generator of text with the statistics of Chinese newspaper articles.

Words come from jieba's dictionary with its frequencies. What makes news harder to index than
independent words is that words repeat within an article, that each word has favourite
successors (so that runs of two to five characters recur), and that names and figures are new
each time. search_text.py compares the outcome with real text.
"""

import datetime
import importlib.resources
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from plugins.search.corpus.documents import SearchDocument

COUNTIES: Final = (
    "汉滨区", "旬阳县", "平利县", "石泉县", "紫阳县", "白河县", "宁陕县", "岚皋县", "镇坪县",
    "汉阴县",
)  # fmt: skip
TOPICS: Final = (
    "产业扶贫", "易地搬迁", "就业扶贫", "健康扶贫", "教育扶贫", "生态扶贫", "驻村帮扶",
    "基础设施", "消费扶贫", "社会救助", "乡村治理", "党建",
)  # fmt: skip
COLUMNS: Final = ("经济快讯", "县区新闻", "民生", "党建", "评论")
KINDS: Final = ("简讯", "消息", "人物通讯", "工作通讯", "综述", "评论")
PLACE_WORDS: Final = ("镇", "村", "社区", "合作社", "小学", "产业园")
UNITS: Final = ("万元", "亩", "户", "人", "公里", "元", "个", "吨", "%", "亿元")
SURNAMES: Final = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁"
GIVEN: Final = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰文辉建国志红春梅东海波"
FAVOURITES: Final = 24
#: Words of a sentence.
LONGEST: Final = 38
COLLOCATION: Final = 0.70
BURST: Final = 0.35
NEWEST: Final = datetime.date(2021, 12, 31)

Words = NDArray[np.int32]


@dataclass(frozen=True)
class Language:
    """Words with cumulated probabilities, and for each word its favourite successors."""

    words: tuple[str, ...]
    cumulated: NDArray[np.float64]
    successors: NDArray[np.int32]
    preference: NDArray[np.float64]

    def draw(self, chance: np.random.Generator, shape: tuple[int, ...]) -> Words:
        """Words independent of each other, as frequent as in the dictionary."""
        return np.searchsorted(self.cumulated, chance.random(shape)).astype(np.int32)


def load_language(seed: int = 20) -> Language:
    """Read jieba's dictionary and give every word favourite successors."""
    text = importlib.resources.files("jieba").joinpath("dict.txt").read_text("utf-8")
    rows = [line.split(" ") for line in text.splitlines()]
    words = tuple(row[0] for row in rows)
    # The dictionary's own counts are flatter than any one newspaper's: a power sharpens them.
    weights = np.array([float(row[1]) for row in rows]) ** 1.15
    cumulated = np.cumsum(weights / weights.sum())
    chance = np.random.default_rng(seed)
    successors = np.searchsorted(cumulated, chance.random((len(words), FAVOURITES)) * 0.9999999)
    preference = 1.0 / np.arange(1, FAVOURITES + 1) ** 1.1
    return Language(
        words, cumulated, successors.astype(np.int32), np.cumsum(preference / preference.sum())
    )


def generate_news(count: int, seed: int = 1) -> Iterator[SearchDocument]:
    """Yield `count` articles, the same for the same seed."""
    language = load_language()
    for batch in range(0, count, 250):
        chance = np.random.default_rng((seed, batch))
        for number in range(batch, min(count, batch + 250)):
            yield _write_article(language, chance, number, count)


def _write_article(
    language: Language, chance: np.random.Generator, number: int, count: int
) -> SearchDocument:
    county = COUNTIES[int(chance.beta(1, 2) * len(COUNTIES))]
    sentences = int(np.clip(chance.lognormal(3.22, 0.62), 4, 180))
    favourites = language.draw(chance, (30,))
    words = _write_words(language, chance, favourites, (sentences, LONGEST))
    lengths = chance.integers(14, LONGEST + 1, sentences)
    body = "".join(
        _write_sentence(language, chance, county, words[i, : lengths[i]]) for i in range(sentences)
    )
    # As in any paper: few subjects and kinds are common, and most articles have one subject.
    subjects = chance.beta(0.8, 2.5, 1 + int(chance.random() < 0.35))
    topics = {TOPICS[int(subject * len(TOPICS))] for subject in subjects}
    date = NEWEST - datetime.timedelta(days=int(number * 2500 / count))
    title = county[:-1] + "".join(language.words[i] for i in words[0, 2 : 5 + number % 4])
    return SearchDocument(
        url=f"articles/article-{number:05}.html",
        title=title,
        byline=f"通讯员 {_write_name(chance)} {_write_name(chance)}",
        body=f"本报讯(通讯员 {_write_name(chance)})近日,{body}",
        date=date,
        date_label=f"{date.year}年{date.month}月{date.day}日",
        counties=(county,),
        topics=tuple(sorted(topics)),
        column=COLUMNS[int(chance.integers(0, len(COLUMNS)))] if number % 3 == 0 else None,
        kind=KINDS[int(chance.beta(0.7, 2.2) * len(KINDS))],
        towns=(),
        people=(_write_name(chance),) if number % 4 == 0 else (),
    )


def _write_words(
    language: Language, chance: np.random.Generator, favourites: Words, shape: tuple[int, int]
) -> Words:
    words = language.draw(chance, shape)
    burst = chance.random(shape) < BURST
    skewed = (chance.random(shape) ** 2 * len(favourites)).astype(np.int64)
    words[burst] = favourites[skewed[burst]]
    follows = chance.random(shape) < COLLOCATION
    choice = np.searchsorted(language.preference, chance.random(shape))
    for column in range(1, shape[1]):
        rows = follows[:, column]
        words[rows, column] = language.successors[words[rows, column - 1], choice[rows, column]]
    return words


def _write_sentence(
    language: Language, chance: np.random.Generator, county: str, words: Words
) -> str:
    parts = [language.words[i] for i in words]
    middle = len(parts) // 2
    for end in (len(parts) // 4, middle, len(parts) * 3 // 4):
        parts[end] += ","
    luck = chance.random()
    if luck < 0.25:
        parts[2] = _write_figure(chance)
    if luck > 0.85:
        parts[0] = county + parts[0] + PLACE_WORDS[int(chance.integers(0, len(PLACE_WORDS)))]
    if 0.3 < luck < 0.35:
        parts[3] = _write_name(chance)
    if 0.5 < luck < 0.75:
        parts[middle + 1] = "贫困户" if luck < 0.6 else "脱贫攻坚"
    return "".join(parts) + ("。\n" if luck < 0.2 else "。")


def _write_figure(chance: np.random.Generator) -> str:
    number = int(10 ** (chance.random() * 3.5))
    decimals = f".{int(chance.integers(1, 100))}" if chance.random() < 0.3 else ""
    return f"{number}{decimals}{UNITS[int(chance.integers(0, len(UNITS)))]}"


def _write_name(chance: np.random.Generator) -> str:
    given = "".join(GIVEN[int(i)] for i in chance.integers(0, len(GIVEN), 2))
    return SURNAMES[int(chance.integers(0, len(SURNAMES)))] + given
