"""Articles that earlier builds have kept are those that would be made anew, or are made anew."""

import datetime
import pickle
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from plugins.content.sources import Source, read_source
from plugins.site.articles.article import Article
from plugins.site.kept.kept_articles import KeptArticles
from plugins.site.settings.tables import Tables
from tests.sites.small_site import DAY, make_reference, write_content

TEA = "---\ntitle: 石潭县春茶开园\n---\n\n石潭县后桑镇种茶3000亩。\n\n![茶园](../images/tea.png)\n"


class Desk:
    """One article, settled again and again with what was kept before."""

    def __init__(self, folder: Path, tables: Tables) -> None:
        self.content = write_content(folder, {"tea.md": TEA})
        self.file = self.content / "articles" / "tea.md"
        self.folder = folder / "kept"
        self.tables = tables

    def settle(self, kept: KeptArticles, site_url: str = "", day: datetime.date = DAY) -> Article:
        """Read and settle it, keep it, and return it."""
        reference = make_reference(self.content, self.tables)
        source = kept.read(self.file, Path("articles/tea.md"))
        reference = replace(reference, site_url=site_url, day=day)
        (article,) = kept.settle([source], reference)
        assert isinstance(article, Article)
        return article

    def again(self) -> Article:
        """Settle it as the next build does."""
        return self.settle(KeptArticles(self.folder))

    def anew(self) -> Article:
        """Settle it as the first build of all does."""
        return self.settle(KeptArticles())


@pytest.fixture
def desk(tmp_path: Path, tables: Tables) -> Desk:
    """Give an article that has been kept."""
    made = Desk(tmp_path, tables)
    made.again()
    return made


def edit_text(desk: Desk) -> None:
    """Save another text."""
    desk.file.write_text(TEA.replace("3000亩", "4000亩"), encoding="utf-8")


def edit_fields(desk: Desk) -> None:
    """Say that it is about another county."""
    desk.file.write_text(TEA.replace("---\n\n", "counties: [桐阳市]\n---\n\n", 1), encoding="utf-8")


def edit_picture(desk: Desk) -> None:
    """Put another picture in the place of the one that it has."""
    Image.new("RGB", (90, 40), "red").save(desk.content / "images" / "tea.png")


def edit_tables(desk: Desk) -> None:
    """Take a topic out of its table."""
    subjects = replace(desk.tables.subjects, topics=desk.tables.subjects.topics[1:])
    desk.tables = replace(desk.tables, subjects=subjects, digest=b"another")


def edit_glossary(desk: Desk) -> None:
    """Explain a word of it."""
    terms = "terms:\n  - {slug: chunchayuan, name: 种茶, explanation: 种茶树。}\n"
    (desk.content / "data" / "glossary.yaml").write_text(terms, encoding="utf-8")


def edit_nothing(_desk: Desk) -> None:
    """Leave all as it is."""


EDITS = [edit_text, edit_fields, edit_picture, edit_tables, edit_glossary, edit_nothing]


@pytest.mark.parametrize("edit", EDITS, ids=lambda edit: edit.__name__)
def test_what_is_kept_is_what_would_be_made(desk: Desk, edit: Callable[[Desk], None]) -> None:
    """After a change of anything that decides what it says, an article is as if made anew."""
    before = desk.again()
    edit(desk)
    after = desk.again()
    assert repr(after) == repr(desk.anew())
    assert (repr(after) == repr(before)) is (edit is edit_nothing)


def test_what_has_not_changed_is_not_made_again(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A kept article is neither rendered nor settled again, at another address and day neither."""

    def refuse(*_: object) -> None:
        raise AssertionError

    kept = KeptArticles(desk.folder)
    monkeypatch.setattr("plugins.site.kept.kept_articles.read_source", refuse)
    monkeypatch.setattr("plugins.site.kept.article_errand.settle_text", refuse)
    article = desk.settle(kept, "https://archive.example", DAY + datetime.timedelta(1))
    assert article.cited.address == "https://archive.example/articles/tea.html"


def test_a_copied_project_makes_nothing_again(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a copy of the project's folder kept articles are found, and are of its own files."""
    copy = Path(shutil.copytree(tmp_path, tmp_path.with_name(f"{tmp_path.name}-copy")))
    desk.content, desk.folder = copy / desk.content.relative_to(tmp_path), copy / "kept"
    desk.file = desk.content / "articles" / "tea.md"
    anew = repr(desk.anew())
    monkeypatch.setattr("plugins.site.kept.kept_articles.read_source", None)
    monkeypatch.setattr("plugins.site.kept.article_errand.settle_text", None)
    article = desk.again()
    assert article.source.file == desk.file and repr(article) == anew
    kept = b"".join(file.read_bytes() for file in desk.folder.rglob("*.kept"))
    assert str(tmp_path).encode() not in kept


def test_a_body_is_read_when_it_is_asked_for(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """What lists say of a kept article is there without its body, and without its source's."""
    anew = desk.anew()
    monkeypatch.setattr("plugins.site.kept.article_values.Body", str)
    monkeypatch.setattr("plugins.site.kept.article_values.ArticleBody", str)
    article = desk.again()
    assert (article.title, article.told, article.text) == (anew.title, anew.told, anew.text)
    for held in (article.held, article.source.held):
        with pytest.raises(pickle.UnpicklingError):
            held.get()


def damage(content: bytes, how: str) -> bytes:
    """Return a kept file's bytes as a fault may leave them."""
    middle = len(content) // 2
    return {
        "empty": b"",
        "truncated": content[:middle],
        "altered": content[:middle] + bytes([content[middle] ^ 1]) + content[middle + 1 :],
        "longer": content + b"\0",
        "other": b"not what was kept",
    }[how]


@pytest.mark.parametrize("how", ["empty", "truncated", "altered", "longer", "other"])
def test_a_damaged_file_is_not_taken(desk: Desk, how: str) -> None:
    """Whatever has become of the kept files, the articles are right."""
    for file in desk.folder.rglob("*.kept"):
        file.write_bytes(damage(file.read_bytes(), how))
    assert repr(desk.again()) == repr(desk.anew())


def test_a_build_that_fails_forgets_nothing(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """After a build that stopped before it settled anything, the next one makes nothing again."""
    kept = KeptArticles(desk.folder)
    kept.read(desk.file, Path("articles/tea.md"))
    monkeypatch.setattr("plugins.site.kept.article_errand.settle_text", None)
    monkeypatch.setattr("plugins.site.kept.kept_articles.read_source", None)
    assert desk.settle(kept).title
    assert KeptArticles(desk.folder).read(desk.file, Path("articles/tea.md")).digest


def test_of_an_article_that_is_gone_nothing_is_kept(desk: Desk) -> None:
    """Once the last article has been withdrawn, its words are in no kept file."""
    kept = KeptArticles(desk.folder)
    before = b"".join(file.read_bytes() for file in desk.folder.rglob("*.kept"))
    assert list(kept.settle([], make_reference(desk.content, desk.tables))) == []
    held = b"".join(file.read_bytes() for file in desk.folder.rglob("*.kept"))
    assert "茶".encode() in before and "茶".encode() not in held


def test_a_file_deleted_while_it_is_read_is_read_the_next_time(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An article that was deleted just after it was read is shown once more, and not kept."""

    def read_and_delete(file: Path, path: Path) -> Source:
        source = read_source(file, path)
        file.unlink()
        return source

    monkeypatch.setattr("plugins.site.kept.kept_articles.read_source", read_and_delete)
    assert KeptArticles().read(desk.file, Path("articles/tea.md")).digest == b""
