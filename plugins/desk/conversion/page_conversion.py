"""A raw page's articles as Markdown: cut, masked, and with what their text says of their fields."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from pathlib import Path

from plugins.content.content_error import ContentError
from plugins.content.markdown_text import to_markdown
from plugins.desk.conversion.issues import Issue, find_issue, find_own_issues
from plugins.desk.conversion.manuscripts import ConvertedPage, Manuscript
from plugins.desk.conversion.raw_files import RawFile, allow_seconds, name_place, read_raw_file
from plugins.figures import TooManyFiguresError
from plugins.model import DateEstimate, FrontMatter, Provenance
from plugins.newspaper.continued_articles import OtherPage, join_pages
from plugins.newspaper.conversion import convert_page
from plugins.newspaper.date_estimates import estimate_date
from plugins.newspaper.layout.page import Page, RawArticle, SetAside
from plugins.privacy.masks import Masks, cover, list_parts
from plugins.site.articles.derivation import derive_fields
from plugins.site.pages.lost_lines import write_remark
from plugins.site.settings.tables import Tables
from plugins.system.digests import hex_digest
from plugins.system.time_limit import TookTooLongError, limit_time

#: What is said of a page that takes longer than its length allows.
TOO_LONG = "转换了 {:.0f} 秒还没有完，请按文章分成几个文件，或把它发给开发者"
#: So many pages are held for others of their issue, which may lead to them: few have more.
_ISSUE = 24


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
    page = _convert_once(file.data, str(file.path))
    told = file.issue.fill(find_issue([*page.furniture, *page.sources]))
    issue = _name_paper(told, tables)
    page, rests = _join_pages(page, issue, file)
    name = name_place(file.place)
    named = [(f"{name}-{n:02d}", a) for n, a in enumerate(page.articles, start=1)]
    articles = [(identity, mask_news(a, [identity], tables.masks)) for identity, a in named]
    texts = (block.text for _, article in articles for block in article.body)
    writer = _Writer(file, tables, None if issue.date else estimate_date(texts))
    own = (_name_paper(one, tables) for one in find_own_issues(page, issue))
    doubts = add_lost_lines([article for _, article in articles], page.unassigned, rests)
    try:
        manuscripts = tuple(
            writer.write(identity, a, review, one)
            for (identity, a), review, one in zip(articles, doubts, own, strict=True)
        )
    except TooManyFiguresError as error:
        raise ContentError(file.path, None, str(error)) from None
    return ConvertedPage(file.path, page, manuscripts, {named[n][0]: rests[n] for n in rests})


@lru_cache(maxsize=_ISSUE)
def _convert_once(data: bytes, name: str) -> Page:
    """Cut a raw page's articles, once for all pages of its issue that lead to it."""
    return convert_page(data, name)


def _name_paper(issue: Issue, tables: Tables) -> Issue:
    """An issue with its newspaper called as the archive calls it."""
    return issue.model_copy(update={"newspaper": tables.newspapers.name(issue.newspaper)})


def _join_pages(page: Page, issue: Issue, file: RawFile) -> tuple[Page, dict[int, Path]]:
    """The page with its articles joined to their rests on other pages of its issue.

    Also the numbers of those that are such rests, with the file that has their beginning.
    """
    if issue.page is None:
        return page, {}
    paths = {other.issue.page or 0: other.path for other in file.others}
    pages = (_convert_once(other.data, str(other.path)) for other in file.others)
    others = [
        OtherPage(path.name, number, other)
        for (number, path), other in zip(paths.items(), pages, strict=True)
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


@dataclass(frozen=True)
class _Writer:
    """Writes the articles of a raw file; `estimate` is the day that their text tells of."""

    file: RawFile
    tables: Tables
    estimate: DateEstimate | None

    def write(
        self, identity: str, article: RawArticle, review: Sequence[str], issue: Issue
    ) -> Manuscript:
        """Write one article and what is unsure of it, with what its text says of its fields."""
        front = FrontMatter(
            id=identity,
            title=article.title,
            subtitle=article.subtitle,
            kicker=article.kicker,
            date=issue.date,
            date_estimate=None if issue.date else self.estimate,
            newspaper=issue.newspaper,
            page=issue.page,
            column=article.section,
            kind=article.kind,
            authors=article.authors,
            review=tuple(review),
            provenance=self._trace(article),
        )
        derivation = derive_fields(front, article.body, self.tables)
        whole = FrontMatter.model_validate(dict(front) | dict(derivation.fields))
        return Manuscript(article, derivation.subjects, whole, to_markdown(article.body))

    def _trace(self, article: RawArticle) -> Provenance:
        return Provenance(
            raw=self.file.place.as_posix(),
            sha256=self._sha256,
            lines=article.lines,
            blocks=tuple(b.source_lines for b in article.body),
        )

    @cached_property
    def _sha256(self) -> str:
        return hex_digest(self.file.data)


def add_lost_lines(
    articles: Sequence[RawArticle], lost: Sequence[SetAside], rests: Collection[int] = ()
) -> list[tuple[str, ...]]:
    """Return what is unsure of each article of a page, the page's lost lines being told as well.

    The articles with the numbers `rests` may not be written: others tell, where there are any.
    """
    told: defaultdict[int, list[int]] = defaultdict(list)
    telling = [n for n in range(len(articles)) if n not in rests] or list(range(len(articles)))
    for line in lost:
        before = _find_article_before([articles[n] for n in telling], line.line)
        told[telling[before] if telling else 0].append(line.line)
    return [
        (*article.review, *([write_remark(told[n])] if told[n] else ()))
        for n, article in enumerate(articles)
    ]


def _find_article_before(articles: Sequence[RawArticle], line: int) -> int:
    """Return the index of the article with the nearest line above; the first has what is above."""
    above = [(n, i) for i, one in enumerate(articles) for n in one.numbers if n < line]
    return max(above, default=(0, 0))[1]
