"""A site is only left as it is where nothing has changed that it was made of, and nothing in it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from plugins.output import production
from plugins.output.unchanged import is_unchanged, name_sources, record_site

DAY = {"PUBLISH_DAY": "2026-01-01"}


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a folder with content, and the site that was made of it."""
    monkeypatch.chdir(tmp_path)
    for name in ("content/a.md", "theme/base.html", "publishconf.py", "output/a/index.html"):
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("一", encoding="utf-8")
    record_site(Path("output"), name_sources("site", DAY))
    return tmp_path


def write(name: str) -> Callable[[Path], object]:
    """Return what writes a file, of the same length where there is one."""
    return lambda folder: (folder / name).write_text("二", encoding="utf-8")


def remove_page(folder: Path) -> None:
    """Delete a page of the site."""
    (folder / "output/a/index.html").unlink()


def test_what_has_not_changed_is_left(project: Path) -> None:
    """The same sources and the same output are known again."""
    assert project.is_dir()
    assert is_unchanged(Path("output"), name_sources("site", DAY))


CHANGES = [
    *map(write, ("content/a.md", "content/b.md", "theme/base.html", "publishconf.py")),
    *map(write, ("output/a/index.html", "output/b.html", ".cache/site/record")),
    remove_page,
]


@pytest.mark.parametrize("change", CHANGES)
def test_whatever_changes_is_noticed(project: Path, change: Callable[[Path], object]) -> None:
    """A file of the sources or of the site that was written, added or deleted is noticed."""
    change(project)
    assert not is_unchanged(Path("output"), name_sources("site", DAY))


@pytest.mark.parametrize(
    "told", [{"PUBLISH_DAY": "2026-01-02"}, {**DAY, "SITEURL": "https://a.example"}, {}]
)
def test_another_day_or_address_is_another_site(project: Path, told: dict[str, str]) -> None:
    """The day and the site's address decide it, too; so does which edition it is."""
    assert project.is_dir()
    assert not is_unchanged(Path("output"), name_sources("site", told))
    assert not is_unchanged(Path("output"), name_sources("publish", DAY))


def test_pages_shared_with_the_site_before_are_no_change(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A site whose pages are linked from the last one is left as it is when nothing changes."""
    kept, built = project / "kept.html", []
    kept.write_text("页", encoding="utf-8")

    def link_page(target: Path, _edition: str) -> None:
        target.mkdir()
        (target / "index.html").hardlink_to(kept)
        built.append(target)

    monkeypatch.setattr(production, "run_pelican", link_page)
    production.build_site(project / "site")
    (project / "content/a.md").write_text("三", encoding="utf-8")
    for _ in range(2):
        production.build_site(project / "site")
    assert len(built) == 2


def test_a_day_that_is_none_is_the_builds_to_refuse(project: Path) -> None:
    """Where the day cannot be read nothing is known, and the build says what is wrong."""
    assert project.is_dir()
    assert name_sources("site", {"PUBLISH_DAY": "13月"}) == b""
    assert not is_unchanged(Path("output"), b"")
