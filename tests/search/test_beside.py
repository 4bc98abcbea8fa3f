"""The index of a large archive is made beside its pages, by another process."""

from multiprocessing.context import SpawnProcess
from pathlib import Path

import pytest

from plugins.search import pelican_plugin
from plugins.system.folders.work_folder import name_work_folder
from tests.sites.files import read_files
from tests.sites.small_site import build_site, write_content


def test_made_beside_the_pages_it_has_the_same_bytes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The index is the one that this process makes."""
    content, plugins = write_content(tmp_path), ["plugins.site", "plugins.search"]
    alone = build_site(content, tmp_path / "alone", PLUGINS=plugins)
    monkeypatch.setattr(pelican_plugin, "BATCH", 1)
    begun: list[int] = []
    start = SpawnProcess.start
    monkeypatch.setattr(SpawnProcess, "start", lambda one: begun.append(0) or start(one))
    beside = build_site(content, tmp_path / "beside", PLUGINS=plugins)
    assert len(begun) == 1
    assert not name_work_folder(beside).exists()
    assert read_files(beside / "search") == read_files(alone / "search")
