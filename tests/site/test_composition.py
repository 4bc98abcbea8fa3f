"""One composition of a site: what becomes of an error is all that who composes decides."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from plugins.content.content_error import ContentError
from plugins.content.sources import Source, read_source
from plugins.site.articles.article import Article
from plugins.site.articles.reference import Reference
from plugins.site.composition import Edition, Made, compose
from plugins.site.kept.kept_articles import KeptArticles, settle_articles
from plugins.site.settings.addresses import Address, Addresses
from plugins.site.settings.tables import Tables
from plugins.system.digests import hex_digest
from tests.sites.small_site import ARTICLES, DAY, RAW, RAW_SHA256, write_content

RAW_ARTICLE = "undated/shitan.md"


class Patient:
    """Notes every error and goes on."""

    def __init__(self) -> None:
        self.told: list[str] = []

    def tell(self, errors: Iterable[ContentError]) -> None:
        """Note errors."""
        self.told += [error.message for error in errors]

    def attempt(self, step: Callable[[], Made]) -> Made | None:
        """Note why a step fails."""
        try:
            return step()
        except ContentError as error:
            self.tell(error.list_all())
            return None

    def settle(
        self, sources: Sequence[Source], reference: Reference
    ) -> tuple[list[Article], list[ContentError]]:
        """Settle as the build does."""
        return settle_articles(sources, reference, KeptArticles())


def read(content: Path) -> tuple[list[Source], Edition]:
    """Read a content folder's articles, and say which site is made of them."""
    files = sorted((content / "articles").rglob("*.md"))
    sources = [read_source(file, file.relative_to(content)) for file in files]
    return sources, Edition(content, content / "data", content.parent / ".cache", DAY)


def test_what_is_sound_is_composed_beside_what_is_not(tmp_path: Path, tables: Tables) -> None:
    """An unknown county and a dead link are both told, and the sound article has its page."""
    articles = {
        "good.md": "---\ntitle: 好\n---\n\n[没有](none.html)\n",
        "bad.md": "---\ntitle: 坏\ncounties: [乌有县]\n---\n\n正文。\n",
    }
    sources, edition = read(write_content(tmp_path, articles))
    judge = Patient()
    site = compose(edition, tables, sources, (), judge)
    assert site is not None
    assert {"articles/good.html"} == {a.url for a in site.archive.articles}
    assert ["乌有县" in judge.told[0], "none.html" in judge.told[1]] == [True, True]


def test_without_its_settings_there_is_no_site(tmp_path: Path, tables: Tables) -> None:
    """Where site.yaml is missing nothing is composed, and the file is named."""
    content = write_content(tmp_path, {})
    sources, edition = read(content)
    (content / "data" / "site.yaml").unlink()
    judge = Patient()
    assert compose(edition, tables, sources, (), judge) is None
    assert judge.told == ["没有这个文件，请补上"]


def test_whoever_composes_hides_what_was_withdrawn(tmp_path: Path, tables: Tables) -> None:
    """Of a raw page with a withdrawn article, only what became other articles can be read."""
    raw = f"{RAW}撤下的事\n"
    sha256 = hex_digest(raw.encode())
    text = ARTICLES[RAW_ARTICLE].replace(RAW_SHA256, sha256)
    content = write_content(tmp_path, {RAW_ARTICLE: text})
    (content / "raw" / "raw.txt").write_text(raw, encoding="utf-8")
    sources, edition = read(content)
    gone = Address(address="articles/gone.html", state="withdrawn", date=DAY, id="raw-02")
    record = Addresses(tables.addresses.path, ((2, gone),))
    site = compose(edition, replace(tables, addresses=record), sources, (), Patient())
    assert site is not None
    title, _, withdrawn, *_ = site.reference.raw_pages.lines("raw.txt", sha256)
    assert (title, withdrawn) == ("石潭办起茶园", "▇▇▇▇")
