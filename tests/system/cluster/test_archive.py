"""An archive made by a cluster is the one that this machine makes alone, whatever becomes of it."""

from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import fields
from pathlib import Path
from typing import Any, TypeAlias

import pytest
from PIL import Image

from evaluation.pages.damage import damage_page
from evaluation.pages.stories import own_stories
from plugins.content.sources import Source
from plugins.desk.conversion import page_errand
from plugins.desk.conversion.issues import Issue
from plugins.desk.conversion.manuscripts import ConvertedPage
from plugins.desk.conversion.page_errand import convert_resumably
from plugins.desk.conversion.raw_files import RawFile
from plugins.site.articles.article import Article
from plugins.site.kept import article_errand
from plugins.site.kept.article_errand import Settling
from plugins.site.kept.kept_articles import KeptArticles
from plugins.site.settings.tables import Tables
from plugins.system.cluster.sharing import ClusterError, share_far
from plugins.system.cluster.worker import Errand
from tests.sites.small_site import ARTICLES, make_reference, write_content
from tests.system.cluster.conftest import Cluster
from tests.system.cluster.errands import prepare_slow_settling

Work: TypeAlias = Callable[..., Iterator[tuple[int, Any]]]
Here: TypeAlias = Callable[[Any], Any]

#: One with a picture, which stays at home; one with an error, which is told from there.
MORE = {
    "tea.md": "---\ntitle: 石潭县种茶\n---\n\n种茶3000亩。\n\n![茶园](../images/tea.png)\n",
    "wrong.md": "---\ntitle: 石潭县种茶\ntopics: [没有的专题]\n---\n\n种茶3000亩。\n",
}


class Desk:
    """Articles of every sort, settled with what was kept before."""

    def __init__(self, folder: Path, tables: Tables) -> None:
        self.content = write_content(folder, {**ARTICLES, **MORE})
        (self.content / "images").mkdir(exist_ok=True)
        Image.new("RGB", (90, 40), "green").save(self.content / "images/tea.png")
        self.reference = make_reference(self.content, tables)

    def settle(self, kept: KeptArticles) -> list[object]:
        """Settle them; return each article's fields, and an error as its words."""
        files = sorted((self.content / "articles").rglob("*.md"))
        sources = [kept.read(file, file.relative_to(self.content)) for file in files]
        settled = kept.settle(sources, self.reference)
        return [
            [getattr(one, field.name) for field in fields(one)]
            if isinstance(one, Article)
            else str(one)
            for one in settled
        ]


@pytest.fixture
def returned(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """Give the items that no worker could do, as they come home."""
    items: list[Any] = []

    def share(errand: Errand, here: Here, *asked: Any) -> Iterator[tuple[int, Any]]:
        return share_far(errand, lambda item: items.append(item) or here(item), *asked)

    for module in (article_errand, page_errand):
        monkeypatch.setattr(module, "share_far", share)
    return items


def test_articles_are_the_same(
    cluster: Cluster,
    tmp_path: Path,
    tables: Tables,
    returned: list[Source],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Articles that a cluster has settled are those of this process, pictures and errors too."""
    monkeypatch.setattr(article_errand, "BLOCK", 2)
    desk = Desk(tmp_path, tables)
    settled = desk.settle(KeptArticles())
    assert {source.path.name for source in returned} == {*MORE, "hostile.md"}
    monkeypatch.delenv("SCHEDULER")
    alone = desk.settle(KeptArticles())
    assert settled == alone
    assert {type(one) for one in alone} == {list, str}


def stop_after(results: int, work: Work, stop: Callable[[], None]) -> Work:
    """Return the same work, stopped when so many results have come."""

    def watched(*arguments: object) -> Iterator[tuple[int, Any]]:
        with closing(work(*arguments)) as made:
            for number, result in enumerate(made, start=1):
                yield result
                if number == results:
                    stop()

    return watched


def write_pages(folder: Path, count: int) -> list[Path]:
    """Write raw pages of a story each."""
    pages = [folder / f"page-{number}.txt" for number in range(count)]
    for number, page in enumerate(pages):
        stories = own_stories()[number : number + 1]
        page.write_text(damage_page(stories, "clean", number).text, encoding="utf-8")
    return pages


def describe(pages: list[ConvertedPage]) -> list[list[str]]:
    """Return the texts of all articles as they would be written."""
    return [[manuscript.text for manuscript in page.manuscripts] for page in pages]


def interrupt() -> None:
    """Do what Ctrl-C does."""
    raise KeyboardInterrupt


def test_pages_are_the_same_also_after_an_interruption(
    cluster: Cluster, tmp_path: Path, returned: list[RawFile], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A conversion that was interrupted leaves its pages for the next run; all are the same."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(page_errand, "_MANY", 1)
    monkeypatch.setattr(page_errand, "BLOCK", 1)
    pages = write_pages(tmp_path, 3)
    whole = page_errand._convert_many
    monkeypatch.setattr(page_errand, "_convert_many", stop_after(1, whole, interrupt))
    with pytest.raises(KeyboardInterrupt), convert_resumably(pages, Issue()):
        pass
    asked: list[object] = []
    monkeypatch.setattr(page_errand, "_convert_many", lambda new: asked.extend(new) or whole(new))
    with convert_resumably(pages, Issue()) as resumed:
        assert len(asked) == 2
    assert not page_errand.KEPT.exists()
    assert returned == []
    alone = [page_errand._convert_here(page_errand.read_raw_file(p, Issue())) for p in pages]
    assert describe(resumed) == describe(alone)


def test_settling_goes_on_where_a_lost_cluster_stopped(
    cluster: Cluster, tmp_path: Path, tables: Tables, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When the scheduler is gone, one line says what to do, and what came is not settled again."""
    monkeypatch.setattr(article_errand, "BLOCK", 1)
    monkeypatch.setattr(article_errand, "prepare_settling", prepare_slow_settling)
    stopped = stop_after(2, Settling.settle_all, lambda: cluster.kill("scheduler"))
    monkeypatch.setattr(Settling, "settle_all", stopped)
    desk, folder = Desk(tmp_path, tables), tmp_path / "kept"
    with pytest.raises(ClusterError, match="和集群的调度器断开了，已经做好的都留着"):
        desk.settle(KeptArticles(folder))
    monkeypatch.undo()
    again = KeptArticles(folder)
    assert len(again._articles._memo._known) >= 2
    assert desk.settle(again) == desk.settle(KeptArticles())
