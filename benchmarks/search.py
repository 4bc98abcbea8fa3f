"""Measures the search: `python -m benchmarks.search [ARTICLES]` prints a table.

An archive of generated news (search_news.py) is indexed and asked: fixed queries, and random
substrings whose true results a naive scan knows.
"""

import gzip
import json
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.table import Table

from benchmarks.search_news import generate_news
from plugins.bundles import bundle_theme
from plugins.search.build import SearchReport, build_search
from plugins.search.documents import SearchDocument
from plugins.search.folding import fold_text, is_word_character

HERE = Path(__file__).parent
THEME = HERE.parent / "theme" / "static"
#: What readers of such an archive ask for, the commonest words of all included.
QUERIES = (
    "贫困", "脱贫", "脱贫攻坚", "贫困户", "中国", "工作", "发展", "汉滨区", "旬阳县", "毛绒玩具",
    "易地搬迁", "产业扶贫 汉滨区", "合作社", "8.46亿元", "1~8月", "2018-2019", "王伟", "标题:汉滨",
    "县:汉滨区 贫困", "贫困 -汉滨", "茶叶 核桃", "社区工厂", "驻村工作队", "\"脱贫攻坚\"", "hanbin",
    "tuopin", "漢濱", "三千", "五招+五单", "春节联欢晚会", "全面建成小康社会", "人民", "学校", "的",
)  # fmt: skip
SUBSTRINGS = 200
RECALL_SUBSTRINGS = 1000


@dataclass(frozen=True)
class Build:
    """A built index and what building it took."""

    report: SearchReport
    seconds: float
    peak: int


def draw_substrings(documents: Sequence[SearchDocument], count: int, longest: int) -> list[str]:
    """Draw runs of characters from random articles, of 2 (or, to 12, of 1) characters and more."""
    chance = random.Random(5)  # noqa: S311 - the same runs every time
    runs: list[str] = []
    while len(runs) < count:
        body = chance.choice(documents).body
        start = chance.randrange(len(body))
        size = chance.randint(2 if longest <= 8 else 1, longest)
        run = body[start : start + size]
        if len(run) == size and all(is_word_character(c) for c in fold_text(run)):
            runs.append(run)
    return runs


def measure_build(documents: Sequence[SearchDocument], folder: Path) -> Build:
    """Index the documents; the peak is of this process and its largest child, in MB."""
    start = time.perf_counter()
    report = build_search(documents, folder)
    seconds = time.perf_counter() - start
    kinds = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    return Build(report, seconds, max(resource.getrusage(k).ru_maxrss for k in kinds) // 1024)


def ask(folder: Path, step: str, calls: Sequence[tuple[str, dict[str, int]]]) -> list[Any]:
    """Ask the index in Node.js as a browser would (search_queries.mjs)."""
    done = subprocess.run(  # noqa: S603 - our own script
        ["node", str(HERE / "search_queries.mjs")],  # noqa: S607 - wherever the machine has it
        input=json.dumps({"folder": str(folder), "step": step, "calls": calls}),
        capture_output=True,
        text=True,
        check=True,
    )
    answers: list[Any] = json.loads(done.stdout)
    return answers


def measure_recall(documents: Sequence[SearchDocument], folder: Path) -> tuple[float, float]:
    """Return the share of true results found, and of queries with no wrong result."""
    runs = draw_substrings(documents, RECALL_SUBSTRINGS, 12)
    texts = [(d.url, fold_text("\n".join((d.title, d.byline, d.body)))) for d in documents]
    wanted = [{url for url, text in texts if fold_text(run) in text} for run in runs]
    options = {"limit": len(documents), "passages": 0}
    found = [set(urls) for urls in ask(folder, "find", [(f'"{run}"', options) for run in runs])]
    hits = sum(len(a & b) for a, b in zip(wanted, found, strict=True))
    exact = sum(b <= a for a, b in zip(wanted, found, strict=True))
    return hits / sum(map(len, wanted)), exact / len(runs)


def percentile(values: Sequence[float], share: float) -> float:
    """Return the value below which `share` of the values are."""
    return sorted(values)[min(len(values) - 1, int(share * len(values)))]


def spread(answers: Sequence[dict[str, Any]], step: str, key: str, scale: float = 1) -> list[str]:
    """Return mean, 95th percentile and maximum of what a step of each answer took."""
    values = [answer[step][key] / scale for answer in answers]
    return [
        f"{value:.1f}"
        for value in (sum(values) / len(values), percentile(values, 0.95), max(values))
    ]


def packed_script() -> int:
    """Return the bytes of the search page's script as a host sends it."""
    files = bundle_theme(THEME)
    name = next(name for name in files if name.startswith("js/search-page"))
    return len(gzip.compress(files[name], 6))


def print_table(
    build: Build, answers: Sequence[dict[str, Any]], recall: tuple[float, float]
) -> None:
    """Print what was measured."""
    script = packed_script()
    table = Table("", "mean", "p95", "max", title="搜索")
    first = spread(answers, "first", "bytes", 1000)
    whole = [f"{float(value) + script / 1000:.1f}" for value in first]
    table.add_row(f"first search, KB with {script / 1000:.1f} KB of code", *whole)
    table.add_row("second search, KB", *spread(answers, "second", "bytes", 1000))
    table.add_row("requests of a first search", *spread(answers, "first", "requests"))
    table.add_row("dependent round trips", *spread(answers, "first", "waves"))
    table.add_row("warm search, ms", *spread(answers, "warm", "milliseconds"))
    console = Console()
    console.print(table)
    report = build.report
    console.print(
        f"{report.documents} articles, {report.characters / report.documents:.0f} characters each, "
        f"cut by {report.engine}: {build.seconds:.1f} s, peak {build.peak} MB a process, "
        f"{report.size / 1e6:.1f} MB in {report.files} files; recall {recall[0]:.4f}, "
        f"literal rightly {recall[1]:.4f}"
    )


def describe(pair: tuple[dict[str, Any], str]) -> str:
    """Return one query with what it took."""
    answer, query = pair
    kilobytes, time_taken = answer["first"]["bytes"] / 1000, answer["warm"]["milliseconds"]
    return f"{query} ({kilobytes:.1f} KB, {time_taken:.0f} ms)"


@click.command()
@click.argument("articles", type=int, default=10_000)
def main(articles: int) -> None:
    """Index generated news and print how it is searched."""
    documents = list(generate_news(articles))
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary) / "search"
        build = measure_build(documents, folder)
        queries = [*QUERIES, *draw_substrings(documents, SUBSTRINGS, 8)]
        answers = ask(folder, "measure", [(query, {}) for query in queries])
        worst = sorted(zip(answers, queries, strict=True), key=lambda a: -a[0]["first"]["bytes"])
        print_table(build, answers, measure_recall(documents, folder))
        slowest = sorted(worst, key=lambda a: -a[0]["warm"]["milliseconds"])
        for title, pairs in (("most bytes", worst), ("slowest", slowest)):
            sys.stdout.write(f"{title}: {'; '.join(map(describe, pairs[:6]))}\n")


if __name__ == "__main__":
    main()
