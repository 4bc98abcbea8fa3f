"""Drafts → the page's articles, with every raw line accounted for."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from plugins.chinese.characters import strip_mark
from plugins.chinese.expressions import compile_late
from plugins.chinese.reading_form import make_reading_form
from plugins.model import Author, Block, BlockType, HeadLines
from plugins.newspaper.brief_headlines import find_headline
from plugins.newspaper.evidence.bylines import has_dateline, is_byline, is_signature, read_byline
from plugins.newspaper.kinds import find_kind
from plugins.newspaper.layout.page import Page, RawArticle, SetAside, set_aside
from plugins.newspaper.outline import Draft, Outline
from plugins.newspaper.reading.captions import Caption, place_captions
from plugins.newspaper.reading.sections import find_sections
from plugins.newspaper.reading.segments import Segment, print_name, read_all_authors
from plugins.newspaper.roles import Role

#: What numbers the news of a list: 1.夜校开班.
_NUMBER = compile_late(r"^\d{1,2}[.．、]\s*(?=\D)")


def build_page(
    outline: Outline, captions: Sequence[Caption], furniture: Sequence[SetAside]
) -> Page:
    """Everything on the page in its place: articles, furniture and what belongs to neither."""
    drafts, features = outline.drafts, outline.evidence.features
    builder = Builder(outline)
    sections = find_sections([d.segment for d in drafts], features)
    written = [builder.build(d, s) for d, s in zip(drafts, sections, strict=True)]
    placed, aside = place_captions(written, captions)
    articles = tuple(map(_name_photographer, placed))
    used = {i for d in drafts for i in d.fragments}
    unassigned: list[SetAside] = []
    for i, feature in enumerate(features):
        if outline.reading.roles[i] is Role.SECTION:
            aside += set_aside(feature.fragment, "栏目")
        elif i not in used:
            unassigned += set_aside(feature.fragment, "")
    by_line = sorted([*furniture, *aside], key=lambda a: a.line)
    return Page(articles, tuple(by_line), tuple(unassigned))


def _name_photographer(article: RawArticle) -> RawArticle:
    """The article with who took its picture for its author, where nobody else is named."""
    last = article.body[-1] if article.body else None
    if article.authors or last is None or last.type != "caption":
        return article
    text = make_reading_form(last.text, simplified=True).text
    if not (is_byline(text) or is_signature(text)):
        return article
    told = [(print_name(author.name, [last.text]), author.role) for author in read_byline(text)]
    return replace(article, authors=tuple(Author(name=name, role=role) for name, role in told))


@dataclass(frozen=True)
class Builder:
    """Makes articles of drafts."""

    outline: Outline

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
            [w for i in draft.chain for w in self.outline.evidence.words[i]],
            dateline=bool(paragraphs) and has_dateline(paragraphs[0]),
            byline=bool(segment.list_head(Role.BYLINE) or draft.end_bylines),
            headings=sum(block.type == "heading" for block in body),
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
        )

    def _find_head_lines(self, draft: Draft) -> HeadLines:
        segment = draft.segment
        return HeadLines(
            kicker=self._list_lines(segment.list_head(Role.KICKER)),
            title=self._list_lines(segment.list_head(Role.TITLE, Role.TITLE_END)),
            subtitle=self._list_lines(segment.list_head(Role.SUBTITLE)),
            byline=self._list_lines([*segment.list_head(Role.BYLINE), *draft.end_bylines]),
        )

    def _build_blocks(self, chain: Sequence[int]) -> list[Block]:
        joined = {link.start for link in self.outline.links}
        blocks: list[Block] = []
        for i in chain:
            fragment = self.outline.evidence.features[i].fragment
            if i in joined and blocks:
                last = blocks[-1]
                lines = last.source_lines + fragment.lines
                blocks[-1] = replace(last, text=last.text + fragment.text, source_lines=lines)
            else:
                blocks.append(Block(self._name_block(i), fragment.text, fragment.lines))
        return blocks

    def _name_block(self, i: int) -> BlockType:
        if self.outline.evidence.features[i].fragment.is_row:
            return "row"
        return "heading" if self.outline.reading.roles[i] is Role.HEADING else "paragraph"

    def _read_authors(self, draft: Draft) -> tuple[Author, ...]:
        features = self.outline.evidence.features
        told = Segment(draft.segment.head, list(draft.chain), list(draft.end_bylines))
        return read_all_authors(told, features)

    def _read_title(self, segment: Segment) -> str:
        first = segment.list_head(Role.TITLE)
        if not first:
            return find_headline(self._read_text(segment.body[:1]))
        rest = segment.list_head(Role.TITLE_END)
        title = strip_mark(self._read_text(first))
        features = self.outline.evidence.features
        if segment.body and features[segment.body[0]].has_dateline:
            title = _NUMBER.sub("", title)
        for i in rest:
            alike = features[i].size == features[first[0]].size
            title += (" " if alike else "") + features[i].fragment.text
        return title

    def _read_text(self, indices: Sequence[int]) -> str:
        return "".join(self.outline.evidence.features[i].fragment.text for i in indices)

    def _list_lines(self, indices: Sequence[int]) -> tuple[int, ...]:
        return tuple(n for i in indices for n in self.outline.evidence.features[i].fragment.lines)
