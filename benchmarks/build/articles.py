"""The articles that are built, generated or a corpus's, in a project of their own.

`python -m benchmarks.build.articles FOLDER COUNT [CORPUS]`: a process of its own, for what is
measured is charged with the memory that its parent had when it began.
"""

import datetime
import shutil
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

import click
from rich.console import Console

from benchmarks.build.runs import ROOT
from benchmarks.build.texture import News, compare_texture
from benchmarks.search_news import generate_news
from evaluation.reading.articles import RealArticle, read_pages
from plugins.content.front_matter import dump_article
from plugins.content.markdown_text import to_markdown
from plugins.model import Block, FrontMatter

LINKED = ("plugins", "node_modules", "pelicanconf.py", "publishconf.py")
LOCKS = ("package-lock.json", "requirements.txt", "requirements-node.txt")


def list_news(count: int, corpus: Path | None) -> list[News]:
    """Return so many generated articles, or at most so many of a corpus (evaluation/reading)."""
    return list(islice(_read_corpus(corpus) if corpus else _generate(count), count))


def _generate(count: int) -> Iterator[News]:
    for number, document in enumerate(generate_news(count)):
        blocks = [Block("paragraph", line) for line in document.body.split("\n")]
        yield _write_front(document.title, document.date, 1 + number % 4), blocks


def _read_corpus(corpus: Path) -> Iterator[News]:
    for page in read_pages(corpus):
        date = datetime.date.fromisoformat(page.day)
        for article in page.articles:
            yield _write_front(_find_title(article), date, None), _list_blocks(article)


def _find_title(article: RealArticle) -> str:
    return "".join(text for role, text in article.heads if role == "title")


def _list_blocks(article: RealArticle) -> list[Block]:
    return [
        Block("heading" if kind == "heading" else "paragraph", text)
        for kind, text in article.blocks
    ]


def _write_front(title: str, date: datetime.date | None, page: int | None) -> FrontMatter:
    return FrontMatter(title=title, date=date, newspaper="安康日报", page=page)


def make_project(folder: Path, news: Sequence[News]) -> None:
    """Make a folder with the project's code and tables, and these articles."""
    for name in (*LINKED, *LOCKS):
        (folder / name).symlink_to(ROOT / name)
    for name in ("theme", "content/data", "content/pages"):
        shutil.copytree(ROOT / name, folder / name)
    articles = folder / "content" / "articles"
    for place in (articles, folder / "content" / "raw", folder / "content" / "images"):
        place.mkdir()
    # What is on record of the project's own articles is of no others.
    for name in ("addresses.csv", "masks.csv"):
        table = folder / "content" / "data" / name
        table.write_text(f"{table.read_text('utf-8').splitlines()[0]}\n", "utf-8")
    for number, (front, blocks) in enumerate(news):
        text = dump_article(front, to_markdown(blocks))
        (articles / f"a{number:06}.md").write_text(text, encoding="utf-8")


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.argument("count", type=int)
@click.argument("corpus", required=False, type=click.Path(path_type=Path))
def main(folder: Path, count: int, corpus: Path | None) -> None:
    """Make a project of so many articles in an empty folder, and tell what they are made of."""
    # Said before half a minute is spent on articles that have no place.
    folder.mkdir(parents=True, exist_ok=True)
    if any(folder.iterdir()):
        raise click.UsageError(f"{folder} is not empty")
    news = list_news(count, corpus)
    make_project(folder, news)
    Console().print(compare_texture(news))


if __name__ == "__main__":
    main()
