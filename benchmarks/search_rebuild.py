"""How long a build takes that has the cache of one before it, and one article more edited."""

import multiprocessing
import pickle
import resource
import time
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from plugins.search.build import build_search
from plugins.search.corpus.documents import SearchDocument

#: What is written into the middle of the edited article, so that the rest of it moves.
EDIT = "驻村工作队帮助合作社建起茶叶加工厂,"


def measure_rebuild(documents: Sequence[SearchDocument], folder: Path) -> tuple[float, float]:
    """Build, edit one article's body, build again in a fresh process.

    Returns the second build's seconds: by the clock, and of all processors.
    """
    place = len(documents) // 2
    body = documents[place].body
    middle = len(body) // 2
    edited = documents[place]._replace(body=body[:middle] + EDIT + body[middle:])
    _build_apart(documents, folder)
    return _build_apart([*documents[:place], edited, *documents[place + 1 :]], folder)


def _build_apart(documents: Sequence[SearchDocument], folder: Path) -> tuple[float, float]:
    file = folder.with_name("rebuilt.pickle")
    file.write_bytes(pickle.dumps(documents))
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(1, mp_context=context) as executor:
        return executor.submit(_time_build, file, folder).result()


def _time_build(file: Path, folder: Path) -> tuple[float, float]:
    documents = pickle.loads(file.read_bytes())  # noqa: S301 - written a moment ago
    start, used = time.perf_counter(), _used_seconds()
    build_search(documents, folder, cache=folder.with_name("cache"))
    return time.perf_counter() - start, _used_seconds() - used


def _used_seconds() -> float:
    who = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    usages = [resource.getrusage(one) for one in who]
    return sum(usage.ru_utime + usage.ru_stime for usage in usages)
