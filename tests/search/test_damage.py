"""A damaged file of the index is an error for the reader, never another result and no hang."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.amounts import choose
from tests.search.conftest import build, run_node
from tests.search.documents import make_documents

pytestmark = pytest.mark.stress

#: Between them they load every kind of file.
CALLS: tuple[tuple[object, ...], ...] = (
    ("search", "毛绒玩具 -茶叶", {"limit": 40, "passages": 2}),
    ("search", "潯濱 xunbin 馬", {}),
    ("search", "2018年3月", {}),
    ("findMeant", "寻滨龘区"),
    ("search", "茶*", {}),
    ("search", "茶叶~1 县:浔滨区", {}),
    ("suggest", "han"),
)
DAMAGES = choose(120, 6000)
#: As many as a process tries at a time, and the milliseconds that one may take.
BATCH, SLOWEST = 500, 5000
#: What JSON is altered to may be JSON again; these files are checked by their syntax alone.
UNSEALED = ".json"


def test_damaged_files_are_errors(
    tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    """Truncated, altered, exchanged: an error or the same answer, also behind a right checksum."""
    folder = build(tmp_path / "search", make_documents(40), 10).folder
    files: set[str] = set()
    outcomes: Counter[tuple[bool, str]] = Counter()
    for start in range(0, DAMAGES, BATCH):
        span = {"from": start, "to": min(start + BATCH, DAMAGES)}
        tried = run_node("damage.mjs", {"folder": str(folder), "calls": CALLS, **span})
        files |= {name.split("/search/")[1].split("/")[0] for name in tried["files"]}
        for each in tried["outcomes"]:
            check_outcome(each)
            outcomes[each["sealed"], each["outcome"]] += 1
    assert files == {path.name for path in folder.iterdir()}
    for (sealed, outcome), count in sorted(outcomes.items()):
        record_property(f"{'behind a right checksum' if sealed else 'damaged'}: {outcome}", count)


def check_outcome(each: dict[str, object]) -> None:
    """Assert that damage was noticed, or did no harm, in time."""
    assert float(str(each["milliseconds"])) < SLOWEST, each
    if not each["sealed"] and not str(each["file"]).endswith(UNSEALED):
        assert each["outcome"] in ("LoadError", "same"), each
