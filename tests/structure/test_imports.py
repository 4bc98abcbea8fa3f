"""Twelve rooms on six floors: what a module imports stands on its own floor or below.

All imports count, those of types alone and those within functions too.
"""

import ast
from collections import Counter
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

from tests.structure.sources import ROOT, named, nodes, project_files

FLOORS = (
    {"system", "chinese", "model"},
    {"content", "figures", "newspaper"},
    {"privacy", "subjects"},
    {"site"},
    {"search", "desk"},
    {"output"},
)
FLOOR = {room: number for number, rooms in enumerate(FLOORS, 1) for room in rooms}
MOST_MODULES = 12


def imported(path: Path) -> Iterator[str]:
    """Yield the modules of `plugins` that a module imports, wherever in it it does."""
    for node in nodes(path):
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "plugins":
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Import):
            yield from (a.name for a in node.names if a.name.split(".")[0] == "plugins")


def room_of(module: str) -> str:
    """Give the second part of `plugins.subjects.words`: its room."""
    return f"{module}..".split(".")[1]


def plugin_modules() -> list[Path]:
    """List the modules under test."""
    return [p for p in project_files(".py") if named(p).startswith("plugins/")]


def own_room(path: Path) -> str:
    """Give the room that a file of `plugins/` belongs to."""
    return path.relative_to(ROOT / "plugins").parts[0]


def test_every_module_stands_in_a_room() -> None:
    """Nothing but the package itself stands loose in plugins/, and every folder is a known room."""
    found = {own_room(path) for path in plugin_modules()}
    assert found == {*FLOOR, "__init__.py"}


def test_no_import_runs_up() -> None:
    """A module imports its own floor and those below, without exemption."""
    wrong = [
        f"{named(path)} imports {module}"
        for path in plugin_modules()
        if own_room(path) in FLOOR
        for module in imported(path)
        if FLOOR.get(room_of(module), 99) > FLOOR[own_room(path)]
    ]
    assert wrong == []


def module_name(path: Path) -> str:
    """Name a file as an import does; a package by its folder."""
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def draw_imports() -> dict[str, set[str]]:
    """Draw which module imports which; a name out of a module stands for the module."""
    modules = {module_name(path): path for path in plugin_modules()}
    drawn: dict[str, set[str]] = {}
    for name, path in modules.items():
        wanted = (one if one in modules else one.rpartition(".")[0] for one in imported(path))
        drawn[name] = {one for one in wanted if one in modules} - {name}
    return drawn


def test_no_imports_go_in_circles() -> None:
    """No module imports one that imports it, however many stand between."""
    try:
        TopologicalSorter(draw_imports()).prepare()
    except CycleError as circle:
        pytest.fail(" → ".join(circle.args[1]))


def test_folders_can_be_looked_over() -> None:
    """No folder has more than MOST_MODULES modules beside its sub-packages."""
    modules = (path for path in project_files(".py", ".js") if path.name != "__init__.py")
    counts = Counter(named(path.parent) for path in modules)
    assert {folder: n for folder, n in counts.items() if n > MOST_MODULES} == {}


def test_tests_and_benchmarks_stand_apart() -> None:
    """Neither tests nor benchmarks import the other; what both need imports neither."""
    apart = {
        "tests": {"benchmarks"},
        "benchmarks": {"tests"},
        "evaluation": {"tests", "benchmarks"},
    }
    wrong = [
        f"{named(path)} imports {module}"
        for path in project_files(".py")
        for module in roots(path)
        if module in apart.get(named(path).split("/")[0], ())
    ]
    assert wrong == []


def roots(path: Path) -> Iterator[str]:
    """Yield the first names of all modules that a file imports."""
    for node in nodes(path):
        if isinstance(node, ast.ImportFrom):
            yield (node.module or "").split(".")[0]
        elif isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
