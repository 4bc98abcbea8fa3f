"""The README's chief commands do what it says, in a fresh checkout."""

from pathlib import Path

import pytest

from tests.built_site.building import run
from tests.built_site.documentation.doc_commands import PAGES, list_commands

README = PAGES[0]


def test_documentation_names_the_commands() -> None:
    """The README tells of `make site` and `make test`, and of the preview."""
    told = {line for block in list_commands(README) for line in block.splitlines()}
    assert {"make site", "make test"} <= told
    assert "`make serve`" in README.read_text(encoding="utf-8")


@pytest.mark.stress
def test_a_second_build_installs_nothing(checkout: Path) -> None:
    """While the locks are unchanged, `make site` leaves what is installed and converted alone."""
    again = run(checkout, "make site")
    assert again.returncode == 0
    assert "安装" not in again.stdout
    assert "已有文章" in again.stdout


def test_failed_build_keeps_the_last_site(checkout: Path) -> None:
    """An article that cannot be read fails `make site` by one line, and the last site stays."""
    before = (checkout / "output/index.html").read_bytes()
    broken = checkout / "content/articles/undated/broken.md"
    broken.parent.mkdir(exist_ok=True)
    broken.write_text("---\ntitle: 坏的\ncounties: [汉滨区\n---\n正文\n", encoding="utf-8")
    failed = run(checkout, "make site")
    broken.unlink()
    assert failed.returncode != 0
    assert len([line for line in failed.stderr.splitlines() if "broken.md" in line]) == 1
    assert "Traceback" not in failed.stderr
    assert (checkout / "output/index.html").read_bytes() == before
    assert not (checkout / "output.new").exists()


def test_preview_is_the_desks_own(checkout: Path) -> None:
    """`make serve` runs what tests/desk/test_serve.py looks at, on the port that is told."""
    told = run(checkout, "make -n serve PORT=8123").stdout.splitlines()
    assert told[-1] == ".venv/bin/python -m plugins.desk serve --port 8123"
