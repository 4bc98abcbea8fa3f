"""Twelve rooms on six floors: what a module imports stands on its own floor or below."""

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.structure.sources import ROOT, named, project_files, syntax

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
    for node in ast.walk(syntax(path)):
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
