"""What several of the desk's commands are given: the content folder, files, leave to write."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import click

#: Where articles stand that the preview shows.
ARTICLES = Path("content/articles")
CONTENT = click.option(
    "--content",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    default=Path("content"),
    help="内容文件夹（默认 content）。",
)
WRITE = click.option("--write", is_flag=True, help="不问就写入；不写时在终端里先问，否则只显示。")


def is_agreed(question: str, *, write: bool) -> bool:
    """Whether a person says yes: beforehand, or now in a terminal."""
    return write or (sys.stdin.isatty() and click.confirm(question))


def take_file(hint: str) -> Callable[..., Callable[..., object]]:
    """Return a decorator for the one file that a command is for; without it `hint` is said."""

    def read(_context: click.Context, _parameter: click.Parameter, given: str) -> Path:
        if not given.strip():
            _refuse(hint)
        return Path(given)

    return click.argument("file", metavar="文章", default="", callback=read)


def take_files(hint: str) -> Callable[..., Callable[..., object]]:
    """Return a decorator for the files that a command is for; without any `hint` is said.

    `make` hands over all names as one text, where a blank stands between names or within one.
    """

    def read(
        _context: click.Context, _parameter: click.Parameter, given: tuple[str, ...]
    ) -> tuple[Path, ...]:
        files = tuple(path for text in given for path in split_files(text))
        if not files and hint:
            _refuse(hint)
        return files

    return click.argument("files", metavar="文章…", nargs=-1, callback=read)


def split_files(text: str) -> Iterator[Path]:
    """Yield the files in a text, the longest name that is there first; others up to a blank."""
    words = text.split(" ")
    at = 0
    while at < len(words):
        ends = range(len(words), at, -1)
        names = ((end, " ".join(words[at:end])) for end in ends)
        end, name = next(
            ((end, name) for end, name in names if name and Path(name).exists()),
            (at + 1, words[at]),
        )
        if name:
            yield Path(name)
        at = end


def _refuse(hint: str) -> None:
    click.echo(f"没有说明是哪个文件，{hint}", err=True)
    sys.exit(2)
