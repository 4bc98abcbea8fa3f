"""A site of one page, for tests of what a folder goes through."""

from pathlib import Path


def make_folder(folder: Path, words: str) -> Path:
    """Make a site of one page."""
    folder.mkdir()
    (folder / "index.html").write_text(words, encoding="utf-8")
    return folder


def words_of(folder: Path) -> str:
    """Read the page of such a site."""
    return (folder / "index.html").read_text(encoding="utf-8")
