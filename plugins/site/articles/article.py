"""An article as it is shown, by itself."""

import datetime
import math
from collections.abc import Mapping
from dataclasses import dataclass

from plugins.chinese.punctuation import widen
from plugins.content.sources import Source
from plugins.model.date_labels import date_label, year_label
from plugins.privacy.masks import is_masked
from plugins.site.articles.article_subjects import ArticleSubjects
from plugins.site.articles.namings import Naming
from plugins.site.articles.shown_figures import ShownFigure
from plugins.site.display.citations import Cited, bibtex, gbt7714, ris
from plugins.site.display.corrections import ShownCorrection
from plugins.site.display.misprints import MarkedMisprint
from plugins.site.display.text_parts import TextParts
from plugins.site.pictures.pictures import Picture
from plugins.site.pictures.scans import ShownScan
from plugins.system.held import Held

#: Chinese characters that an adult reads in a minute, rounded down for small screens.
READING_SPEED = 400


@dataclass(frozen=True)
class ArticleBody:
    """What only an article's own page shows; all of its figures are here, told or not."""

    content: str
    figures: tuple[ShownFigure, ...]
    misprints: tuple[MarkedMisprint, ...]
    scan: ShownScan | None


@dataclass(frozen=True, eq=False)
class Article:
    """One article settled: everything that pages show of it, whatever other articles there are.

    What other pages say of it is at hand; the body of thousands of articles is `held`. Its groups
    and neighbours are the archive's to know (placement.py, relations.py). Texts have their
    full-width marks.
    """

    source: Source
    subjects: ArticleSubjects
    title: str
    summary: str | None
    #: The title without private people's names, for share cards, feeds and search engines.
    share_title: str
    cited: Cited
    #: Why readers do not see it yet (草稿, 2026年12月1日发布); "" in what is published.
    waits: str
    #: What is searched besides title and byline, paragraphs on lines of their own.
    text: str
    #: How many characters the body has, blanks apart.
    characters: int
    #: The pages that its text stands on, one for all but the longest.
    parts: TextParts
    #: The figures that stand on other pages too.
    told: tuple[ShownFigure, ...]
    corrections: tuple[ShownCorrection, ...]
    #: The sentences that name a village, a town or a public person, by that name.
    namings: Mapping[str, tuple[Naming, ...]]
    #: The words that it is about, the most telling first.
    keywords: tuple[str, ...]
    #: Its sentences, by which it is known where it was printed twice (keywords.list_said).
    said: bytes
    #: All pictures that its page has.
    pictures: tuple[Picture, ...]
    held: Held[ArticleBody]
    #: Stands for all of the above, in an archive for its raw lines too; b"" where that is unknown.
    digest: bytes = b""

    @property
    def body(self) -> ArticleBody:
        """What only its page shows, made anew of what is held."""
        return self.held.get()

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
    def year_label(self) -> str:
        """The year's heading in lists."""
        return year_label(self.date, self.source.front.date_estimate)

    @property
    def reading_minutes(self) -> int:
        """Minutes that reading takes, at least one."""
        return max(1, math.ceil(self.characters / READING_SPEED))

    @property
    def raw_file(self) -> str:
        """The raw file's name."""
        return self.source.raw

    @property
    def review(self) -> tuple[str, ...]:
        """What the converter was unsure of."""
        return self.source.front.review

    @property
    def place_notes(self) -> tuple[str, ...]:
        """What places are called today (旬阳县 → 今旬阳市)."""
        return self.subjects.place_notes

    @property
    def has_masks(self) -> bool:
        """Whether words of it were hidden when somebody asked for that."""
        return is_masked(self.source)

    @property
    def corrected_on(self) -> datetime.date | None:
        """The day of the last correction."""
        return max((one.date for one in self.source.front.corrections), default=None)

    @property
    def citation(self) -> str:
        """The reference in GB/T 7714—2025."""
        return gbt7714(self.cited)

    @property
    def citation_records(self) -> tuple[tuple[str, str], ...]:
        """The reference for programs, by the ending of their files."""
        return ("bib", bibtex(self.cited)), ("ris", ris(self.cited))
