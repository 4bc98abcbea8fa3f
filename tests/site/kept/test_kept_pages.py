"""A kept page is linked into the next site where it would be the same, and is as it was written."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from plugins.site.kept.kept_pages import KeptPages, name_ground

FRAME = "frame"


def open_kept(folder: Path, frame: str = FRAME) -> KeptPages:
    """Return what the last build has kept."""
    templates = folder / "templates"
    templates.mkdir(exist_ok=True)
    return KeptPages(folder / "kept", templates, frame)


def write_page(folder: Path, name: str, words: str = "页") -> Path:
    """Write a page into a site of its own."""
    page = folder / name / "a.html"
    page.parent.mkdir()
    page.write_text(words, encoding="utf-8")
    return page


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give a folder where a build has kept a page."""
    kept = open_kept(tmp_path)
    kept.keep([kept.take(kept.name("view"), write_page(tmp_path, "first"))])
    return tmp_path


def test_the_same_view_has_the_same_page(folder: Path) -> None:
    """A page of the same view, frame, templates and code is the last build's file."""
    kept = open_kept(folder)
    assert kept.place(kept.name("view"), folder / "second/a.html")
    assert (folder / "second/a.html").samefile(folder / "first/a.html")


def add_template(folder: Path) -> None:
    """Write a template more."""
    (folder / "templates/more.html").write_text("", encoding="utf-8")


@pytest.mark.parametrize("change", [add_template, lambda _: None])
def test_another_view_frame_or_template_is_another_page(
    folder: Path, change: Callable[[Path], None]
) -> None:
    """Where anything differs that decides a page, it is not known."""
    change(folder)
    kept = open_kept(folder, FRAME if change is add_template else "another")
    assert kept.place(kept.name("view"), folder / "second/a.html") is None
    kept = open_kept(folder)
    assert kept.place(kept.name("another"), folder / "second/a.html") is None


def alter_site(folder: Path) -> None:
    """Write into the page of the last site, as some tools of hosts do."""
    (folder / "first/a.html").write_text("改", encoding="utf-8")


def delete_kept(folder: Path) -> None:
    """Delete the kept files, as another build does that runs at the same time."""
    for file in (folder / "kept/files").iterdir():
        file.unlink()


def truncate_record(folder: Path) -> None:
    """Cut off what is on record of the kept files."""
    for file in (folder / "kept/contents").iterdir():
        file.write_bytes(file.read_bytes()[:-1])


@pytest.mark.parametrize("fault", [alter_site, delete_kept, truncate_record])
def test_a_page_that_is_not_as_written_is_not_taken(
    folder: Path, fault: Callable[[Path], None]
) -> None:
    """Whatever has become of it, a page is taken as it was written, or written anew and kept."""
    fault(folder)
    kept = open_kept(folder)
    key = kept.name("view")
    assert kept.place(key, folder / "second/a.html") is None
    assert not (folder / "second/a.html").exists()
    kept.keep([kept.take(key, write_page(folder, "third"))])
    kept = open_kept(folder)
    assert kept.place(key, folder / "fourth/a.html")
    assert (folder / "fourth/a.html").read_text("utf-8") == "页"


def test_pages_of_two_states_of_a_template_are_not_kept(folder: Path) -> None:
    """Where a template is saved while pages are written, none of them is taken by the next site."""
    kept = open_kept(folder)
    key = kept.name("another")
    page = kept.take(key, write_page(folder, "second"))
    add_template(folder)
    kept.keep([page])
    (folder / "templates/more.html").unlink()
    assert open_kept(folder).place(key, folder / "third/a.html") is None


def test_a_page_that_cannot_be_kept_spoils_none(folder: Path) -> None:
    """A site on a disk that shares no files leaves the pages alone that are kept."""
    kept = open_kept(folder)
    key = kept.name("view")
    elsewhere = Path("/dev/shm") / f"{folder.parent.name}-{folder.name}"  # noqa: S108 - the memory
    if not elsewhere.parent.is_dir() or elsewhere.parent.stat().st_dev == folder.stat().st_dev:
        pytest.skip("there is no other disk")
    elsewhere.mkdir()
    try:
        kept.keep([kept.take(key, write_page(elsewhere, "second"))])
    finally:
        shutil.rmtree(elsewhere)
    assert open_kept(folder).place(key, folder / "third/a.html")


def test_how_jinja_is_set_decides_pages() -> None:
    """Jinja's settings give other pages; those of other plugins do not."""
    ground = name_ground({"JINJA_ENVIRONMENT": {"trim_blocks": True}}, {})
    assert ground != name_ground({"JINJA_ENVIRONMENT": {"trim_blocks": False}}, {})
    assert ground == name_ground({"JINJA_ENVIRONMENT": {"trim_blocks": True}, "OTHER": 1}, {})


def test_only_the_last_builds_pages_are_kept(folder: Path) -> None:
    """What a build has not used is removed."""
    kept = open_kept(folder)
    kept.keep([kept.take(kept.name("another"), write_page(folder, "second"))])
    assert len(list((folder / "kept/files").iterdir())) == 1
