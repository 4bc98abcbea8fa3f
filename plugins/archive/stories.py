"""Articles as their pages show them."""

import datetime
import math
from dataclasses import dataclass, field

from plugins.archive.article_figures import settle_figures
from plugins.archive.article_subjects import ArticleSubjects, settle_subjects
from plugins.archive.citations import Cited, bibtex, gbt7714, ris
from plugins.archive.content_error import ArticleError
from plugins.archive.corrections import ShownCorrection, show_corrections
from plugins.archive.date_labels import date_label, year_label
from plugins.archive.display import Mark, display_html
from plugins.archive.excerpts import is_shareable, mask_names, summarise
from plugins.archive.glossary import Glossary
from plugins.archive.groups import Group
from plugins.archive.misprints import MarkedMisprint, settle_misprints
from plugins.archive.picture_html import illustrate
from plugins.archive.pictures import Picture, Pictures
from plugins.archive.punctuation import widen
from plugins.archive.raw_lines import RawBlock
from plugins.archive.reference import Tables
from plugins.archive.scans import ShownScan, show_scan
from plugins.archive.shown_figures import ShownFigure, show_figures
from plugins.archive.sources import Source, field_error

#: Chinese characters that an adult reads in a minute, rounded down for small screens.
READING_SPEED = 400
GLOSSARY_URL = "../glossary.html"


@dataclass(eq=False)
class Story:
    """One article with everything that templates show; texts have their full-width marks.

    Groups, neighbours and relations are filled in when the whole archive is known.
    """

    source: Source
    subjects: ArticleSubjects
    title: str
    summary: str | None
    #: The title without private people's names, for share cards, feeds and search engines.
    share_title: str
    cited: Cited
    issue: Group = field(init=False)
    #: Why readers do not see it yet (草稿, 2026年12月1日发布); "" in what is published.
    waits: str = ""
    content: str = ""
    counties: list[Group] = field(default_factory=list)
    towns: list[Group] = field(default_factory=list)
    villages: list[Group] = field(default_factory=list)
    topics: list[Group] = field(default_factory=list)
    people: list[Group] = field(default_factory=list)
    authors: list[tuple[Group, str]] = field(default_factory=list)
    column: Group | None = None
    previous_in_issue: "Story | None" = None
    next_in_issue: "Story | None" = None
    related: list["Story"] = field(default_factory=list)
    raw_lines: list[RawBlock] = field(default_factory=list)
    figures: list[ShownFigure] = field(default_factory=list)
    misprints: tuple[MarkedMisprint, ...] = ()
    scan: ShownScan | None = None
    #: All pictures that its page has.
    pictures: tuple[Picture, ...] = ()

    @property
    def slug(self) -> str:
        """The last part of the address."""
        return self.source.slug

    @property
    def url(self) -> str:
        """The page's address, from the site's root."""
        return self.source.address

    @property
    def subtitle(self) -> str | None:
        """The subtitle (副题) without its dash."""
        return widen(self.source.front.subtitle or "") or None

    @property
    def kicker(self) -> str | None:
        """The line above the title (引题)."""
        return widen(self.source.front.kicker or "") or None

    @property
    def kind(self) -> str | None:
        """The kind of article (体裁)."""
        return self.source.front.kind

    @property
    def date(self) -> datetime.date | None:
        """The date of the issue, None where the page does not state it."""
        return self.source.front.date

    @property
    def date_iso(self) -> str | None:
        """The date as 2019-11-21, None where it is not known for certain."""
        return self.date.isoformat() if self.date else None

    @property
    def date_label(self) -> str:
        """The date in words, also where it is estimated or unknown."""
        return date_label(self.date, self.source.front.date_estimate)

    @property
    def date_evidence(self) -> tuple[str, ...]:
        """The words of the text that an estimated date rests on."""
        estimate = self.source.front.date_estimate
        return estimate.evidence if estimate and not self.date else ()

    @property
    def year_label(self) -> str:
        """The year's heading in lists."""
        return year_label(self.date, self.source.front.date_estimate)

    @property
    def issue_label(self) -> str:
        """The issue's name."""
        return self.issue.name

    @property
    def characters(self) -> int:
        """The number of characters of the body, blanks apart."""
        return sum(len("".join(block.text.split())) for block in self.source.blocks)

    @property
    def reading_minutes(self) -> int:
        """Minutes that reading takes, at least one."""
        return max(1, math.ceil(self.characters / READING_SPEED))

    @property
    def raw_file(self) -> str:
        """The raw file's name."""
        return self.source.raw

    @property
    def review(self) -> list[str]:
        """What the converter was unsure of."""
        return list(self.source.front.review)

    @property
    def topic_words(self) -> list[tuple[Group, tuple[str, ...]]]:
        """For each topic the article's words that gave it; topics without any are left out."""
        words = self.subjects.topic_words
        pairs = ((topic, words.get(topic.name, ())) for topic in self.topics)
        return [(topic, given) for topic, given in pairs if given]

    @property
    def place_notes(self) -> list[str]:
        """What places are called today (旬阳县 → 今旬阳市)."""
        return list(self.subjects.place_notes)

    @property
    def corrections(self) -> list[ShownCorrection]:
        """What has been put right since, the newest first."""
        return show_corrections(self)

    @property
    def corrected_on(self) -> datetime.date | None:
        """The day of the last correction."""
        return max((one.date for one in self.source.front.corrections), default=None)

    @property
    def citation(self) -> str:
        """The reference in GB/T 7714—2025."""
        return gbt7714(self.cited)

    @property
    def citation_records(self) -> list[tuple[str, str]]:
        """The reference for programs, by the ending of their files."""
        return [("bib", bibtex(self.cited)), ("ris", ris(self.cited))]


