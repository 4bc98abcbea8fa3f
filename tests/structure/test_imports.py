"""The stages form one straight way: each builds on the model and on earlier stages only."""

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.structure.sources import ROOT, named, project_files, syntax

STAGES = ("model", "newspaper", "subjects", "figures", "archive", "search")

#: These put stages together, so they may import any.
COMPOSERS = (
    "admin",
    "bundles",
    "desk",
    "disk_edition",
    "host_headers",
    "licence_lock",
    "offline",
    "output",
    "production",
    "review",
)


def stage_of(module: str) -> str:
    """Give the second part of `plugins.subjects.words`: its stage."""
    return f"{module}..".split(".")[1]


def imported_stages(path: Path) -> Iterator[str]:
    """Yield the stage of everything that a module imports from `plugins`."""
    for node in ast.walk(syntax(path)):
        if isinstance(node, ast.ImportFrom) and node.module == "plugins":
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("plugins."):
            yield stage_of(node.module or "")
        elif isinstance(node, ast.Import):
            yield from (stage_of(a.name) for a in node.names if a.name.startswith("plugins."))


def composes(path: Path) -> bool:
    """Tell whether a module is a command line, Pelican's `register()`, or the desk."""
    registers = any(
        isinstance(node, ast.FunctionDef) and node.name == "register" for node in syntax(path).body
    )
    return path.name == "__main__.py" or registers or own_stage(path) in COMPOSERS


def own_stage(path: Path) -> str:
    """Give the stage that a file of `plugins/` belongs to."""
    return path.relative_to(ROOT / "plugins").parts[0].removesuffix(".py")


def plugin_modules() -> list[Path]:
    """List the modules under test."""
    return [p for p in project_files(".py") if named(p).startswith("plugins/")]


def test_stages_are_named() -> None:
    """Every folder of plugins/ is a known stage or composes them."""
    found = {own_stage(path) for path in plugin_modules()} - {"__init__"}
    assert found <= {*STAGES, *COMPOSERS}


def test_stages_import_only_earlier_ones() -> None:
    """A stage's module imports the model and earlier stages, never a later one or a composer."""
    wrong = [
        f"{named(path)} imports {imported}"
        for path in plugin_modules()
        if not composes(path) and own_stage(path) in STAGES
        for imported in imported_stages(path)
        if imported not in STAGES[: STAGES.index(own_stage(path)) + 1]
    ]
    assert wrong == []
