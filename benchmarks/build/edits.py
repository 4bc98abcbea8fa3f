"""What editors do to an archive between two builds."""

from pathlib import Path

TEXT = "驻村工作队帮助合作社建起茶叶加工厂，带动120户增收。"
#: What of it stands on a page as it is: terms and figures are marked there.
PLAIN = "建起茶叶加工厂"
ADDED = f"---\ntitle: 茶叶加工厂建成\ndate: 2019-11-21\n---\n\n{TEXT}\n"


def change_nothing(_folder: Path) -> None:
    """Leave it as it is."""


def pick_article(folder: Path) -> Path:
    """Return the article in the middle."""
    files = list_articles(folder)
    return files[len(files) // 2]


def edit_article(folder: Path) -> None:
    """Add a paragraph to the article in the middle."""
    file = pick_article(folder)
    file.write_text(f"{file.read_text('utf-8')}\n{TEXT}\n", encoding="utf-8")


def add_article(folder: Path) -> None:
    """Add an article."""
    (folder / "content" / "articles" / "added.md").write_text(ADDED, encoding="utf-8")


def remove_article(folder: Path) -> None:
    """Remove the first article."""
    list_articles(folder)[0].unlink()


def change_template(folder: Path) -> None:
    """Change the template that all pages have."""
    with (folder / "theme" / "templates" / "base.html").open("a", encoding="utf-8") as file:
        file.write("{# changed #}\n")


def list_articles(folder: Path) -> list[Path]:
    """Return the articles' files, sorted."""
    return sorted((folder / "content" / "articles").iterdir())
