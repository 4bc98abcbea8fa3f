"""A command starts without what it does not need."""

import ast
from collections.abc import Iterator

from tests.structure.sources import named, project_files, syntax


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
