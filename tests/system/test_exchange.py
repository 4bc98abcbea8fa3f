"""A folder takes the place of another at once, whole."""

import subprocess
import sys
from pathlib import Path

import pytest

from plugins.system.folders import exchange
from plugins.system.folders.exchange import replace_folder, restore_folder
from tests.sites.one_page_site import make_folder, words_of


@pytest.mark.parametrize("exchanges", [True, False])
def test_the_new_site_takes_the_place_of_the_last(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, exchanges: bool
) -> None:
    """The new site stands where the last one stood, also where a system cannot exchange folders."""
    if not exchanges:
        monkeypatch.setattr(exchange, "_exchange", lambda *_: False)
    output = make_folder(tmp_path / "output", "旧")
    replace_folder(make_folder(tmp_path / "output.new", "新"), output, tmp_path / "output.old")
    assert words_of(output) == "新"


def test_there_is_no_moment_without_a_site(tmp_path: Path) -> None:
    """While sites change places a hundred times, another process always finds one."""
    output, other = make_folder(tmp_path / "output", "旧"), make_folder(tmp_path / "new", "新")
    look = "import sys, pathlib\nn = 0\nwhile pathlib.Path(sys.argv[1]).is_file(): n += 1\n"
    reader = subprocess.Popen([sys.executable, "-c", look, str(output / "index.html")])
    for _ in range(100):
        replace_folder(other, output, tmp_path / "old")
    assert reader.poll() is None
    reader.kill()
    reader.wait()


def test_a_kill_between_two_renames_is_made_good(tmp_path: Path) -> None:
    """A last site that a killed run left under its old name comes back to its place."""
    old = make_folder(tmp_path / "output.old", "旧")
    restore_folder(tmp_path / "output", old)
    assert words_of(tmp_path / "output") == "旧"
