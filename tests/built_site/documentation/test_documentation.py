"""What the documentation tells people to type works, in a fresh checkout with real content."""

import re
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.amounts import choose
from tests.built_site.building import run
from tests.built_site.documentation.doc_commands import (
    FENCE,
    PAGES,
    list_commands,
    read_blocks,
    write_script,
)
from tests.built_site.documentation.doc_examples import CORRECTED, RAW_NAME, RAW_PAGE, write_drafts
from tests.built_site.documentation.doc_pictures import take_pictures
from tests.desk.uploads.uploading import IDENTITY, git
from tests.structure.sources import ROOT

#: `make test` is what runs this, the checkout was made by `make site`, and `make serve` never ends:
#: tests/built_site/production/test_commands.py has tests of these two.
NOT_HERE = {"make test\n", "make site\n", "make serve\n"}
#: The commands of two of these have tests of their own below; those of a cluster need one.
APART = {"cluster.md", "hosting.md", "privacy.md"}
LENGTHY = {"another-prefecture.md"}
#: What these pages take to be there.
PREPARED = {"raw-pages.md": write_drafts}
IMAGES = ROOT / "docs/images"
LONG = pytest.mark.skipif(not choose(0, 1), reason="一分钟；make stress 才运行")
STRESS = pytest.mark.stress
WORDS = "朱某"
#: The project's own tools; a person's PATH names their own instead.
TOOLS = str(Path(sys.executable).parent)
TARGET = re.compile(r"(?:`|^)(?:[A-Z]+=\S+ )*make ([a-z]+)", re.MULTILINE)
LINK = re.compile(r"\]\(([^)#]*)(?:#([^)]+))?\)")


@pytest.fixture
def written(checkout: Path, tmp_path: Path) -> Iterator[Path]:
    """Give the checkout; what its content was comes back afterwards, and no repository stays."""
    shutil.copytree(checkout / "content", tmp_path / "content")
    shutil.copy(checkout / ".gitignore", tmp_path)
    yield checkout
    shutil.rmtree(checkout / "content")
    shutil.copytree(tmp_path / "content", checkout / "content")
    shutil.copy(tmp_path / ".gitignore", checkout)
    shutil.rmtree(checkout / ".git", ignore_errors=True)


@pytest.fixture
def origin(written: Path, tmp_path: Path) -> Path:
    """Give a bare repository that holds the checkout, which is a clone of it."""
    bare = tmp_path / "origin.git"
    git(tmp_path, "init", "--quiet", "--bare", "--initial-branch=main", bare.name)
    git(written, "init", "--quiet", "--initial-branch=main")
    git(written, "remote", "add", "origin", str(bare))
    git(written, "add", "--all")
    git(written, "commit", "--quiet", "--message", "全部内容")
    git(written, "push", "--quiet", "--set-upstream", "origin", "main")
    return bare


def type_commands(folder: Path, script: str) -> str:
    """Run a script as a person would type it; gives what it printed."""
    path = run(folder, 'printf %s "$PATH"').stdout
    done = run(folder, script, {**IDENTITY, "PATH": f"{path}:{TOOLS}"})
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def list_typed(page: Path) -> list[str]:
    """List the commands of a page but for those that are tested elsewhere."""
    return [block for block in list_commands(page) if block not in NOT_HERE]


@pytest.mark.parametrize(
    "page",
    [
        pytest.param(page, id=page.name, marks=(LONG, STRESS) if page.name in LENGTHY else ())
        for page in PAGES
        if page.name not in APART and list_typed(page)
    ],
)
def test_commands_of_a_page_work(written: Path, page: Path) -> None:
    """The commands of a page succeed one after the other."""
    if page.name in PREPARED:
        PREPARED[page.name](written)
    type_commands(written, write_script(list_typed(page)))


def test_privacy_commands_remove_the_words(written: Path, origin: Path, tmp_path: Path) -> None:
    """The commands on personal data hide words, and leave none in the repository's history."""
    (written / "words.txt").write_text(f"{WORDS}==>▇▇\n", encoding="utf-8")
    assert git(origin, "log", "--all", "--oneline", f"-S{WORDS}")
    commands = list_commands(ROOT / "docs/privacy.md")
    publish = "git commit --quiet --all --message 隐去\ngit push --quiet\n"
    last = next(at for at, block in enumerate(commands) if "REPOSITORY=" in block)
    ordered = [*commands[:last], publish, *commands[last:]]
    told = type_commands(written, write_script(ordered, {"REPOSITORY": origin.as_uri()}))
    assert "已隐去" in told and "已撤下" in told
    assert git(origin, "log", "--all", "--oneline", f"-S{WORDS}") == ""
    names = git(origin, "ls-tree", "-r", "--name-only", "main")
    assert "content/data/masks.csv" in names and "content/raw/" not in names
    shutil.rmtree(written / "rewritten")
    (written / "words.txt").unlink()


def test_hosting_commands_publish_and_record(written: Path, origin: Path) -> None:
    """The site is built for its address; each day what others have pushed, recorded in turn."""
    first, daily = (b for b in list_commands(ROOT / "docs/hosting.md") if "make publish" in b)
    type_commands(written, write_script([daily]))
    assert "https://example.org/archive" in (written / "output/sitemap.xml").read_text("utf-8")
    kept = git(origin, "show", "main:content/data/addresses.csv")
    assert "articles/du-ding-qian-xing-zhan-pin-kun.html,published" in kept
    assert first in daily, "the same command"


def test_examples_are_those_of_the_pages() -> None:
    """The raw page and the corrected article that tests and pictures use are the ones shown."""
    raw = [block.text for block in read_blocks(ROOT / "docs/raw-pages.md")]
    assert RAW_PAGE in raw
    shown = [block.text for block in read_blocks(ROOT / "docs/editing.md")]
    assert any(block.startswith("corrections:") and block in CORRECTED for block in shown)
    assert RAW_NAME in (ROOT / "docs/raw-pages.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_of_a_page_lead_somewhere(page: Path) -> None:
    """Each link of a page to another, to a heading, or to a picture leads to one that is there."""
    for target, heading in LINK.findall(drop_blocks(page)):
        if "://" not in target:
            file = page.parent / target if target else page
            assert file.exists(), target
            assert not heading or heading in list_anchors(file), heading


def drop_blocks(page: Path) -> str:
    """Return a page without its blocks of code and its words in code."""
    return re.sub(r"`[^`\n]+`", "", FENCE.sub("", page.read_text("utf-8")))


def list_anchors(page: Path) -> list[str]:
    """List the headings of a page as GitHub names them in addresses."""
    headings = re.findall(r"^#+ (.+)$", page.read_text("utf-8"), re.MULTILINE)
    return [re.sub(r"[^\w-]", "", heading.lower().replace(" ", "-")) for heading in headings]


def test_every_picture_is_shown() -> None:
    """Each picture in docs/images is on a page."""
    links = (LINK.findall(page.read_text("utf-8")) for page in PAGES)
    shown = {Path(target).name for found in links for target, _ in found}
    assert {picture.name for picture in IMAGES.iterdir()} <= shown


@LONG
@STRESS
def test_pictures_can_be_taken_again(tmp_path: Path) -> None:
    """The documentation's pictures are taken anew from the real pages, all of them."""
    take_pictures(tmp_path)
    assert {picture.name for picture in tmp_path.iterdir()} == {p.name for p in IMAGES.iterdir()}


def test_every_named_target_is_there() -> None:
    """Each `make …` that a page names is a target of the Makefile."""
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    named = {word for page in PAGES for word in TARGET.findall(page.read_text("utf-8"))}
    assert named <= targets, named - targets
