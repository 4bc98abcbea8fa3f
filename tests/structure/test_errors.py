"""Errors are one family: whoever catches its base has a Chinese line for all of them."""

import ast
import builtins
import re
from collections.abc import Iterator

from tests.structure.sources import named, nodes, project_files

FAMILY = {"RefusalError", "FieldError"}
OTHERS = {
    name
    for name, one in vars(builtins).items()
    if isinstance(one, type) and issubclass(one, BaseException)
}
HAN = re.compile(r"[\u4e00-\u9fff]")


def name_bases(node: ast.ClassDef) -> set[str]:
    """Name what a class is made of, without the module that it stands in."""
    return {ast.unparse(base).rpartition(".")[2] for base in node.bases}


def list_errors() -> dict[str, tuple[str, set[str]]]:
    """List the classes of plugins that can be raised: where they stand, what they are made of."""
    classes = {
        node.name: (named(path), name_bases(node))
        for path in project_files(".py")
        if named(path).startswith("plugins/")
        for node in nodes(path)
        if isinstance(node, ast.ClassDef)
    }
    raised = set(OTHERS)
    found: dict[str, tuple[str, set[str]]] = {}
    while more := {k: v for k, v in classes.items() if k not in found and v[1] & raised}:
        found |= more
        raised |= set(more)
    return found


def is_of_family(name: str, errors: dict[str, tuple[str, set[str]]]) -> bool:
    """Say whether an error descends from the family's base, however many stand between."""
    return name in FAMILY or any(
        is_of_family(base, errors) for base in errors.get(name, ("", set()))[1]
    )


def test_errors_are_one_family() -> None:
    """An error that leaves its module descends from RefusalError."""
    errors = list_errors()
    strangers = {
        f"{place} {name}"
        for name, (place, _) in errors.items()
        if not name.startswith("_") and not is_of_family(name, errors)
    }
    assert len(errors) > 10
    assert strangers == set()


def list_raised() -> Iterator[tuple[str, ast.expr]]:
    """Yield all that plugins raise, and where they do."""
    for path in project_files(".py"):
        for node in nodes(path) if named(path).startswith("plugins/") else ():
            if isinstance(node, ast.Raise) and node.exc:
                yield f"{named(path)}:{node.lineno}", node.exc


def test_what_is_said_in_chinese_is_of_the_family() -> None:
    """No error of Python's own carries a sentence for editors."""
    words = ((place, ast.unparse(raised)) for place, raised in list_raised())
    wrong = [place for place, w in words if HAN.search(w) and w.partition("(")[0] in OTHERS]
    assert wrong == []
