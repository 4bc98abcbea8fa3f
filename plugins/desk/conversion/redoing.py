"""A raw page converted anew: its untouched drafts go, what a person has worked on stays."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path

from plugins.desk.conversion.article_folder import ArticleFolder, Existing, Outcome
from plugins.desk.conversion.manuscripts import ConvertedPage, Manuscript, name_raw
from plugins.model import FrontMatter
from plugins.system.whole_files import write_files


@dataclass(frozen=True, slots=True)
class Redoing:
    """The articles of a raw page: drafts to be replaced, and those that are `kept`."""

    raw: Path
    folder: ArticleFolder
    untouched: tuple[Existing, ...]
    kept: tuple[Existing, ...]

    def delete(self) -> None:
        """Remove the untouched drafts. Raises OSError."""
        for draft in self.untouched:
            draft.path.unlink()

    def replace(self, page: ConvertedPage) -> list[Outcome]:
        """Write the page's articles in the place of the drafts, but for what is kept.

        Raises ContentError and OSError, with nothing written. A kill in between leaves old drafts
        beside new ones, which the next run removes.
        """
        others = [a for a in self.folder.articles if a not in self.untouched]
        anew = ArticleFolder(self.folder.folder, tuple(others))
        (outcomes,) = anew.plan([self._leave_kept(page)])
        write_files([(outcome.path, outcome.manuscript.text) for outcome in outcomes])
        written = {outcome.path for outcome in outcomes}
        for draft in self.untouched:
            if draft.path not in written:
                draft.path.unlink()
        return outcomes

    def _leave_kept(self, page: ConvertedPage) -> ConvertedPage:
        """The page without what kept articles have; the others get ids that those leave free."""
        taken = {article.front.id for article in self.kept}
        free = (f"{name_raw(self.raw)}-{n:02d}" for n in count(1))
        ids = (identity for identity in free if identity not in taken)
        new = [m for m in page.manuscripts if not any(_overlap(m, kept) for kept in self.kept)]
        return replace(page, manuscripts=tuple(map(_identify, new, ids)))


def begin_redoing(raw: Path, folder: ArticleFolder) -> Redoing:
    """Return what becomes of the articles of a raw page, which may be gone itself."""
    made = folder.list_articles_of(raw)
    drafts = [a for a in made if a.front.status == "draft" and not a.is_edited]
    return Redoing(raw, folder, tuple(drafts), tuple(a for a in made if a not in drafts))


def _overlap(manuscript: Manuscript, kept: Existing) -> bool:
    """Whether both are of the same raw lines; of another text of the page, of the same id."""
    new, old = manuscript.front.provenance, kept.front.provenance
    if new is None or old is None or new.sha256 != old.sha256:
        return manuscript.front.id == kept.front.id
    return not set(_list_lines(manuscript.front)).isdisjoint(_list_lines(kept.front))


def _list_lines(front: FrontMatter) -> Iterator[int]:
    provenance = front.provenance
    blocks: Sequence[Sequence[int]] = provenance.blocks if provenance else ()
    for numbers in (provenance.lines.title if provenance else (), *blocks):
        yield from numbers


def _identify(manuscript: Manuscript, identity: str) -> Manuscript:
    return replace(manuscript, front=manuscript.front.model_copy(update={"id": identity}))
