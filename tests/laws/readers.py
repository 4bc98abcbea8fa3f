"""All that reads printed text, each as a function of one text that it must come to the end of."""

import datetime
import unicodedata
from collections.abc import Callable, Mapping

from plugins.chinese.pinyin import slugify
from plugins.chinese.punctuation import widen
from plugins.chinese.reading_form import make_reading_form
from plugins.desk.conversion.issues import find_issue
from plugins.figures import extract_figures
from plugins.figures.context.places import PlaceFinder
from plugins.figures.numbers.periods import end_opening, find_periods
from plugins.figures.numbers.scanner import find_quantities
from plugins.model import Block
from plugins.newspaper import convert_page
from plugins.newspaper.date_estimates import estimate_date
from plugins.newspaper.evidence import bylines
from plugins.newspaper.evidence.features import Features
from plugins.newspaper.furniture import lines
from plugins.newspaper.genres.heads import list_head_signs
from plugins.newspaper.layout import caption_lines
from plugins.newspaper.layout.fragments import read_fragments
from plugins.newspaper.layout.page import SetAside
from plugins.privacy.excerpts import summarise
from plugins.search.corpus.cutting import cut_texts
from plugins.search.corpus.folding import fold_text
from plugins.search.corpus.tokens import cut_terms
from plugins.site.settings.tables import Tables
from plugins.subjects import find_subjects

Reader = Callable[[str], object]
DAY = datetime.date(2019, 11, 21)


NAMES = (
    "figures", "quantities", "opening times", "opening places", "subjects", "bylines",
    "furniture", "issues", "date estimates", "pages", "reading form", "punctuation", "slugs",
    "folding", "search terms", "search cuts", "excerpts", "heads",
)  # fmt: skip


def list_readers(tables: Tables) -> Mapping[str, Reader]:
    """Name the readers: figures, periods, places, names, bylines, furniture, folding and search."""
    figures = tables.figures
    return {
        "figures": lambda text: extract_figures(_blocks(text), (), DAY, figures),
        "quantities": lambda text: find_quantities(text, figures.measures, find_periods(text)),
        "opening times": end_opening,
        "opening places": lambda text: PlaceFinder((), figures.tagger).open(text),
        "subjects": lambda text: find_subjects(text[:60], None, _blocks(text), tables.subjects),
        "bylines": _read_bylines,
        "furniture": _read_furniture,
        "issues": lambda text: find_issue([SetAside(1, text, "日期")]),
        "date estimates": lambda text: estimate_date(text.split("\n")),
        "pages": _read_page,
        "reading form": lambda text: make_reading_form(text, join_blanks=True, simplified=True),
        "punctuation": widen,
        "slugs": slugify,
        "folding": fold_text,
        "search terms": cut_terms,
        "search cuts": lambda text: cut_texts([(text[:60], "", text)]),
        "excerpts": lambda text: summarise(_blocks(text), ()),
        "heads": _read_head,
    }


def _blocks(text: str) -> list[Block]:
    return [Block("paragraph", line) for line in text.split("\n")]


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.split("\n") if line.strip()]


def _read_page(text: str) -> None:
    """Convert a page of what printed text may hold: anything else is refused before it is read."""
    plain = "".join(c for c in text if c == "\n" or unicodedata.category(c)[0] != "C")
    if plain.strip():
        convert_page(plain.encode(), "a.txt")


def _read_head(text: str) -> None:
    """Read a line that opens a box, and does not close it, above another."""
    page = read_fragments((f"【{' '.join(text.splitlines())}茶乡", "夜校"))
    list(list_head_signs([Features(fragment) for fragment in page]))


def _read_bylines(text: str) -> None:
    for line in _lines(text):
        for read in (
            bylines.is_byline,
            bylines.may_be_names,
            bylines.read_byline,
            bylines.has_dateline,
            bylines.read_dateline,
            bylines.strip_dateline,
            bylines.read_end_credits,
        ):
            read(line)


def _read_furniture(text: str) -> None:
    for line in _lines(text):
        for read in (
            lines.find_furniture,
            lines.is_issue_heading,
            lines.is_masthead,
            caption_lines.is_caption,
            caption_lines.names_picture,
        ):
            read(line)
