"""An article's own page."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from plugins.chinese.punctuation import widen
from plugins.model import Block
from plugins.site.articles.article import Article
from plugins.site.articles.raw_lines import RawBlock, RawPages, raw_blocks
from plugins.site.articles.shown_figures import ShownFigure
from plugins.site.display.paragraphs import paragraph_anchor
from plugins.site.display.text_parts import TextParts, divide_html
from plugins.site.groups.cards import ArticleCard, Link, link_group, link_groups
from plugins.site.groups.collection import Archive
from plugins.site.groups.groups import Group
from plugins.site.groups.placement import Placement
from plugins.site.pictures.scans import ShownScan
from plugins.site.sharing.qr_codes import draw_qr_code

#: An article of fewer sub-headlines is looked over without a list of them.
FEWEST_HEADINGS = 4


@dataclass(frozen=True, slots=True)
class CorrectionLine:
    """What has been put right, and when; `day` is ISO 8601."""

    day: str
    date_label: str
    text: str


@dataclass(frozen=True, slots=True)
class ScanView:
    """The picture of the printed page: its img element's attributes, and the whole picture."""

    attributes: tuple[tuple[str, str], ...]
    full: str
    full_size: str


@dataclass(frozen=True, slots=True)
class PartLink:
    """One page of a text in parts: its blocks, as readers count them, and its figures' anchors."""

    name: str
    url: str
    first: int
    last: int
    figures: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ArticleView:
    """What only an article's page shows of it; `topic_words` are the words that gave each topic.

    It is made of the article and its raw page; the article's digest stands for both. Of a text in
    parts, `part` is the one that the page shows, from 1, `parts` lead to all of them.
    """

    slug: str
    part: int
    parts: tuple[PartLink, ...]
    characters: int
    reading_minutes: int
    has_masks: bool
    corrections: tuple[CorrectionLine, ...]
    content: str
    #: Where they are many, its sub-headlines, behind their anchors and what page those are on.
    contents: tuple[tuple[str, str, str], ...]
    place_notes: tuple[str, ...]
    scan: ScanView | None
    citation: str
    citation_records: tuple[tuple[str, str], ...]
    #: Its address to be photographed, "" where that is unknown.
    qr_code: str
    figures: tuple[ShownFigure, ...]
    review: tuple[str, ...]
    topic_words: tuple[tuple[str, tuple[str, ...]], ...]
    raw_file: str
    raw_lines: tuple[RawBlock, ...]


@dataclass(frozen=True, slots=True)
class ArticlePlace:
    """Where an article stands among the others; `card` is what lists say of it.

    `trail` leads to it from the archive's front; `subjects` are the groups that it is about, by
    the label of their kind.
    """

    card: ArticleCard
    trail: tuple[Link, ...]
    issue: Link
    subjects: tuple[tuple[str, tuple[Link, ...]], ...]
    before: Link | None
    after: Link | None
    related: tuple[ArticleCard, ...]
    repeats: tuple[ArticleCard, ...]


def place_article(article: Article, archive: Archive) -> ArticlePlace:
    """Return where an article stands."""
    placement, neighbours = archive.placements[article], archive.neighbours[article]
    place = placement.counties[0] if placement.counties else placement.issue
    return ArticlePlace(
        card=archive.cards[article],
        trail=(Link(place.kind.label, place.kind.url), link_group(place)),
        issue=link_group(placement.issue),
        subjects=tuple(
            (groups[0].kind.label, link_groups(groups)) for groups in _list_subjects(placement)
        ),
        before=_link(neighbours.before),
        after=_link(neighbours.after),
        related=archive.list_cards(neighbours.related),
        repeats=archive.list_cards(neighbours.repeats),
    )


def name_place(article: Article, archive: Archive) -> object:
    """Return what decides `place_article`, which takes far less: cards and groups by their names.

    What leads to the articles before and after is on their cards.
    """
    placement, neighbours = archive.placements[article], archive.neighbours[article]
    cards, groups = archive.card_names, archive.group_names
    beside = (neighbours.before, neighbours.after)
    return (
        cards[article],
        groups[placement.issue],
        [[groups[group] for group in subjects] for subjects in _list_subjects(placement)],
        [cards[other] if other else None for other in beside],
        [cards[other] for other in neighbours.related],
        [cards[other] for other in neighbours.repeats],
    )


def view_article(article: Article, pages: RawPages, part: int = 1) -> ArticleView:
    """Return what only an article's page shows of it; that of one part, of a long text.

    `pages` have its raw lines.
    """
    body, blocks, find = article.body, article.source.blocks, article.parts.find
    major = [shown for shown in body.figures if shown.is_major]
    return ArticleView(
        slug=article.slug,
        part=part,
        parts=tuple(_link_parts(article.parts, major, len(blocks))),
        characters=article.characters,
        reading_minutes=article.reading_minutes,
        has_masks=article.has_masks,
        corrections=tuple(
            CorrectionLine(one.date.isoformat(), one.date_label, one.text)
            for one in article.corrections
        ),
        content=divide_html(body.content, article.parts)[part - 1],
        contents=_list_contents(article.parts, blocks),
        place_notes=article.place_notes,
        scan=_view_scan(body.scan) if body.scan else None,
        citation=article.citation,
        citation_records=article.citation_records,
        qr_code=draw_qr_code(article.cited.address) if article.cited.address else "",
        figures=tuple(shown for shown in major if find(shown.figure.paragraph) == part),
        review=article.review,
        topic_words=tuple(_list_topic_words(article)),
        raw_file=article.raw_file,
        raw_lines=tuple(
            one for one in raw_blocks(article.source, pages) if find(one.block) == part
        ),
    )


def _link_parts(
    parts: TextParts, figures: Sequence[ShownFigure], blocks: int
) -> Iterator[PartLink]:
    """Yield the links to the pages of a text in parts, none where it stands on one."""
    if len(parts.starts) == 1:
        return
    bounds = pairwise((*parts.starts, blocks))
    for part, (url, (start, stop)) in enumerate(zip(parts.addresses, bounds, strict=True), 1):
        anchors = [one.anchor for one in figures if parts.find(one.figure.paragraph) == part]
        yield PartLink(str(part), url, start + 1, stop, tuple(anchors))


def _list_contents(parts: TextParts, blocks: Sequence[Block]) -> tuple[tuple[str, str, str], ...]:
    heads = [
        (parts.locate(number), paragraph_anchor(number), widen(block.text))
        for number, block in enumerate(blocks)
        if block.type == "heading"
    ]
    return tuple(heads) if len(heads) >= FEWEST_HEADINGS else ()


def _list_subjects(placement: Placement) -> Iterator[tuple[Group, ...]]:
    """Yield the groups of each kind that the article is about, where there are any."""
    subjects = (placement.counties, placement.towns, placement.villages)
    yield from filter(None, (*subjects, placement.topics, placement.people))


def _list_topic_words(article: Article) -> Iterator[tuple[str, tuple[str, ...]]]:
    for topic in article.subjects.topics:
        words = article.subjects.topic_words.get(topic.name, ())
        if words:
            yield topic.name, words


def _view_scan(scan: ShownScan) -> ScanView:
    # The way to the site's root is the page's own, which is one folder deep.
    return ScanView(tuple(scan.attributes("..").items()), scan.full, scan.full_size)


def _link(article: Article | None) -> Link | None:
    return Link(article.title, article.url) if article else None
