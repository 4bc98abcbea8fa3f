"""A command starts without what it does not need."""

import ast
import subprocess
import sys
from collections.abc import Iterator

import pytest

from tests.structure.sources import ROOT, named, project_files, syntax

#: What takes long to load, each needed by few texts or commands.
HEAVY = {
    "bs4", "charset_normalizer", "distributed", "docx", "html5lib", "jieba", "lunr", "markdown",
    "pelican", "PIL", "pypdfium2", "pypinyin", "rich", "rjieba", "watchfiles",
}  # fmt: skip
#: By these articles are cut and understood.
CONVERTER = {"numpy", "plugins.figures", "plugins.newspaper.conversion"}


@pytest.mark.parametrize(
    ("module", "spared"),
    [
        ("plugins.desk.conversion.command", HEAVY),
        ("plugins.desk.editing.new_command", HEAVY | CONVERTER),
        ("plugins.desk.checking.check_command", HEAVY - {"bs4", "html5lib", "PIL"}),
        ("plugins.output.production", HEAVY | CONVERTER),
    ],
)
def test_no_command_loads_what_it_may_not_need(module: str, spared: set[str]) -> None:
    """Converting, beginning an article, checking and building start without these."""
    code = f"import sys, {module}; print(*sys.modules)"
    told = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, stdout=subprocess.PIPE, check=True
    )
    assert spared & set(told.stdout.decode().split()) == set()


def run_by_import(node: ast.AST) -> Iterator[ast.AST]:
    """Yield the parts of a module that its import runs: all but the bodies of functions."""
    yield node
    if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
        for child in ast.iter_child_nodes(node):
            yield from run_by_import(child)


def test_no_import_compiles() -> None:
    """No module of the program compiles an expression while it is imported."""
    early = [
        f"{named(path)}:{node.lineno}"
        for path in project_files(".py")
        if named(path).startswith("plugins/")
        for node in run_by_import(syntax(path))
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "re.compile"
    ]
    assert early == []
