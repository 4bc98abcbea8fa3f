"""The project's commands that write, each with a folder whose files it will change."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from evaluation.pages.damage import damage_page
from evaluation.pages.stories import own_stories
from tests.amounts import choose
from tests.faults.running import Running
from tests.prefecture.bulletin import bulletin_content
from tests.prefecture.data import write_data
from tests.sites.kept_work import share_kept
from tests.structure.sources import ROOT

#: What commands leave beside their targets when they are killed; the next run clears it away.
UNFINISHED = (".desk-", "output.new", "output.old", "archive.zip.new")


#: So that midnight changes nothing.
DAY = {"PUBLISH_DAY": "2026-12-01"}
#: Raw pages: in `make stress` as many as are shared among processes.
PAGES = tuple(f"page-{number}.txt" for number in range(choose(2, 5)))


@dataclass(frozen=True)
class WritingCommand:
    """A command; `prepare` fills a folder for it, in which it then changes files."""

    name: str
    arguments: tuple[str, ...]
    prepare: Callable[[Path], None]
    #: Seconds that it writes for, about.
    writing: float = 0.05
    #: Whether a second run after it changes nothing, and is no error.
    repeatable: bool = True

    def start(self, folder: Path) -> Running:
        """Start it in a folder, as the leader of a process group of its own."""
        return Running(self.arguments, folder, DAY)

    def run(self, folder: Path) -> tuple[int, str]:
        """Run it to its end; give its status and what it said on standard error."""
        return self.start(folder).wait()


def read_files(folder: Path) -> dict[str, bytes]:
    """Read all files that a command may change, by path; not what it borrows or keeps for speed."""
    return {
        name: path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
        and not path.is_symlink()
        and not (name := path.relative_to(folder).as_posix()).startswith(".cache/")
    }


def is_unfinished(name: str) -> bool:
    """Tell whether a path is of what a killed command leaves beside its targets."""
    return any(part.startswith(UNFINISHED) for part in Path(name).parts)


def make_raw_pages(folder: Path) -> None:
    """Write raw pages and the articles that an earlier conversion made of them."""
    for number, page in enumerate(PAGES):
        stories = own_stories()[3 * number : 3 * number + 3]
        text = damage_page(stories, "clean", number).text
        (folder / page).write_text(text, encoding="utf-8")
    _run_first("plugins.newspaper", "--output", "articles", *PAGES, folder=folder)


def make_drafts(folder: Path) -> None:
    """Write raw pages with their articles as drafts, as uploads become, beside the tables."""
    make_raw_pages(folder)
    write_data(folder / "content/data")
    (folder / "articles").rename(folder / "content/articles")


def make_manuscripts(folder: Path) -> None:
    """Write articles of a title and a body, as editors do, beside the project's tables."""
    write_data(folder / "content/data")
    (folder / "content/articles/2019").mkdir(parents=True)
    for number, story in enumerate(own_stories()[:6]):
        body = "\n\n".join(block.text for block in story.body)
        article = folder / f"content/articles/2019/a{number}.md"
        article.write_text(f"---\ntitle: 石潭{number}\n---\n\n{body}\n", encoding="utf-8")


def make_site(folder: Path) -> None:
    """Build the project's site, then change an article."""
    for name in ("theme", "plugins", "node_modules", "pelicanconf.py", "publishconf.py"):
        (folder / name).symlink_to(ROOT / name)
    shutil.copytree(bulletin_content(), folder / "content")
    share_kept(folder / ".cache")
    _run_first("plugins.output.production", "output", folder=folder)
    article = max((folder / "content/articles").rglob("*.md"))
    article.write_text(article.read_text("utf-8") + "\n后来又种了茶。\n", encoding="utf-8")


def make_zipped_site(folder: Path) -> None:
    """Write a site of a few pages and its edition, then change a page."""
    (folder / "output").mkdir()
    for number in range(60):
        page = folder / f"output/{number}.html"
        page.write_text("".join(chr(0x4E00 + n * number % 9000) for n in range(9000)), "utf-8")
    (folder / "output/index.html").write_text("旧", encoding="utf-8")
    _run_first("plugins.output.disk_edition", "--site", "output", "archive.zip", folder=folder)
    (folder / "output/index.html").write_text("新", encoding="utf-8")


def make_unrecorded_site(folder: Path) -> None:
    """Write a site of a few pages that are not on record yet."""
    write_data(folder / "content/data")
    (folder / "output/articles").mkdir(parents=True)
    for name in ("index", *(f"articles/new-{number}" for number in range(300))):
        (folder / f"output/{name}.html").write_text("页", encoding="utf-8")


def _run_first(*arguments: str, folder: Path) -> None:
    status, said = WritingCommand("", arguments, make_raw_pages).run(folder)
    assert status == 0, said


BUILD = WritingCommand("build", ("plugins.output.production", "output"), make_site, writing=1.5)
#: Those first that write most; `make test` kills no others.
COMMANDS = (
    WritingCommand(
        "convert",
        ("plugins.newspaper", "--newspaper", "康宁日报", "--output", "articles", *PAGES),
        make_raw_pages,
    ),
    WritingCommand("annotate", ("plugins.desk", "annotate", "--write"), make_manuscripts),
    BUILD,
    WritingCommand(
        "new",
        ("plugins.desk", "new", "--title", "石潭春茶开采"),
        make_manuscripts,
        writing=0.01,
        repeatable=False,
    ),
    WritingCommand("accept", ("plugins.desk", "accept", "--write", *PAGES), make_drafts),
    WritingCommand(
        "withdraw",
        ("plugins.desk", "withdraw", "--write", "content/articles/2019/a0.md"),
        make_manuscripts,
        writing=0.01,
        repeatable=False,
    ),
    WritingCommand(
        "addresses", ("plugins.desk", "addresses", "output"), make_unrecorded_site, writing=0.01
    ),
    WritingCommand(
        "zip",
        ("plugins.output.disk_edition", "--site", "output", "archive.zip"),
        make_zipped_site,
        writing=0.1,
    ),
)
