"""A command starts without what it does not need."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from importlib import import_module
from pathlib import Path
from typing import cast

import pytest

from plugins.chinese.expressions import compile_late
from tests.structure.sources import ROOT, named, project_files, syntax

#: What takes long to load, each needed by few texts or commands.
HEAVY = {
    "bs4", "charset_normalizer", "distributed", "docx", "html5lib", "jieba", "lunr", "markdown",
    "pelican", "PIL", "pypdfium2", "pypinyin", "rich", "rjieba", "watchfiles",
}  # fmt: skip
#: By these articles are cut and understood.
CONVERTER = {"numpy", "plugins.figures", "plugins.newspaper.conversion"}

#: What expressions are that are compiled late, used or not.
LATE = type(compile_late("")).__bases__


@pytest.mark.parametrize(
    ("module", "spared"),
    [
        ("plugins.desk.convert_command", HEAVY | CONVERTER | {"plugins.model"}),
        ("plugins.desk.conversion.runs", HEAVY),
        ("plugins.desk.editing.new_command", HEAVY | CONVERTER),
        ("plugins.desk.checking.check_command", HEAVY - {"bs4", "html5lib", "PIL"}),
        ("plugins.output.production", HEAVY | CONVERTER),
    ],
)
def test_no_command_loads_what_it_may_not_need(module: str, spared: set[str]) -> None:
    """Help, converting, beginning an article, checking and building start without these."""
    code = f"import sys, {module}; print(*sys.modules)"
    told = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, stdout=subprocess.PIPE, check=True
    )
    assert spared & set(told.stdout.decode().split()) == set()


def plugin_modules() -> list[Path]:
    """List the program's modules."""
    return [path for path in project_files(".py") if named(path).startswith("plugins/")]


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
        for path in plugin_modules()
        for node in run_by_import(syntax(path))
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "re.compile"
    ]
    assert early == []


def find_late(value: object) -> Iterator[re.Pattern[str]]:
    """Yield the expressions that a module's value is, or holds in tuples, lists and tables."""
    if isinstance(value, LATE):
        yield cast("re.Pattern[str]", value)
    elif isinstance(value, Mapping):
        for one in (*value, *value.values()):
            yield from find_late(one)
    elif isinstance(value, tuple | list | set | frozenset):
        for one in value:
            yield from find_late(one)


def test_every_expression_compiles() -> None:
    """What no import compiles is right all the same: the test compiles all that modules hold."""
    names = [named(path).removesuffix(".py").replace("/", ".") for path in plugin_modules()]
    values = [
        value
        for name in names
        if not name.endswith("__main__")
        for value in vars(import_module(name.removesuffix(".__init__"))).values()
    ]
    found = {id(one): one for value in values for one in find_late(value)}
    assert len(found) > 400
    for one in found.values():
        assert one.groups >= 0
