"""A build that uses what earlier ones have kept gives the bytes of one that does not, file by file.

A small archive is edited at random, built with what was kept, and built from nothing.
"""

import datetime
import os
import random
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from plugins.system.processes import share_work
from tests.amounts import choose
from tests.sites.files import read_files
from tests.sites.small_site import ARTICLES, DAY, LONG, build_site, write_content
from tests.structure.sources import ROOT

pytestmark = pytest.mark.stress

SEEDS = range(choose(1, 10))
STEPS = choose(3, 10)
#: So many things change between two builds.
TOGETHER = 4
PLUGINS = ["plugins.site", "plugins.search"]
MASKED = "2019/xunbin-chanye.md"
#: It stands on several pages, and stays.
LONGEST = "2019/long.md"
NEW = "---\ntitle: 新闻{0}\ndate: 2019-{1:02}-21\n---\n\n平达县云台山茶园{0}亩。\n"


class EditedSite:
    """An archive that is edited; `day` is that of its next build."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.folder = folder
        self.random = random.Random(seed)  # noqa: S311 - edits, no secrets
        self.content = write_content(folder, {**ARTICLES, LONGEST: LONG})
        self.articles = self.content / "articles"
        self.theme = Path(shutil.copytree(ROOT / "theme", folder / "theme"))
        # Scripts of the theme find their packages in the folders above them.
        (folder / "node_modules").symlink_to(ROOT / "node_modules")
        self.day = DAY

    def build(self, cache: Path) -> dict[str, bytes]:
        """Build the site with what is kept in a folder; return its files."""
        settings = {"PLUGINS": PLUGINS, "THEME": str(self.theme), "CACHE_PATH": str(cache)}
        output = self.folder / f"output-{os.getpid()}"
        build_site(self.content, output, **settings, PUBLISH_DAY=self.day)
        held = read_files(output)
        shutil.rmtree(output)
        return held

    def choose_article(self) -> Path:
        """Return any article but the long one, and that with masks, which edits would move."""
        files = sorted(self.articles.rglob("*.md"))
        kept = (MASKED, LONGEST)
        return self.random.choice([file for file in files if not str(file).endswith(kept)])

    def number(self) -> int:
        """Return a number that no other edit has."""
        return self.random.randrange(10_000, 100_000)


def edit_body(site: EditedSite) -> None:
    """Add a sentence to an article."""
    file = site.choose_article()
    file.write_text(f"{file.read_text('utf-8')}\n桐阳市种拐枣{site.number()}亩。\n", "utf-8")


def edit_long(site: EditedSite) -> None:
    """Begin the long article with another paragraph, so that its parts move."""
    head, mark, body = (site.articles / LONGEST).read_text("utf-8").rpartition("---\n\n")
    more = f"平达县种茶{site.number()}亩。{'茶' * 2_500}\n\n"
    (site.articles / LONGEST).write_text(f"{head}{mark}{more}{body}", "utf-8")


def edit_fields(site: EditedSite) -> None:
    """Give an article another headline."""
    file = site.choose_article()
    text = file.read_text("utf-8").replace("title: ", f"title: 之{site.number()}", 1)
    file.write_text(text, "utf-8")


def edit_date(site: EditedSite) -> None:
    """Give an article another day, under the same address."""
    file, number = site.choose_article(), site.number()
    day = f"\\ndate: 2019-{1 + number % 12:02}-{1 + number % 28:02}\\n"
    file.write_text(re.sub(r"\ndate: \S+\n", day, file.read_text("utf-8"), count=1), "utf-8")


def copy_article(site: EditedSite) -> None:
    """Print a report twice."""
    text = site.choose_article().read_text("utf-8")
    copied = re.sub(r"\n(id|slug): \S+", "", text)
    (site.articles / f"again-{site.number()}.md").write_text(copied, "utf-8")


def edit_tiles(site: EditedSite) -> None:
    """Exchange two counties in the schematic, of which the share pictures are made."""
    file = site.content / "data" / "county-tiles.csv"
    head, *rows = file.read_text("utf-8").splitlines()
    (one, at), (other, there) = (row.split(",", 1) for row in site.random.sample(rows, 2))
    moved = {f"{one},{at}": f"{one},{there}", f"{other},{there}": f"{other},{at}"}
    file.write_text("\n".join([head, *(moved.get(row, row) for row in rows), ""]), "utf-8")


def edit_villages(site: EditedSite) -> None:
    """Give a town a village that some articles name, or take its first from it."""
    file = site.content / "data" / "villages.csv"
    head, *rows = file.read_text("utf-8").splitlines()
    changed = rows[1:] if site.number() % 2 else [*rows, f"第{site.number()}村,后桑镇,石潭县"]
    file.write_text("\n".join([head, *changed, ""]), "utf-8")


def add_article(site: EditedSite) -> None:
    """Write a new article; sometimes one that waits for its day."""
    number = site.number()
    text = NEW.format(number, 1 + number % 12)
    if number % 3 == 0:
        text = text.replace("---\n\n", "publish_on: 2026-01-02\n---\n\n", 1)
    (site.articles / f"new-{number}.md").write_text(text, "utf-8")


def remove_article(site: EditedSite) -> None:
    """Delete an article, as long as there are others."""
    if len(list(site.articles.rglob("*.md"))) > 4:
        site.choose_article().unlink()


def rename_article(site: EditedSite) -> None:
    """Give an article another address."""
    site.choose_article().rename(site.articles / f"renamed-{site.number()}.md")


def edit_glossary(site: EditedSite) -> None:
    """Explain one word more."""
    number = site.number()
    term = f"  - {{slug: term-{number}, name: 茶园{number % 7}, aliases: [], explanation: 茶}}\n"
    (site.content / "data" / "glossary.yaml").write_text(f"terms:\n{term}", "utf-8")


def edit_topics(site: EditedSite) -> None:
    """Give the first topic one alias more."""
    file = site.content / "data" / "topics.yaml"
    more = f"- {{name: 拐枣{site.number()}, slug: guaizao-{site.number()}, shelf: 本馆,"
    file.write_text(
        f"{file.read_text('utf-8')}{more} explanation: 树, terms: {{拐枣: 3}}}}\n", "utf-8"
    )


def edit_settings(site: EditedSite) -> None:
    """Give the site another name."""
    file = site.content / "data" / "site.yaml"
    text = file.read_text("utf-8").replace("name: ", f"name: 之{site.number()}", 1)
    file.write_text(text, "utf-8")


def edit_masks(site: EditedSite) -> None:
    """Hide some characters of a headline."""
    start = site.random.randrange(3)
    row = f"page-02,title,{start},{start + 2},2026-01-01\n"
    (site.content / "data" / "masks.csv").write_text(f"article,part,start,end,date\n{row}", "utf-8")


def edit_template(site: EditedSite) -> None:
    """Add a word to every page's foot, or to articles alone."""
    name = site.random.choice(["partials/footer.html", "article.html"])
    file = site.theme / "templates" / name
    text = file.read_text("utf-8")
    file.write_text(
        text.replace("</footer>", f"{site.number()}</footer>").replace("约 ", "约  "), "utf-8"
    )


