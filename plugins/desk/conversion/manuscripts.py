"""A converted page as Markdown articles, ready to be written."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from plugins.chinese.expressions import compile_late
from plugins.chinese.pinyin import slugify
from plugins.content.content_error import ContentError
from plugins.content.front_matter import dump_article
from plugins.content.markdown_text import to_markdown
from plugins.desk.conversion.issues import Issue, find_issue
from plugins.desk.conversion.lost_lines import add_lost_lines
from plugins.desk.conversion.raw_files import RawFile, allow_seconds, name_place, read_raw_file
from plugins.figures import TooManyFiguresError
from plugins.model import DateEstimate, FrontMatter, Provenance, Status
from plugins.newspaper import Page, RawArticle, SetAside, convert_page, read_raw_page
from plugins.newspaper.continued_articles import OtherPage, join_pages
from plugins.newspaper.date_estimates import estimate_date
from plugins.privacy.masks import Masks, cover, list_parts
from plugins.site.articles.derivation import derive_fields
from plugins.site.settings.tables import Tables
from plugins.subjects import Subjects
from plugins.system.digests import hex_digest
from plugins.system.time_limit import TookTooLongError, limit_time

_STATUS = compile_late(r"^status:.*\n", re.MULTILINE)
_DIGEST = compile_late(r"^(  sha256: .*\n)  digest: .*\n", re.MULTILINE)

#: What is said of a page that takes longer than its length allows.
TOO_LONG = "转换了 {:.0f} 秒还没有完，请按文章分成几个文件，或把它发给开发者"


@dataclass(frozen=True, slots=True)
class Manuscript:
    """One article as the converter would write it."""

    article: RawArticle
    subjects: Subjects
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


def convert(raw: Path, given: Issue, tables: Tables, allowed: float | None = None) -> ConvertedPage:
    """Read and convert one raw file. Raises what either does."""
    return convert_file(read_raw_file(raw, given), tables, allowed)


def convert_file(file: RawFile, tables: Tables, allowed: float | None = None) -> ConvertedPage:
    """Convert one raw file that was read.

    What is on record as hidden is hidden in the articles before anything is made of them.
    It may take `allowed` seconds of the processor, or else what its length allows. Raises
    ContentError.
    """
    seconds = allowed or allow_seconds(file.data)
    try:
        with limit_time(seconds):
            return _convert(file, tables)
    except TookTooLongError:
        raise ContentError(file.path, None, TOO_LONG.format(seconds)) from None


def _convert(file: RawFile, tables: Tables) -> ConvertedPage:
    page = convert_page(file.data, str(file.path))
    told = file.issue.fill(find_issue([*page.furniture, *page.sources]))
    issue = told.model_copy(update={"newspaper": tables.newspapers.name(told.newspaper)})
    page, rests = _join_pages(page, issue, file)
    name = name_place(file.place)
    named = [(f"{name}-{n:02d}", a) for n, a in enumerate(page.articles, start=1)]
    articles = [(identity, mask_news(a, [identity], tables.masks)) for identity, a in named]
    texts = (block.text for _, article in articles for block in article.body)
    estimate = None if issue.date else estimate_date(texts)
    sha256 = hex_digest(file.data)
    doubts = add_lost_lines([article for _, article in articles], page.unassigned, rests)
    try:
        manuscripts = tuple(
            _write(article, review, identity, file.place, sha256, issue, estimate, tables)
            for (identity, article), review in zip(articles, doubts, strict=True)
        )
    except TooManyFiguresError as error:
        raise ContentError(file.path, None, str(error)) from None
    return ConvertedPage(file.path, page, manuscripts, {named[n][0]: rests[n] for n in rests})


def _join_pages(page: Page, issue: Issue, file: RawFile) -> tuple[Page, dict[int, Path]]:
    """The page with its articles joined to their rests on other pages of its issue.

    Also the numbers of those that are such rests, with the file that has their beginning.
    """
    if issue.page is None:
        return page, {}
    paths = {other.issue.page or 0: other.path for other in file.others}
    others = [
        OtherPage(other.path.name, other.issue.page or 0, convert_page(other.data, str(other.path)))
        for other in file.others
    ]
    joined, rests = join_pages(page, issue.page, others)
    return joined, {n: paths[other.number] for n, other in rests.items()}


def mask_news(article: RawArticle, names: Iterable[str], masks: Masks) -> RawArticle:
    """Return a converted article, which goes by `names`, with what is on record hidden.

    Raises ContentError for a row that does not fit the article.
    """
    parts = list_parts(article.title, article.subtitle, article.kicker, article.body)
    covered = cover(parts, masks.list_of(names), masks.path)
    return replace(
        article,
        title=covered["title"],
        subtitle=covered["subtitle"] or None,
        kicker=covered["kicker"] or None,
        body=tuple(replace(b, text=covered[str(n)]) for n, b in enumerate(article.body)),
    )


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


def drop_status(text: str) -> str:
    """An article file's text without the line `status:` of its front matter."""
    head, fence, rest = text.partition("\n---")
    return _STATUS.sub("", head + "\n")[:-1] + fence + rest


def _write(
    article: RawArticle,
    review: Sequence[str],
    identity: str,
    place: Path,
    sha256: str,
    issue: Issue,
    estimate: DateEstimate | None,
    tables: Tables,
) -> Manuscript:
    front = FrontMatter(
        id=identity,
        title=article.title,
        subtitle=article.subtitle,
        kicker=article.kicker,
        date=issue.date,
        date_estimate=estimate,
        newspaper=issue.newspaper,
        page=issue.page,
        column=article.section,
        kind=article.kind,
        authors=article.authors,
        review=tuple(review),
        provenance=_trace(article, place, sha256),
    )
    derivation = derive_fields(front, article.body, tables)
    whole = FrontMatter.model_validate(dict(front) | dict(derivation.fields))
    return Manuscript(article, derivation.subjects, whole, to_markdown(article.body))


def _trace(article: RawArticle, place: Path, sha256: str) -> Provenance:
    return Provenance(
        raw=place.as_posix(),
        sha256=sha256,
        lines=article.lines,
        blocks=tuple(b.source_lines for b in article.body),
    )


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
