"""The articles that are built: generated ones, or a folder of real ones."""

import shutil
from pathlib import Path

from benchmarks.build.runs import ROOT
from benchmarks.search_news import generate_news
from plugins.content.front_matter import dump_article
from plugins.content.markdown_text import to_markdown
from plugins.model import Block, FrontMatter

LINKED = ("plugins", "theme", "node_modules", "pelicanconf.py", "publishconf.py")
LOCKS = ("package-lock.json", "requirements.txt", "requirements-node.txt")


def make_project(folder: Path, articles: int, corpus: Path | None) -> Path:
    """Make a folder with the project's code and tables, and articles; return theirs."""
    for name in (*LINKED, *LOCKS):
        (folder / name).symlink_to(ROOT / name)
    content = folder / "content"
    for name in ("data", "pages"):
        shutil.copytree(ROOT / "content" / name, content / name)
    for name in ("raw", "images", "articles"):
        (content / name).mkdir()
    # What is on record of the project's own articles is of no others.
    for name in ("addresses.csv", "masks.csv"):
        table = content / "data" / name
        table.write_text(f"{table.read_text('utf-8').splitlines()[0]}\n", "utf-8")
    write = _write_generated if corpus is None else _copy_corpus
    write(content / "articles", articles, corpus or folder)
    return content / "articles"


def _write_generated(target: Path, articles: int, _folder: Path) -> None:
    for number, document in enumerate(generate_news(articles)):
        front = FrontMatter(
            title=document.title, date=document.date, newspaper="安康日报", page=1 + number % 4
        )
        blocks = [Block("paragraph", line) for line in document.body.split("\n")]
        text = dump_article(front, to_markdown(blocks))
        (target / f"a{number:06}.md").write_text(text, encoding="utf-8")


def _copy_corpus(target: Path, articles: int, corpus: Path) -> None:
    """Copy the first articles of a folder of Markdown with title, date and body."""
    for file in sorted(corpus.rglob("*.md"))[:articles]:
        shutil.copyfile(file, target / file.name)
