"""Another prefecture is a change of data: no name of one stands in code."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from plugins.subjects.tables.gazetteer import Gazetteer, read_gazetteer
from tests.prefecture.archives import empty_archive
from tests.prefecture.data import SHIPPED
from tests.structure.sources import named, nodes, project_files

#: What is for developers in scripts, styles and templates.
COMMENT = re.compile(r"/\*.*?\*/|<!--.*?-->|\{#.*?#\}|^\s*//[^\n]*", re.DOTALL | re.MULTILINE)


def list_names(gazetteer: Gazetteer) -> set[str]:
    """List what names a prefecture and nothing else: its own words, counties and zones."""
    full = {place.name for place in (*gazetteer.counties, *gazetteer.zones)}
    short = {c.stem for c in gazetteer.counties if len(c.stem) > 1 and not c.shared}
    # Code knows every province.
    return {name for name in full | short | gazetteer.area if not name.startswith("陕西")}


def list_strings(path: Path) -> Iterator[str]:
    """Yield what a file says to the program: its strings, its descriptions and comments aside."""
    if path.suffix != ".py":
        yield COMMENT.sub("", path.read_text(encoding="utf-8"))
        return
    described = {
        node.body[0].value
        for node in nodes(path)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef) and node.body
        if isinstance(node.body[0], ast.Expr)
    }
    for node in nodes(path):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield "" if node in described else node.value


@pytest.mark.parametrize("of", ["shipped", "another"])
def test_no_code_names_a_place(of: str) -> None:
    """Neither plugins nor theme names a prefecture of an archive, its counties or its zones."""
    tables = SHIPPED if of == "shipped" else empty_archive("汉中市") / "data"
    names = list_names(read_gazetteer(tables))
    found = {
        f"{named(path)}: {name}"
        for path in project_files(".py", ".js", ".html", ".css")
        if named(path).startswith(("plugins/", "theme/"))
        for text in list_strings(path)
        for name in names
        if name in text
    }
    assert found == set()
