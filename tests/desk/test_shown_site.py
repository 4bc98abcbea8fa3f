"""A site shows what is saved page by page; what decides more than that is left to a build."""

import errno
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from plugins.desk.preview import shown_site
from plugins.desk.preview.shown_site import ShownSite
from plugins.desk.preview.workshop import Outcome, Workshop
from plugins.system.folders.holding import hold_folder
from plugins.system.folders.work_folder import name_left
from tests.sites.kept_work import share_kept
from tests.sites.small_site import ARTICLES, write_content
from tests.structure.sources import ROOT

#: Settings of a site without what this does not ask for; they tell where its temporary files lie.
SETTINGS = """\
from pelicanconf import *

PATH, CACHE_PATH, THEME = {!r}, {!r}, {!r}
PLUGINS = ["plugins.site", "plugins.desk.review"]

import tempfile
from pathlib import Path
from pelican import signals

def tell(pelican):
    Path({!r}).write_text(tempfile.gettempdir())

signals.finalized.connect(tell, weak=False)
"""
FILE, PAGE = "articles/2018/tongyang.md", "articles/tongyang.html"


class Desk:
    """A content folder, the site of it, and the process that has written it."""

    def __init__(self, folder: Path) -> None:
        self.content, self.site = write_content(folder, ARTICLES), folder / "preview/site"
        (self.content / "pages").unlink()
        self._before = folder / "before"
        shutil.copytree(self.content / "articles", self._before / "articles")
        shutil.copytree(ROOT / "content/pages", self._before / "pages")
        self.restore()
        self.told = folder / "told"
        paths = (self.content, share_kept(folder / "cache"), ROOT / "theme", self.told)
        settings = folder / "settings.py"
        settings.write_text(SETTINGS.format(*map(str, paths)), "utf-8")
        self.workshop = Workshop(str(settings), self.site)
        assert self.workshop.receive() == Outcome(True)

    def show(self, *files: str) -> Outcome:
        """Have files of the content shown."""
        return self.workshop.show([self.content / file for file in files])

    def restore(self) -> None:
        """Let the articles and pages be as they were before any test."""
        for kind in ("articles", "pages"):
            shutil.rmtree(self.content / kind, ignore_errors=True)
            shutil.copytree(self._before / kind, self.content / kind)

    def list_site(self) -> set[str]:
        """Return the paths of all files of the site."""
        files = (Path(found, name) for found, _, names in os.walk(self.site) for name in names)
        return {file.relative_to(self.site).as_posix() for file in files}


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """Give a desk with a small archive, whose site is written once."""
    desk = Desk(tmp_path_factory.mktemp("shown"))
    yield desk
    desk.workshop.end()


def test_nothing_that_a_killed_build_leaves_is_published(desk: Desk) -> None:
    """What lies in the folders of builds stays out of the site that saved pages are put into."""
    before = desk.list_site()
    for folder in name_left(desk.site):
        (folder / "tmpabc").mkdir(parents=True)
        (folder / "tmpabc/work").write_text("未定稿", "utf-8")
    assert desk.show(FILE) == Outcome(True)
    assert desk.list_site() == before
    for folder in name_left(desk.site):
        shutil.rmtree(folder)


def test_temporary_files_lie_where_the_next_build_clears(desk: Desk) -> None:
    """What a build that is killed leaves of drafts does not stay in the system's folder."""
    assert Path(desk.told.read_text()).is_relative_to(name_left(desk.site)[2])


def link(file: Path) -> None:
    """Put a link to an article in a file's place."""
    file.symlink_to(file.parents[1] / "2018/tongyang.md")


@pytest.mark.parametrize(
    ("file", "make"),
    [
        ("articles/2019/link.md", link),
        ("articles/2020", Path.mkdir),
        ("articles/2018", lambda folder: folder.rename(folder.with_name(".aside"))),
        ("pages/about.md", Path.unlink),
        ("pages/index.md", lambda file: file.write_text("---\ntitle: 首页\n---\n", "utf-8")),
        ("", lambda _: None),
    ],
    ids=["link", "new folder", "folder gone", "file gone", "site's own page", "all"],
)
def test_what_decides_more_than_its_page_is_left_to_the_build(
    desk: Desk, file: str, make: Callable[[Path], object]
) -> None:
    """Links, folders, files that are gone and names of the site's own pages change nothing yet."""
    home, before = (desk.site / "index.html").read_bytes(), desk.list_site()
    make(desk.content / file)
    assert desk.show(file) == Outcome(False)
    assert ((desk.site / "index.html").read_bytes(), desk.list_site()) == (home, before)
    desk.restore()


def test_hidden_files_are_none_of_the_site(desk: Desk) -> None:
    """What an editor's program keeps under a hidden name is neither shown nor in the way."""
    before, hidden = desk.list_site(), desk.content / "articles/2019/.draft.md"
    hidden.write_text("---\ntitle: 甲\nslug: jia\n---\n\n甲。\n", "utf-8")
    assert desk.show("articles/2019/.draft.md", FILE) == Outcome(True)
    assert desk.list_site() == before
    hidden.unlink()


def test_a_site_put_aside_by_a_killed_build_comes_back_whole(desk: Desk) -> None:
    """A saved page never stands alone where a kill came between the two renames of a build."""
    before = desk.list_site()
    desk.site.rename(name_left(desk.site)[1])
    assert desk.show(FILE) == Outcome(True)
    assert desk.list_site() == before


def test_a_process_that_has_ended_leaves_a_save_to_the_build(tmp_path: Path) -> None:
    """It is not told as what is wrong with the content: the build that is begun shows it."""
    workshop = Workshop(str(tmp_path / "none.py"), tmp_path / "preview/site")
    assert not workshop.receive().is_done
    assert workshop.show([Path(FILE)]) == Outcome(False)
    workshop.end()


def test_a_build_holds_its_folder_and_leaves_nothing_when_it_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody else writes there meanwhile, and a disk that was too small is as it was before."""

    def fill(target: Path, *_: object) -> None:
        target.mkdir()
        with pytest.raises(BlockingIOError), hold_folder(target.parent, wait=False):
            pass
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(shown_site, "write_site", fill)
    with pytest.raises(OSError, match="full"):
        ShownSite("pelicanconf.py", tmp_path / "preview/site").write()
    assert list((tmp_path / "preview").iterdir()) == []
