"""A converted page as Markdown articles, ready to be written."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from plugins.chinese.expressions import compile_late
from plugins.chinese.pinyin import slugify
from plugins.content.front_matter import dump_article
from plugins.model import FrontMatter, Status
from plugins.newspaper.layout.page import Page, RawArticle, SetAside
from plugins.newspaper.sources.formats import read_raw_page
from plugins.system.digests import hex_digest

if TYPE_CHECKING:
    from plugins.subjects import Subjects

_STATUS = compile_late(r"^status:.*\n", re.MULTILINE)
_DIGEST = compile_late(r"^(  sha256: .*\n)  digest: .*\n", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Manuscript:
    """One article as the converter would write it."""

    article: RawArticle
    subjects: "Subjects"
    front: FrontMatter
    body: str

    @property
    def text(self) -> str:
        """The whole file, sealed with the digest that shows whether an editor has changed it."""
        return seal(dump_article(self.front, self.body))

    def with_status(self, status: Status) -> "Manuscript":
        """The same article as a draft; or as published, by whoever has settled all doubts."""
        doubts = self.front.review if status == "draft" else ()
        changes = {"status": status, "review": doubts}
        return replace(self, front=self.front.model_copy(update=changes))


@dataclass(frozen=True, slots=True)
class ConvertedPage:
    """A raw page with the articles made of it.

    `rests` are the ids of those that are the rest of another page's article, with that page's file.
    """

    raw: Path
    page: Page
    manuscripts: tuple[Manuscript, ...]
    rests: Mapping[str, Path] = field(default_factory=dict)

    def without(self, ids: Collection[str]) -> "ConvertedPage":
        """The same page without the articles of these ids, which were withdrawn."""
        kept = tuple(m for m in self.manuscripts if m.front.id not in ids)
        return replace(self, manuscripts=kept)

    def set_rests_aside(self, ids: Collection[str]) -> "ConvertedPage":
        """The same page, the articles of these ids being another page's: lines of none here."""
        rests = [m.article for m in self.manuscripts if m.front.id in ids]
        lines = read_raw_page(self.raw.read_bytes(), self.raw.name).lines if rests else ()
        aside = (SetAside(n, lines[n - 1].strip(), "接排") for a in rests for n in a.numbers)
        furniture = tuple(sorted([*self.page.furniture, *aside], key=lambda a: a.line))
        return replace(self.without(ids), page=replace(self.page, furniture=furniture))


def seal(text: str) -> str:
    """The file's text with its own digest in the field provenance.digest."""
    mark = digest_text(text)
    return re.sub(
        r"^(  sha256: .*\n)", rf"\g<1>  digest: {mark}\n", text, count=1, flags=re.MULTILINE
    )


def renew_seal(text: str) -> str:
    """A sealed file's text after a change that is no editor's, sealed anew."""
    mark = digest_text(text.removeprefix("\ufeff").replace("\r\n", "\n"))
    return re.sub(r"^(  digest: )[0-9a-f]+", rf"\g<1>{mark}", text, count=1, flags=re.MULTILINE)


def digest_text(text: str) -> str:
    """The sha256 of an article's file without its digest and status: who accepts edits nothing."""
    sealed = _DIGEST.sub(r"\1", drop_status(text), count=1)
    return hex_digest(sealed.encode())


def is_edited(front: FrontMatter, text: str) -> bool:
    """Whether an article's file is no longer as the converter wrote it, or never was its own."""
    return front.provenance is None or front.provenance.digest != digest_text(text)


def drop_status(text: str) -> str:
    """An article file's text without the line `status:` of its front matter."""
    head, fence, rest = text.partition("\n---")
    return _STATUS.sub("", head + "\n")[:-1] + fence + rest


def list_slugs(manuscripts: Sequence[Manuscript], taken: set[str]) -> list[str]:
    """A file name for each manuscript, from its title, unlike any in `taken`."""
    slugs: dict[str, None] = {}
    for manuscript in manuscripts:
        front = manuscript.front
        plain = slug = slugify(front.title, [person.name for person in front.people or ()])
        n = 2
        while slug in taken or slug in slugs:
            slug, n = f"{plain}-{n}", n + 1
        slugs[slug] = None
    return list(slugs)
