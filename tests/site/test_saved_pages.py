"""The pages of a saved article, made against the site as it was composed."""

from pathlib import Path

import pytest

from plugins.site.kept.kept_articles import KeptArticles
from plugins.site.saved_pages import SavedFile, SavedPages
from plugins.site.settings.tables import Tables
from tests.sites.small_site import LONG, compose_in_memory, write_content

ARTICLES = {"tea.md": "---\ntitle: 采茶\n---\n\n采茶。\n", "z-long.md": LONG}


class Desk:
    """A content folder with a short and a long article, and what makes their pages."""

    def __init__(self, folder: Path, tables: Tables) -> None:
        self.content = write_content(folder, ARTICLES)
        self.saved = SavedPages(compose_in_memory(self.content, tables), KeptArticles())

    def save(self, name: str, text: str) -> SavedFile | None:
        """Save an article."""
        file = self.content / "articles" / name
        file.write_text(text, "utf-8")
        return self.saved.make_article(file, file.relative_to(self.content))

    def list_saved(self, name: str, text: str) -> list[str]:
        """Save an article; return the addresses of its pages, none where it is left."""
        made = self.save(name, text)
        return [page.path for page in made.pages] if made else []


@pytest.fixture
def desk(tmp_path: Path, tables: Tables) -> Desk:
    """Give such a desk."""
    return Desk(tmp_path, tables)


def test_an_article_that_leaves_an_address_is_left_to_the_build(desk: Desk) -> None:
    """With another slug, or with fewer pages, what it had would stand there as it was."""
    assert desk.list_saved("tea.md", "---\ntitle: 种茶\n---\n\n种茶。\n") == ["articles/tea.html"]
    assert not desk.list_saved("tea.md", "---\ntitle: 种茶\nslug: cha\n---\n\n种茶。\n")
    assert len(desk.list_saved("z-long.md", LONG)) == 2
    assert not desk.list_saved("z-long.md", LONG[: len(LONG) // 3])


def test_a_page_does_not_take_the_place_of_the_sites_own(desk: Desk) -> None:
    """A page that an editor names as one of the site's own pages is left to the build."""
    page = desk.content / "index.md"
    page.write_text("---\ntitle: 首页\n---\n\n茶。\n", "utf-8")
    assert desk.saved.make_text(page, Path("content/pages/index.md")) is None


def test_what_is_made_ready_does_not_read_what_is_saved_meanwhile(desk: Desk) -> None:
    """Articles that are broken just then are made ready as they were composed."""
    for file in (desk.content / "articles").iterdir():
        file.write_text("---\ntitle: [\n---\n", "utf-8")
    assert desk.saved.rehearse()
