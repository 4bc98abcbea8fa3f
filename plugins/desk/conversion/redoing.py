"""A raw page converted anew: its untouched drafts go, what a person has worked on stays."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path

from plugins.content.front_matter import parse_article
from plugins.desk.conversion.article_folder import ArticleFolder, Existing, Outcome
from plugins.desk.conversion.manuscripts import ConvertedPage, Manuscript
from plugins.desk.conversion.raw_files import locate_raw, name_raw
from plugins.model import MASK, FrontMatter
from plugins.privacy.masks import list_parts
from plugins.site.pages.lost_lines import is_remark, list_runs
from plugins.system.folders.whole_files import write_files

#: Two are one text where this part of the shorter one's runs stands in the other.
_SAME = 0.4


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

    def match_kept(self, page: ConvertedPage) -> list[tuple[Manuscript, Existing]]:
        """Return the articles of a page that kept ones have already, each with that one."""
        found = ((m, [k for k in self.kept if _overlap(m, k)]) for m in page.manuscripts)
        return [(manuscript, kept[0]) for manuscript, kept in found if kept]

    def replace(self, page: ConvertedPage, reserved: Collection[str] = ()) -> list[Outcome]:
        """Write the page's articles in the place of the drafts, but for what is kept.

        An article has a new id only where a kept one has its own, and never one that is
        `reserved`: of an article that was withdrawn, or is on record as hidden.

        Raises ContentError and OSError, with nothing written. A kill in between leaves old drafts
        beside new ones, which the next run removes.
        """
        others = [a for a in self.folder.articles if a not in self.untouched]
        anew = ArticleFolder(self.folder.folder, tuple(others))
        (outcomes,) = anew.plan([self._leave_kept(page, reserved)])
        write_files([(outcome.path, outcome.manuscript.text) for outcome in outcomes])
        written = {outcome.path for outcome in outcomes}
        for draft in self.untouched:
            if draft.path not in written:
                draft.path.unlink()
        return outcomes

    def _leave_kept(self, page: ConvertedPage, reserved: Collection[str]) -> ConvertedPage:
        """The page without what kept articles have; no other article has the id of one."""
        left = [manuscript for manuscript, _ in self.match_kept(page)]
        new = [m for m in page.manuscripts if m not in left]
        held = {article.front.id for article in self.kept}
        taken = held.union(reserved, (m.front.id for m in new))
        named = (f"{name_raw(self.raw)}-{n:02d}" for n in count(1))
        free = (identity for identity in named if identity not in taken)
        ids = [next(free) if m.front.id in held else m.front.id for m in new]
        changed = [_change(m, id=identity) for m, identity in zip(new, ids, strict=True)]
        return replace(page, manuscripts=tuple(self._hand_on(left, changed)))

    def _hand_on(self, left: Sequence[Manuscript], new: Sequence[Manuscript]) -> list[Manuscript]:
        """Let the first new article tell of the lost lines that those left out would have told of.

        A kept article of the same raw text has told of them itself, until somebody settled it.
        """
        known = {k.front.provenance.sha256 for k in self.kept if k.front.provenance}
        lost = [
            remark
            for m in left
            if m.front.provenance and m.front.provenance.sha256 not in known
            for remark in m.front.review
            if is_remark(remark)
        ]
        if not new or not lost:
            return list(new)
        return [_change(new[0], review=(*new[0].front.review, *lost)), *new[1:]]


def find_raw(given: Path, content: Path) -> Path:
    """Return the raw page that is meant, in content/raw/ wherever one there goes by the name.

    One that is gone stands where it would be.
    """
    raw = content / "raw"
    own = raw / locate_raw(given)
    if not given.is_absolute() and (raw / given).exists():
        return raw / given
    return given if given.exists() and not own.exists() else own


def begin_redoing(raw: Path, folder: ArticleFolder) -> Redoing:
    """Return what becomes of the articles of a raw page, which may be gone itself."""
    made = folder.list_articles_of(raw)
    drafts = [a for a in made if a.front.status == "draft" and not _is_worked_on(a)]
    return Redoing(raw, folder, tuple(drafts), tuple(a for a in made if a not in drafts))


def _is_worked_on(article: Existing) -> bool:
    return article.is_edited or MASK in article.text


def _overlap(manuscript: Manuscript, kept: Existing) -> bool:
    """Whether both are of the same raw lines, or of much the same words."""
    new, old = manuscript.front.provenance, kept.front.provenance
    if new and old and new.sha256 == old.sha256:
        lines = set(_list_lines(manuscript.front))
        if not lines.isdisjoint(_list_lines(kept.front)):
            return True
    front, article = manuscript.front, manuscript.article
    parts = list_parts(front.title, front.subtitle, front.kicker, article.body)
    one, other = list_runs("".join(parts.values())), list_runs(_read_words(kept))
    return len(one & other) >= _SAME * max(1, min(len(one), len(other)))


def _read_words(article: Existing) -> str:
    front = article.front
    body = parse_article(article.text, article.path)[1]
    return "".join((front.title, front.subtitle or "", front.kicker or "", body))


def _list_lines(front: FrontMatter) -> Iterator[int]:
    provenance = front.provenance
    blocks: Sequence[Sequence[int]] = provenance.blocks if provenance else ()
    for numbers in (provenance.lines.title if provenance else (), *blocks):
        yield from numbers


def _change(manuscript: Manuscript, **fields: object) -> Manuscript:
    return replace(manuscript, front=manuscript.front.model_copy(update=fields))