def change_day(site: EditedSite) -> None:
    """Build on the next day, on which some articles appear."""
    site.day += datetime.timedelta(1)


EDITS: list[Callable[[EditedSite], None]] = [
    *(edit_body, edit_long, edit_fields, add_article, remove_article, rename_article),
    *(edit_date, copy_article, edit_tiles, edit_villages, edit_glossary, edit_topics),
    *(edit_settings, edit_masks, edit_template, change_day),
]


def damage(cache: Path, chance: random.Random) -> None:
    """Cut, alter, empty or exchange most kept files."""
    files = [Path(folder, name) for folder, _, names in os.walk(cache) for name in names]
    for file in chance.sample(files, len(files) * 4 // 5):
        content, place = file.read_bytes(), chance.randrange(file.stat().st_size or 1)
        altered = content[:place] + b"\0" + content[place + 1 :]
        other = chance.choice(files).read_bytes()
        file.write_bytes(chance.choice([content[:place], altered, b"", other]))


@pytest.mark.parametrize("seed", SEEDS)
def test_what_is_kept_changes_no_byte(tmp_path: Path, seed: int) -> None:
    """After each of many edits, the site is the one that would be built from nothing.

    So are those of two builds at once that find most of what is kept damaged.
    """
    site = EditedSite(tmp_path, seed)
    site.build(tmp_path / "kept")
    for step in range(STEPS):
        edits = site.random.sample(EDITS, TOGETHER)
        for edit in edits:
            edit(site)
        kept, anew = site.build(tmp_path / "kept"), site.build(tmp_path / f"anew-{step}")
        assert kept.keys() == anew.keys(), edits
        assert [name for name in anew if kept[name] != anew[name]] == [], edits
    damage(tmp_path / "kept", site.random)
    assert share_work(lambda _: site.build(tmp_path / "kept") == anew, range(2), 2) == [True, True]
