"""A site is only left as it is where nothing has changed that it was made of, and nothing in it."""

import os
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import pytest

from plugins.output import production
from plugins.output.unchanged import is_unchanged, name_sources, record_site
from plugins.system.folders.work_folder import clear

DAY = {"PUBLISH_DAY": "2026-01-01"}


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a folder with content, and the site that was made of it."""
    monkeypatch.chdir(tmp_path)
    for name in ("content/a.md", "theme/base.html", "publishconf.py", "output/a/index.html"):
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("一", encoding="utf-8")
    record_site(Path("output"), "site", name_sources("site", DAY))
    return tmp_path


def write(name: str) -> Callable[[Path], object]:
    """Return what writes a file, of the same length where there is one."""
    return lambda folder: (folder / name).write_text("二", encoding="utf-8")


def remove_page(folder: Path) -> None:
    """Delete a page of the site."""
    (folder / "output/a/index.html").unlink()


def link_page(folder: Path) -> None:
    """Put a link to a folder elsewhere into the site."""
    (folder / "output/b").symlink_to(folder / "theme")


def close_page(folder: Path) -> None:
    """Take from others the right to read a page."""
    (folder / "output/a/index.html").chmod(0o600)


def test_what_has_not_changed_is_left(project: Path) -> None:
    """The same sources and the same output are known again."""
    assert project.is_dir()
    assert is_unchanged(Path("output"), "site", name_sources("site", DAY))


CHANGES = [
    *map(write, ("content/a.md", "content/b.md", "theme/base.html", "publishconf.py")),
    *map(write, ("output/a/index.html", "output/b.html", ".cache/site/site/record")),
    *(remove_page, link_page, close_page),
]


@pytest.mark.parametrize("change", CHANGES)
def test_whatever_changes_is_noticed(project: Path, change: Callable[[Path], object]) -> None:
    """A file of the sources or of the site that was written, added or deleted is noticed."""
    change(project)
    assert not is_unchanged(Path("output"), "site", name_sources("site", DAY))


@pytest.mark.parametrize("target", ["..", "/", "nowhere"])
@pytest.mark.parametrize("name", ["content/linked", "content/a.md"])
def test_a_link_among_the_sources_is_not_followed(project: Path, name: str, target: str) -> None:
    """Wherever a link leads, nothing is known of the sources, and the build says what is wrong."""
    (project / name).unlink(missing_ok=True)
    (project / name).symlink_to(target)
    assert name_sources("site", DAY) == b""


def test_what_is_no_file_is_not_waited_for(project: Path) -> None:
    """A pipe among the sources is not read, which would take until somebody wrote into it."""
    os.mkfifo(project / "content/pipe.md")
    assert name_sources("site", DAY) == b""


def test_what_editors_programs_hide_is_no_change(project: Path) -> None:
    """The marks that Emacs and macOS leave, links to nowhere among them, change no site."""
    (project / "content/.#a.md").symlink_to("someone@host.4711")
    (project / "content/.trash").mkdir()
    (project / "content/.trash/b.md").write_text("二", encoding="utf-8")
    (project / "output/.DS_Store").write_bytes(b"")
    assert is_unchanged(Path("output"), "site", name_sources("site", DAY))


def test_large_files_are_not_read(project: Path) -> None:
    """A picture is told by size and times, so that it takes neither its time nor its memory."""
    picture = project / "content/scan.jpg"
    with picture.open("wb") as file:
        file.truncate(200_000_000)
    tracemalloc.start()
    before = name_sources("site", DAY)
    assert tracemalloc.get_traced_memory()[1] < 20_000_000
    tracemalloc.stop()
    assert before == name_sources("site", DAY)
    picture.write_bytes(b"\0" * 2_000_000)
    assert before != name_sources("site", DAY)


def test_each_edition_has_its_record(project: Path) -> None:
    """A preview built in between does not make the next site be built anew."""
    record_site(project / "preview", "preview", name_sources("preview", DAY))
    assert is_unchanged(Path("output"), "site", name_sources("site", DAY))


@pytest.mark.parametrize(
    "told", [{"PUBLISH_DAY": "2026-01-02"}, {**DAY, "SITEURL": "https://a.example"}, {}]
)
def test_another_day_or_address_is_another_site(project: Path, told: dict[str, str]) -> None:
    """The day and the site's address decide it, too; so does which edition it is."""
    assert project.is_dir()
    assert not is_unchanged(Path("output"), "site", name_sources("site", told))
    assert not is_unchanged(Path("output"), "site", name_sources("publish", DAY))


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
    assert production.build_site(project / "site")
    assert not production.build_site(project / "site")
    assert len(built) == 2
    # Another site that shares its pages comes and goes, as for `make zip`.
    link_page(project / "aside", "site")
    clear(project / "aside")
    assert not production.build_site(project / "site")


def test_what_is_saved_while_a_site_is_built_has_it_built_again(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A save in the middle, of as many bytes, may be in the site or not: the next build looks."""

    def save_besides(target: Path, _edition: str) -> None:
        target.mkdir()
        write("content/a.md")(project)

    monkeypatch.setattr(production, "run_pelican", save_besides)
    assert production.build_site(project / "site")
    # As it was when that build began: the site may hold the other.
    (project / "content/a.md").write_text("一", encoding="utf-8")
    assert production.build_site(project / "site")


def test_a_site_that_has_not_changed_is_not_told_as_built(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The command says whether it has built the site or left it as it was."""
    monkeypatch.setattr(production, "run_pelican", lambda target, _: target.mkdir())
    said = []
    for _ in range(2):
        production.main([str(project / "site")], standalone_mode=False)
        said.append(capsys.readouterr().out)
    assert "网站已生成" in said[0] and "网站没有变化" in said[1]


def test_a_day_that_is_none_is_the_builds_to_refuse(project: Path) -> None:
    """Where the day cannot be read nothing is known, and the build says what is wrong."""
    assert project.is_dir()
    assert name_sources("site", {"PUBLISH_DAY": "13月"}) == b""
    assert not is_unchanged(Path("output"), "site", b"")