def tell_story(
    source: Source, tables: Tables, glossary: Glossary, pictures: Pictures, site_url: str
) -> Story:
    """Make an article's story; `site_url` is the site's absolute address or "".

    Raises ContentError for unknown subjects, a summary that names a private person, figures and
    misprints that the text does not have, and pictures that cannot be used.
    """
    subjects = settle_subjects(source, tables.subjects)
    names = subjects.private_names
    front = source.front
    story = Story(
        source=source,
        subjects=subjects,
        title=widen(front.title),
        summary=_summary(source, names),
        share_title=widen(mask_names(front.title, names)),
        cited=_cite(source, site_url),
    )
    places = ([c.name for c in subjects.counties], [t.name for t in subjects.towns])
    story.figures = show_figures(settle_figures(source, *places, tables), story)
    story.misprints = settle_misprints(source)
    marks = [_mark(shown) for shown in story.figures if shown.is_major]
    story.scan = show_scan(source, pictures)
    shown = display_html(source.html, glossary, GLOSSARY_URL, marks, story.misprints)
    illustrated = illustrate(source.text, shown, pictures)
    story.content = illustrated.html
    story.pictures = (*illustrated.pictures, *([story.scan.picture] if story.scan else ()))
    return story


def _cite(source: Source, site_url: str) -> Cited:
    front = source.front
    return Cited(
        key=source.slug,
        title=front.title,
        subtitle=front.subtitle,
        authors=tuple(author.name for author in front.authors),
        newspaper=front.newspaper,
        date=front.date,
        estimate=front.date_estimate,
        page=front.page,
        address=f"{site_url}/{source.address}" if site_url else None,
    )


def _mark(shown: ShownFigure) -> Mark:
    figure = shown.figure
    value = f"{figure.value:.15g}"
    return Mark(figure.paragraph, figure.start, figure.end, shown.anchor, value)


def _summary(source: Source, private_names: frozenset[str]) -> str | None:
    written = source.front.summary
    if written and not is_shareable(written, private_names):
        raise _summary_error(source)
    text = written or summarise(source.blocks, private_names)
    return widen(text) if text else None


def _summary_error(source: Source) -> ArticleError:
    hint = "摘要会出现在分享卡片上，不能写受访群众的姓名、病情或家庭收入，请改写或删去 summary"
    return field_error(source, ("summary",), hint)
