"""Measures the search: `python -m benchmarks.search [ARTICLES]` prints tables.

An archive of generated news (search_news.py) is indexed and asked: fixed queries, and random
substrings whose true results a naive scan knows. Where Pagefind's package is installed, it
indexes and answers the same (search_pagefind.py).
"""

import gzip
import multiprocessing
import pickle
import random
import resource
import tempfile
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import click
from rich.console import Console

from benchmarks.search_news import generate_news
from benchmarks.search_node import Build, ask_node
from benchmarks.search_pagefind import ask_pagefind, is_installed, measure_pagefind, write_pages
from benchmarks.search_rebuild import measure_rebuild
from benchmarks.search_table import Measured, list_worst, make_table, tell_growth
from benchmarks.search_text import compare_text
from plugins.output.bundles import bundle_theme
from plugins.search.build import build_search
from plugins.search.corpus.documents import SearchDocument
from plugins.search.corpus.folding import fold_text, is_word_character

THEME = Path(__file__).parents[1] / "theme" / "static"
#: What readers of such an archive ask for, the commonest words of all included.
QUERIES = (
    "贫困", "脱贫", "脱贫攻坚", "贫困户", "中国", "工作", "发展", "汉滨区", "旬阳县", "毛绒玩具",
    "易地搬迁", "产业扶贫 汉滨区", "合作社", "8.46亿元", "1~8月", "2018-2019", "王伟", "标题:汉滨",
    "县:汉滨区 贫困", "贫困 -汉滨", "茶叶 核桃", "社区工厂", "驻村工作队", "\"脱贫攻坚\"", "hanbin",
    "tuopin", "漢濱", "三千", "五招+五单", "春节联欢晚会", "全面建成小康社会", "人民", "学校", "的",
)  # fmt: skip
SUBSTRINGS = 200
RECALL_SUBSTRINGS = 1000

#: Asks an index for a step of search_queries.mjs.
Ask = Callable[[str, Sequence[str]], list[Any]]


@dataclass(frozen=True)
class Questions:
    """What is asked: queries to time, and runs with the addresses of the articles they stand in."""

    queries: list[str]
    runs: list[str]
    wanted: list[set[str]]


def choose_questions(documents: Sequence[SearchDocument]) -> Questions:
    """Choose the same questions for the same documents."""
    runs = draw_substrings(documents, RECALL_SUBSTRINGS, 1, 12)
    texts = [(d.url, fold_text("\n".join((d.title, d.byline, d.body)))) for d in documents]
    wanted = [{url for url, text in texts if fold_text(run) in text} for run in runs]
    return Questions([*QUERIES, *draw_substrings(documents, SUBSTRINGS, 2, 8)], runs, wanted)


def draw_substrings(
    documents: Sequence[SearchDocument], count: int, shortest: int, longest: int
) -> list[str]:
    """Draw runs of word characters from random articles."""
    chance = random.Random(5)  # noqa: S311 - the same runs every time
    runs: list[str] = []
    while len(runs) < count:
        body = chance.choice(documents).body
        start = chance.randrange(len(body))
        size = chance.randint(shortest, longest)
        run = body[start : start + size]
        if len(run) == size and all(is_word_character(c) for c in fold_text(run)):
            runs.append(run)
    return runs


def measure_build(documents: Sequence[SearchDocument], folder: Path) -> Build:
    """Index the documents in a process of its own, so that its memory is the build's alone."""
    file = folder.with_name("documents.pickle")
    file.write_bytes(pickle.dumps(documents))
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(1, mp_context=context) as executor:
        return executor.submit(_build_apart, file, folder).result()


def _build_apart(file: Path, folder: Path) -> Build:
    documents = pickle.loads(file.read_bytes())  # noqa: S301 - written a moment ago
    start = time.perf_counter()
    report = build_search(documents, folder)
    seconds = time.perf_counter() - start
    worker = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
    return Build(report.engine, seconds, (peak_memory(), worker), report.size, len(report.written))


def peak_memory() -> int:
    """Return the MB that this process took at most.

    Where Linux tells it; getrusage() also counts what the process was before, its parent.
    """
    status = Path("/proc/self/status")
    if not status.exists():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    lines = (line.split() for line in status.read_text().splitlines())
    return next(int(line[1]) for line in lines if line[0] == "VmHWM:") // 1024


def measure_ours(documents: Sequence[SearchDocument], questions: Questions) -> Measured:
    """Index and ask with this project's search."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary) / "search"
        build = measure_build(documents, folder)

        def ask(step: str, queries: Sequence[str]) -> list[Any]:
            message = {"folder": str(folder), "step": step, "queries": queries}
            return ask_node("search_queries.mjs", message)

        measured = ask_all("this search", build, ask, questions, packed_script())
        return replace(measured, rebuild=measure_rebuild(documents, folder))


def measure_other(documents: Sequence[SearchDocument], questions: Questions) -> Measured:
    """Index and ask with Pagefind."""
    with tempfile.TemporaryDirectory() as temporary:
        site = Path(temporary) / "site"
        write_pages(documents, site)
        build = measure_pagefind(site)

        def ask(step: str, queries: Sequence[str]) -> list[Any]:
            return ask_pagefind(site, step, queries)

        return ask_all("Pagefind", build, ask, questions, 0)


def ask_all(name: str, build: Build, ask: Ask, questions: Questions, script: int) -> Measured:
    """Ask all questions; `script` are the bytes of code that the answers do not count yet."""
    answers = ask("measure", questions.queries)
    found = ask("find", questions.runs)
    pairs = list(zip(questions.wanted, found, strict=True))
    hits = sum(len(wanted.intersection(urls)) for wanted, urls in pairs)
    recall = hits / sum(len(wanted) for wanted, _ in pairs)
    exact = sum(wanted.issuperset(urls) for wanted, urls in pairs) / len(pairs)
    top = sum(not wanted.isdisjoint(urls[:10]) for wanted, urls in pairs) / len(pairs)
    for answer in answers:
        answer["first"]["bytes"] += script
    return Measured(name, build, answers, recall, exact, top)


def packed_script() -> int:
    """Return the bytes of the search page's script as a host sends it."""
    files = bundle_theme(THEME)
    name = next(name for name in files if name.startswith("js/search-page"))
    return len(gzip.compress(files[name], 6))


@click.command()
@click.argument("articles", type=int, default=10_000)
def main(articles: int) -> None:
    """Index generated news and print how it is searched."""
    documents = list(generate_news(articles))
    questions = choose_questions(documents)
    console = Console()
    console.print(compare_text(documents))
    fewer = list(generate_news(articles // 10))
    small = measure_ours(fewer, choose_questions(fewer))
    measured = [measure_ours(documents, questions)]
    if is_installed():
        measured.append(measure_other(documents, questions))
    console.print(make_table(articles, measured))
    console.print(tell_growth(small, measured[0]))
    console.print(list_worst(measured[0], questions.queries))


if __name__ == "__main__":
    main()
