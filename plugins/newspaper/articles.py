"""Segments and links → the page's articles, with every raw line accounted for."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from plugins.chinese.characters import strip_mark
from plugins.chinese.reading_form import make_reading_form
from plugins.model import Author, Block, HeadLines
from plugins.newspaper.brief_headlines import find_headline
from plugins.newspaper.cues.openings import STORY_OPENINGS, name_opening
from plugins.newspaper.evidence.bylines import has_dateline
from plugins.newspaper.evidence.edges import Evidence
from plugins.newspaper.kinds import find_kind
from plugins.newspaper.layout.page import Page, RawArticle, SetAside
from plugins.newspaper.reading.captions import Caption, place_captions, set_aside
from plugins.newspaper.reading.doubts import Doubts
from plugins.newspaper.reading.reading import Reading
from plugins.newspaper.reading.roles import Role
from plugins.newspaper.reading.sections import find_sections
from plugins.newspaper.reading.segments import Segment, cut_segments, read_authors, read_end_authors
from plugins.newspaper.reading.stitching import Link, Stitcher
from plugins.newspaper.reading.weights import load_links


@dataclass(frozen=True)
class Draft:
    """An article in the making; all numbers are indices of fragments.

    `chain` is its text in reading order, `end_bylines` the bylines printed behind that.
    """

    segment: Segment
    chain: tuple[int, ...]
    end_bylines: tuple[int, ...]

    @property
    def fragments(self) -> set[int]:
        """Everything that the article is made of, its section's heading aside."""
        head = {i for found in self.segment.head.values() for i in found}
        return (head - set(self.segment.list_head(Role.SECTION))) | {*self.chain, *self.end_bylines}


def build_page(
    evidence: Evidence,
    reading: Reading,
    captions: Sequence[Caption],
    furniture: Sequence[SetAside],
) -> Page:
    """Everything on the page in its place: articles, furniture and what belongs to neither."""
    roles = reading.roles
    segments = cut_segments(roles)
    stitcher = Stitcher(segments, roles, evidence, load_links(), reading.sure)
    links = stitcher.find_links()
    drafts = _draft_articles(
        segments, links, stitcher.follow(links), _list_openings(evidence, roles)
    )
    builder = Builder(evidence, reading, links)
    sections = find_sections([d.segment for d in drafts], evidence.features)
    written = [builder.build(d, s) for d, s in zip(drafts, sections, strict=True)]
    articles, aside = place_captions(written, captions)
    used = {i for d in drafts for i in d.fragments}
    unassigned: list[SetAside] = []
    for i, feature in enumerate(evidence.features):
        if roles[i] is Role.SECTION:
            aside += set_aside(feature.fragment, "栏目")
        elif i not in used:
            unassigned += set_aside(feature.fragment, "")
    by_line = sorted([*furniture, *aside], key=lambda a: a.line)
    return Page(articles, tuple(by_line), tuple(unassigned))


def _draft_articles(
    segments: Sequence[Segment],
    links: Sequence[Link],
    behind: Mapping[int, int],
    openings: Collection[int],
) -> list[Draft]:
    """One draft for each headline, and for each text without one that opens as a story does.

    Other text without a headline is the rest of something that the page does not have.
    """
    claimed = {link.start for link in links}
    signed = {s.body[-1]: tuple(s.end_bylines) for s in segments if s.body}
    drafts: list[Draft] = []
    for segment in segments:
        first = segment.body[0] if segment.body and segment.body[0] not in claimed else None
        if segment.list_head(Role.TITLE) or first in openings:
            chain = _follow(first, behind)
            end_bylines = signed.get(chain[-1], ()) if chain else ()
            drafts.append(Draft(segment, chain, end_bylines))
    return drafts


def _list_openings(evidence: Evidence, roles: Sequence[Role]) -> set[int]:
    """The fragments that open a story by themselves: briefs, and text that opens as news does."""
    return {
        i
        for i, (role, feature) in enumerate(zip(roles, evidence.features, strict=True))
        if role is Role.BRIEF or name_opening(feature) in STORY_OPENINGS
    }


