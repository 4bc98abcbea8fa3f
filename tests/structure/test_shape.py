"""Code stays small, named for what it makes, and explains what it lets pass."""

import ast
import re
from functools import cache

from tests.structure.sources import functions, named, project_files

LONGEST_MODULE = 250
LONGEST_FUNCTION = 40


@cache
def code_lines(*suffixes: str) -> tuple[tuple[str, str], ...]:
    """List (place, line) for every line of the code with the given suffixes."""
    return tuple(
        (f"{named(path)}:{number}", line)
        for path in project_files(*suffixes)
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
    )


def test_modules_are_short() -> None:
    """No Python, JavaScript, style or template file is longer than 250 lines."""
    lengths = {
        named(path): len(path.read_text(encoding="utf-8").splitlines())
        for path in project_files(".py", ".js", ".css", ".html")
        if "/pages/" not in named(path)
    }
    assert {name: n for name, n in lengths.items() if n > LONGEST_MODULE} == {}


def test_functions_are_short() -> None:
    """No function is longer than 40 lines, its docstring included."""
    long = [
        f"{named(path)}:{function.lineno} {function.name}: {length}"
        for path in project_files(".py")
        for function in functions(path)
        if (length := (function.end_lineno or 0) - function.lineno + 1) > LONGEST_FUNCTION
    ]
    assert long == []


def test_folders_are_named_for_what_they_hold() -> None:
    """No folder is a drawer for odds and ends."""
    vague = {"utils", "util", "helpers", "common", "core", "misc"}
    assert {named(p) for p in project_files(".py", ".js") if vague & set(p.parts[-4:-1])} == set()


def test_tests_state_what_they_show() -> None:
    """Every test function begins by saying in one sentence what behaviour it shows."""
    silent = [
        f"{named(path)}:{function.lineno} {function.name}"
        for path in project_files(".py")
        if path.name.startswith("test_")
        for function in functions(path)
        if function.name.startswith("test_") and not is_one_sentence(summary(function))
    ]
    assert silent == []


def summary(function: ast.FunctionDef | ast.AsyncFunctionDef) -> str:
    """Give the first paragraph of a function's docstring on one line."""
    return " ".join((ast.get_docstring(function) or "").split("\n\n")[0].split())


def is_one_sentence(text: str) -> bool:
    """Tell whether a text ends with a stop and holds no other sentence."""
    return text.endswith((".", "。")) and not re.search(r"\.\s+[A-Z]", text)


def test_ignores_have_reasons() -> None:
    """Each silenced warning of ruff or mypy stands with its code and its reason."""
    silenced = re.compile(r"#\s*(noqa|type:\s*ignore)")
    explained = re.compile(r"#\s*(noqa: [A-Z0-9, ]+|type: ignore\[[a-z, -]+\])\s*(#|-|—)\s*\w+")
    bare = [
        place
        for place, line in code_lines(".py")
        if silenced.search(line) and not explained.search(line)
        if not place.startswith("tests/structure/")
    ]
    assert bare == []


def test_nothing_is_left_for_later() -> None:
    """Code holds no note of work still to be done."""
    notes = re.compile(r"\b(" + "|".join(("TO" + "DO", "FIX" + "ME", "X" * 3)) + r")\b")
    assert [place for place, line in code_lines(".py", ".js", ".css") if notes.search(line)] == []


def test_modules_keep_no_global_state() -> None:
    """No function rebinds a module's name, so two builds in one process never meet."""
    rebinds = re.compile(r"^\s+global \w")
    assert [place for place, line in code_lines(".py") if rebinds.search(line)] == []
