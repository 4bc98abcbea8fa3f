"""The folder of articles: what stands in it, and writing to it without harm to an editor's work."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

from plugins.content.content_error import ContentError
from plugins.content.front_matter import parse_article
from plugins.content.records import read_text
from plugins.content.sources import list_articles
from plugins.desk.conversion.manuscripts import ConvertedPage, Manuscript, is_edited, list_slugs
from plugins.desk.conversion.raw_files import locate_raw
from plugins.model import FrontMatter, Status
from plugins.site.pages.lost_lines import squeeze
from plugins.system.folders.whole_files import write_files

WRITTEN, UPDATED, SAME, EDITED = "新写入", "已更新", "没有变化", "编辑过"


@dataclass(frozen=True, slots=True)
class Existing:
    """An article that stands in the folder."""

    path: Path
    text: str
    front: FrontMatter

    @property
    def raw(self) -> str:
        """The raw page that it came from, "" where it came from none."""
        return self.front.provenance.raw if self.front.provenance else ""

    @property
    def is_edited(self) -> bool:
        """Whether it is no longer as the converter wrote it."""
        return is_edited(self.front, self.text)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one manuscript: the file and one of WRITTEN, UPDATED, SAME, EDITED."""

    manuscript: Manuscript
    path: Path
    state: str


@dataclass(frozen=True, slots=True)
class ArticleFolder:
    """The articles under one folder, as they were when it was read."""

    folder: Path
    articles: tuple[Existing, ...]

    def list_articles_of(self, raw: Path) -> list[Existing]:
        """The articles that came from a raw page."""
        name = locate_raw(raw).as_posix()
        return [article for article in self.articles if article.raw == name]

    def leave_rests(self, pages: Sequence[ConvertedPage]) -> list[ConvertedPage]:
        """Return the pages without what an article of another page has now, or has had before.

        A page keeps the only article that it has: without one, its raw text would count as left.
        """
        left = []
        for page in pages:
            ids = {one for one, raw in page.rests.items() if self._has_rest(page, one, raw, pages)}
            whole = len(ids) == len(page.manuscripts)
            left.append(page if whole else page.set_rests_aside(ids))
        return left

    def _has_rest(
        self, page: ConvertedPage, identity: str, raw: Path, pages: Sequence[ConvertedPage]
    ) -> bool:
        """Whether the article of another page has its rest: by this conversion, or in its file."""
        made = self.list_articles_of(raw)
        is_made = any(locate_raw(other.raw) == locate_raw(raw) for other in pages)
        if is_made and not any(article.is_edited for article in made):
            return True
        rest = next(m for m in page.manuscripts if m.front.id == identity)
        words = squeeze(rest.article.body[-1].text)
        return any(words in squeeze(article.text) for article in made)

    def write(
        self, pages: Sequence[ConvertedPage], status: Status = "draft"
    ) -> list[list[Outcome]]:
        """Write all articles of all pages, or none; what an editor has changed is left alone.

        With nothing written, raises ContentError as `plan` does, and OSError where the disk
        refuses.
        """
        outcomes = self.plan(pages, status)
        changed = [o for page in outcomes for o in page if o.state in (WRITTEN, UPDATED)]
        write_files([(o.path, o.manuscript.text) for o in changed])
        return outcomes

    def plan(
        self,
        pages: Sequence[ConvertedPage],
        status: Status = "draft",
        taken: Collection[str] = (),
    ) -> list[list[Outcome]]:
        """Return what would become of all articles, and write nothing.

        New ones get `status` and a file name not in `taken`; others keep theirs. Raises
        ContentError where another raw page's article has an id.
        """
        self._refuse_taken_ids(pages)
        known = {a.front.id: a for a in self.articles if a.front.id}
        new = [m for page in pages for m in page.manuscripts if m.front.id not in known]
        slugs = list_slugs(new, self._slugs | set(taken))
        names = dict(zip((m.front.id for m in new), slugs, strict=True))
        return [
            [
                _judge(m, known[m.front.id])
                if m.front.id in known
                else Outcome(
                    m.with_status(status),
                    self.folder / _shelve(m.front) / f"{names[m.front.id]}.md",
                    WRITTEN,
                )
                for m in page.manuscripts
            ]
            for page in pages
        ]

    def _refuse_taken_ids(self, pages: Sequence[ConvertedPage]) -> None:
        """Raise ContentError for a raw page whose name gives the ids of another's articles."""
        owners = {a.front.id: a for a in self.articles if a.raw}
        for page in pages:
            for manuscript in page.manuscripts:
                owner = owners.get(manuscript.front.id)
                if owner and owner.raw != locate_raw(page.raw).as_posix():
                    same = f"和由 {owner.raw} 转换的 {owner.path} 文章编号相同"
                    raise ContentError(page.raw, None, f"{same}，请给这个原文改名")

    @property
    def _slugs(self) -> set[str]:
        """The addresses that are taken, by a file's name or by what an editor gave."""
        return {a.path.stem for a in self.articles} | {
            a.front.slug for a in self.articles if a.front.slug
        }


def read_article_folder(folder: Path) -> ArticleFolder:
    """Read every article under `folder`. Raises ContentError for one that cannot be read."""
    articles = []
    for path in list_articles(folder):
        text = read_text(path)
        articles.append(Existing(path, text, parse_article(text, path)[0]))
    return ArticleFolder(folder, tuple(articles))


def read_exactly(path: Path) -> str:
    """Return a file's text with its line ends and byte order mark. Raises ContentError."""
    read_text(path)
    return path.read_bytes().decode()


def _judge(manuscript: Manuscript, existing: Existing) -> Outcome:
    if existing.is_edited:
        return Outcome(manuscript, existing.path, EDITED)
    kept = manuscript.with_status(existing.front.status)
    return Outcome(kept, existing.path, SAME if existing.text == kept.text else UPDATED)


def _shelve(front: FrontMatter) -> str:
    return str(front.date.year) if front.date else "undated"