def _follow(first: int | None, behind: Mapping[int, int]) -> tuple[int, ...]:
    """The chain of fragments from `first` on."""
    chain: list[int] = []
    # Links make no circle: Stitcher breaks them.
    while first is not None:
        chain.append(first)
        first = behind.get(first)
    return tuple(chain)


@dataclass(frozen=True)
class Builder:
    """Makes articles of drafts."""

    evidence: Evidence
    reading: Reading
    links: Sequence[Link]

    def build(self, draft: Draft, section: str | None) -> RawArticle:
        """The article that `draft` tells, standing in `section`."""
        segment = draft.segment
        subtitle = self._read_text(segment.list_head(Role.SUBTITLE)).lstrip("—―─-– ") or None
        kicker = self._read_text(segment.list_head(Role.KICKER)) or None
        title = self._read_title(segment)
        body = self._build_blocks(draft.chain)
        paragraphs = [make_reading_form(b.text).text for b in body if b.type == "paragraph"]
        kind = find_kind(
            [t for t in (subtitle, title, kicker, section) if t],
            paragraphs,
            [w for i in draft.chain for w in self.evidence.words[i]],
            dateline=bool(paragraphs) and has_dateline(paragraphs[0]),
            byline=bool(segment.list_head(Role.BYLINE) or draft.end_bylines),
            headings=len(body) - len(paragraphs),
        )
        return RawArticle(
            title=title,
            kind=kind,
            body=tuple(body),
            lines=self._find_head_lines(draft),
            subtitle=subtitle,
            kicker=kicker,
            section=section,
            authors=self._read_authors(draft),
            review=self._doubts.list_of(segment, draft.chain),
        )

    @property
    def _doubts(self) -> Doubts:
        return Doubts(self.evidence, self.reading, self.links)

    def _find_head_lines(self, draft: Draft) -> HeadLines:
        segment = draft.segment
        return HeadLines(
            kicker=self._list_lines(segment.list_head(Role.KICKER)),
            title=self._list_lines(segment.list_head(Role.TITLE, Role.TITLE_END)),
            subtitle=self._list_lines(segment.list_head(Role.SUBTITLE)),
            byline=self._list_lines([*segment.list_head(Role.BYLINE), *draft.end_bylines]),
        )

    def _build_blocks(self, chain: Sequence[int]) -> list[Block]:
        joined = {link.start for link in self.links}
        blocks: list[Block] = []
        for i in chain:
            fragment = self.evidence.features[i].fragment
            if i in joined and blocks:
                last = blocks[-1]
                lines = last.source_lines + fragment.lines
                blocks[-1] = replace(last, text=last.text + fragment.text, source_lines=lines)
            else:
                heading = self.reading.roles[i] is Role.HEADING
                blocks.append(
                    Block("heading" if heading else "paragraph", fragment.text, fragment.lines)
                )
        return blocks

    def _read_authors(self, draft: Draft) -> tuple[Author, ...]:
        features = self.evidence.features
        told = Segment(draft.segment.head, list(draft.chain), list(draft.end_bylines))
        return read_authors(told, features) or read_end_authors(told, features)

    def _read_title(self, segment: Segment) -> str:
        first = segment.list_head(Role.TITLE)
        if not first:
            return find_headline(self._read_text(segment.body[:1]))
        rest = segment.list_head(Role.TITLE_END)
        title = strip_mark(self._read_text(first))
        for i in rest:
            text = self.evidence.features[i].fragment.text
            alike = self.evidence.features[i].size == self.evidence.features[first[0]].size
            title += (" " if alike else "") + text
        return title

    def _read_text(self, indices: Sequence[int]) -> str:
        return "".join(self.evidence.features[i].fragment.text for i in indices)

    def _list_lines(self, indices: Sequence[int]) -> tuple[int, ...]:
        return tuple(n for i in indices for n in self.evidence.features[i].fragment.lines)
