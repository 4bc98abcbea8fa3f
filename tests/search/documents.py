"""Documents that the tests of the search index."""

import datetime
import random
from functools import lru_cache

from plugins.search.corpus.documents import SearchDocument
from plugins.search.corpus.folding import fold_text

_WORDS = " ".join(
    (
        "浔滨区 桐阳县 石潭 平达 贫困户 贫困 脱贫攻坚 脱贫 产业 产业园 毛绒玩具 玩具厂 易地搬迁",
        "搬迁 安置 社区 工厂 就业 增收 合作社 茶叶 核桃 驻村 工作队 干部 群众 的 了 在 和 把 是",
        "发展 项目 资金 万元 8.46亿元 2000 15% PM2.5 1~8月 2018-2019 县域 空气质量 好转 目标 任务",
        "完成 建设 道路 饮水 安全 医疗 教育 帮扶 技术 培训",
    )
).split()

#: What generated sentences do not have: odd characters, widths, joins, lengths.
_ODD_BODIES = (
    "五招+五单，8:30开会。全县１２３４户，ＡＢＣ公司。“三比一提升”工作——综述",
    "𠮷野家在浔滨𠮷开业。𠮷𠮷𠮷。乾隆潯江（潯濱）。Hello World of WeChat。",
    "",
    "山",
    "贫困贫困贫困贫困贫困" * 40,
    "第一段落\n第二段落\r\n第三段落\t制表　全角空格",
    "１~８月，PM2.5平均浓度由1~8月的35微克/立方米下降到31微克/立方米",
    "a" * 300 + "浔滨" + "1" * 300,
)


def make_documents(count: int = 180, seed: int = 3) -> list[SearchDocument]:
    """Return documents whose words and dates repeat, and some odd ones."""
    chance = random.Random(seed)  # noqa: S311 - the same documents every time
    documents = [_make_document(chance, number) for number in range(count)]
    for number, body in enumerate(_ODD_BODIES):
        documents.append(
            SearchDocument(url=f"articles/odd-{number}.html", title=f"特例{number}", body=body)
        )
    return documents


def _make_document(chance: random.Random, number: int) -> SearchDocument:
    def sentence() -> str:
        return "".join(chance.choices(_WORDS, k=chance.randint(4, 14)))

    body = "。".join(sentence() + "，" + sentence() for _ in range(chance.randint(1, 14)))
    return SearchDocument(
        url=f"articles/page-{number % 7}-{number}.html",
        title=sentence()[:20],
        byline=f"通讯员 {chance.choice('张王李陈')}{chance.choice('伟芳静强')}",
        body=body.replace("。", "。\n", 2),
        date=datetime.date(2016 + number % 5, 1 + number % 12, 1) if number % 6 else None,
        date_label="" if number % 6 else "日期不详",
        counties=(chance.choice(("浔滨区", "桐阳县", "石潭县")),),
        topics=tuple(chance.sample(("产业扶贫", "教育扶贫", "党建"), k=chance.randint(0, 2))),
        column="经济快讯" if number % 4 == 0 else None,
        kind=chance.choice(("消息", "人物通讯", "工作通讯")),
    )


def scan_documents(documents: list[SearchDocument], run: str) -> set[str]:
    """Return the addresses of the documents in which a naive scan finds a run."""
    folded = _fold(run)
    return {
        d.url for d in documents if any(folded in _fold(t) for t in (d.title, d.byline, d.body))
    }


#: The same texts are scanned for hundreds of runs.
_fold = lru_cache(maxsize=5000)(fold_text)
