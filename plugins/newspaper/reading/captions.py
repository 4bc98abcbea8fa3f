"""Captions: which article, and which place in it, a picture's line belongs to."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import inf

from plugins.model import Block, BlockType
from plugins.newspaper.evidence.brief_rows import list_rows, weigh_row
from plugins.newspaper.evidence.features import Features
from plugins.newspaper.layout.caption_lines import is_caption, names_picture
from plugins.newspaper.layout.fragments import Fragment
from plugins.newspaper.layout.page import RawArticle, SetAside, set_aside
from plugins.newspaper.layout.table_rows import Row

#: A row of △ or ▲ that weighs more than this is one of briefs (nats).
_NEWS = 0.0
#: A row that weighs less than this is one of captions for sure.
_NO_NEWS = -2.0
#: No photo story is shorter.
_STORY = 35
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩"
#: What is above all articles is called.
_NAMES = {"caption": "图片说明"}


@dataclass(frozen=True, slots=True)
class Caption:
    """A line that describes a picture; where it is `doubtful`, it may as well be a brief.

    A row of a table stands among the text as a caption does; where it is not certain which columns
    its cells are of, it is a paragraph.
    """

    fragment: Fragment
    doubtful: bool = False
    kind: BlockType = "caption"


def take_row(row: Row) -> Caption:
    """A row of a table, to be placed where it was printed."""
    return Caption(row.fragment, kind="row" if row.certain else "paragraph")


def find_captions(features: Sequence[Features]) -> dict[int, Caption]:
    """The captions among a page's lines, by their indices.

    △ and ▲ point to pictures, but they open briefs as well: so do those of a row that reads as news
    does, and that name no picture.
    """
    found: dict[int, Caption] = {}
    weights = _weigh_rows(features)
    headings = _find_headings(features)
    for i, feature in enumerate(features):
        weight = weights.get(i, -inf)
        story = i in headings or _is_photo_story(features, i) or _signs(features, i)
        if _is_below_picture(feature) or (
            weight <= _NEWS and is_caption(feature.text) and not story
        ):
            found[i] = Caption(feature.fragment, weight > _NO_NEWS)
    return found | {i: Caption(features[i].fragment) for i in _list_numbered(features)}


def _signs(features: Sequence[Features], i: int) -> bool:
    """Whether a line below a headline, or below a photo story, says who wrote and took pictures."""
    if not i or not features[i].is_byline:
        return False
    return features[i - 1].is_display or _is_photo_story(features, i - 1)


def _list_numbered(features: Sequence[Features]) -> list[int]:
    """The lines ① ② ③ that follow each other where a byline says who took the pictures.

    They are of the article below that byline, whose text has not announced them as its own list.
    """
    rows: list[list[int]] = []
    pictured = False
    for i, feature in enumerate(features):
        number = _CIRCLED.find(feature.text[0])
        if number < 0:
            takes = feature.is_byline and names_picture(feature.text)
            pictured = takes or (pictured and not feature.is_display)
        elif number == 0 and pictured and not features[i - 1].announces:
            rows.append([i])
        elif rows and rows[-1][-1] == i - 1 and number == len(rows[-1]):
            rows[-1].append(i)
    return [i for row in rows if len(row) > 1 for i in row]


def _is_below_picture(feature: Features) -> bool:
    """Whether a line stands where a saved page has a picture's caption, and names no author."""
    return feature.fragment.is_caption and not (feature.is_byline or feature.is_signature)


def _find_headings(features: Sequence[Features]) -> set[int]:
    """The marked lines of display type of which each has running text below it: sub-headlines."""
    marks: dict[str, list[int]] = {}
    for i, (feature, below) in enumerate(pairwise(features)):
        alone = not below.is_display and not below.is_marked and not names_picture(below.text)
        if feature.is_marked and feature.is_display and alone and not names_picture(feature.text):
            marks.setdefault(feature.mark, []).append(i)
    return {i for row in marks.values() if len(row) > 1 for i in row}


def _is_photo_story(features: Sequence[Features], i: int) -> bool:
    """Whether line `i` is all the text below a headline: what it tells of its picture is a story.

    Who took the picture may stand in a line of its own below it.
    """
    if i == 0 or features[i].size < _STORY or not features[i - 1].is_display:
        return False
    below = next((f for f in features[i + 1 :] if not _is_credit(f)), None)
    return below is None or below.is_display


def _is_credit(feature: Features) -> bool:
    return feature.size < _STORY and names_picture(feature.text)


def _weigh_rows(features: Sequence[Features]) -> dict[int, float]:
    """How much likelier (nats) each marked line that names no picture is a brief."""
    rows = ([i for i in row if not names_picture(features[i].text)] for row in list_rows(features))
    return {i: weight for row in rows if row for weight in [weigh_row(features, row)] for i in row}


def place_captions(
    articles: Sequence[RawArticle], captions: Iterable[Caption]
) -> tuple[tuple[RawArticle, ...], list[SetAside]]:
    """The articles with each caption behind the block it was printed after.

    A caption above all articles belongs to the page: it is set aside.
    """
    spots = sorted(_list_spots(articles), key=lambda spot: spot[0])
    lines = [line for line, _, _ in spots]
    behind: dict[tuple[int, int], list[Block]] = {}
    reviews = [list(a.review) for a in articles]
    loose: list[SetAside] = []
    for caption in sorted(captions, key=lambda caption: caption.fragment.lines):
        fragment = caption.fragment
        above = bisect_left(lines, fragment.lines[0]) - 1
        if above < 0:
            loose += set_caption_aside(caption)
            continue
        _, number, block = spots[above]
        placed = Block(caption.kind, fragment.text, fragment.lines)
        behind.setdefault((number, id(block)), []).append(placed)
        if caption.doubtful:
            reviews[number].append(f"第{fragment.lines[0]}行当作图片说明，也可能是短讯，请核对")
    whole = [
        replace(article, body=tuple(_insert(article.body, n, behind)), review=tuple(review))
        for n, (article, review) in enumerate(zip(articles, reviews, strict=True))
    ]
    return tuple(whole), loose


def _insert(
    body: Sequence[Block], number: int, behind: Mapping[tuple[int, int], Sequence[Block]]
) -> Iterator[Block]:
    """An article's blocks, each with what was printed behind it; first what is behind its head."""
    yield from behind.get((number, id(None)), ())
    for block in body:
        yield block
        yield from behind.get((number, id(block)), ())


def _list_spots(articles: Sequence[RawArticle]) -> Iterator[tuple[int, int, Block | None]]:
    """Each raw line of an article, the article's number, and the line's block, None in its head."""
    for number, article in enumerate(articles):
        head = article.lines.title + article.lines.byline
        yield from ((line, number, None) for line in head)
        yield from ((line, number, b) for b in article.body for line in b.source_lines)


def set_caption_aside(caption: Caption) -> list[SetAside]:
    """The lines of a caption or a table's row that no article has."""
    return set_aside(caption.fragment, _NAMES.get(caption.kind, "表格"))
