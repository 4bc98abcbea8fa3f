"""Segments and links → the page's articles, with every raw line accounted for."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from plugins.model import Author, Block, HeadLines
from plugins.newspaper.bylines import has_dateline
from plugins.newspaper.columns import find_columns
from plugins.newspaper.evidence import Evidence
from plugins.newspaper.fragments import Fragment
from plugins.newspaper.kinds import find_kind
from plugins.newspaper.page import NewsArticle, Page, SetAside
from plugins.newspaper.roles import Role
from plugins.newspaper.segments import Segment, cut_segments, read_authors, read_end_authors
from plugins.newspaper.stitching import Link, Stitcher

#: A link weaker than this is made, and said to be unsure (nats).
_UNSURE = 4.0


@dataclass(frozen=True)
class Draft:
    """An article in the making: its segment, and its text as chains of fragment indices."""

    segment: Segment
    chain: tuple[int, ...]


def build_page(
    evidence: Evidence,
    roles: Sequence[Role],
    captions: Sequence[Fragment],
    furniture: Sequence[SetAside],
) -> Page:
    """Everything on the page in its place: articles, furniture and what belongs to neither."""
    segments = cut_segments(roles)
    stitcher = Stitcher(segments, roles, evidence)
    links = stitcher.find_links()
    behind = stitcher.follow(links)
    drafts = [Draft(s, _follow(s, behind, links)) for s in segments if s.list_head(Role.TITLE)]
    builder = Builder(evidence, roles, links, tuple(drafts))
    articles, loose_captions = _place_captions(builder.build_articles(), captions)
    used = {i for d in drafts for i in d.chain} | {
        i for d in drafts for v in d.segment.head.values() for i in v
    }
    used |= builder.placed_bylines
    left = [i for i in range(len(roles)) if i not in used]
    columns = {i for s in segments for i in s.head.get(Role.COLUMN, [])}
    aside = [
        *furniture,
        *loose_captions,
        *(a for i in sorted(columns) for a in _set_aside(evidence, i, "栏目")),
    ]
    unassigned = [a for i in left if i not in columns for a in _set_aside(evidence, i, "")]
    return Page(articles, tuple(sorted(aside, key=lambda a: a.line)), tuple(unassigned))


def _follow(segment: Segment, behind: dict[int, int], links: Sequence[Link]) -> tuple[int, ...]:
    """The chain of fragments that starts below a headline."""
    claimed = {link.start for link in links}
    first = segment.body[0] if segment.body and segment.body[0] not in claimed else None
    chain: list[int] = []
    while first is not None:
        chain.append(first)
        first = behind.get(first)
    return tuple(chain)


def _set_aside(evidence: Evidence, i: int, why: str) -> list[SetAside]:
    fragment = evidence.features[i].fragment
    if len(fragment.lines) == 1:
        return [SetAside(fragment.lines[0], fragment.text, why)]
    return [
        SetAside(line, text, why) for line, text in zip(fragment.lines, fragment.parts, strict=True)
    ]


@dataclass(frozen=True)
class Builder:
    """Makes articles of drafts."""

    evidence: Evidence
    roles: Sequence[Role]
    links: Sequence[Link]
    drafts: tuple[Draft, ...]

    def build_articles(self) -> list[NewsArticle]:
        """One article for each draft, in the order of their headlines."""
        columns = find_columns([d.segment for d in self.drafts], self.evidence.features)
        return [self._build(d, c) for d, c in zip(self.drafts, columns, strict=True)]

    @property
    def placed_bylines(self) -> set[int]:
        """The bylines behind the body that an article claims as its own."""
        return {i for d in self.drafts for i in self._find_end_bylines(d)}

    def _build(self, draft: Draft, column: str | None) -> NewsArticle:
        segment, texts = draft.segment, self._read_text
        bylines = segment.list_head(Role.BYLINE) + self._find_end_bylines(draft)
        subtitle = texts(segment.list_head(Role.SUBTITLE)).lstrip("—―─-– ") or None
        title = self._read_title(segment)
        kicker = texts(segment.list_head(Role.KICKER)) or None
        blocks = self._build_blocks(draft.chain)
        authors = self._read_authors(draft)
        paragraphs = [b.text for b in blocks if b.type == "paragraph"]
        kind = find_kind(
            [t for t in (subtitle, title, kicker, column) if t],
            paragraphs,
            [w for i in draft.chain for w in self.evidence.words[i]],
            dateline=bool(paragraphs) and has_dateline(paragraphs[0]),
            byline=bool(bylines),
            headings=len(blocks) - len(paragraphs),
        )
        lines = HeadLines(
            kicker=self._list_lines(segment.list_head(Role.KICKER)),
            title=self._list_lines(segment.list_head(Role.TITLE, Role.TITLE_END)),
            subtitle=self._list_lines(segment.list_head(Role.SUBTITLE)),
            byline=self._list_lines(bylines),
        )
        return NewsArticle(
            title,
            kind,
            tuple(blocks),
            lines,
            subtitle,
            kicker,
            column,
            authors,
            self._review(draft),
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
                heading = self.roles[i] is Role.HEADING
                blocks.append(
                    Block("heading" if heading else "paragraph", fragment.text, fragment.lines)
                )
        return blocks

    def _find_end_bylines(self, draft: Draft) -> list[int]:
        """Bylines behind the text that this article ends with."""
        if not draft.chain:
            return []
        last = draft.chain[-1]
        return [
            i
            for d in self.segments_with_end_bylines
            if d.body and d.body[-1] == last
            for i in d.end_bylines
        ]

    @property
    def segments_with_end_bylines(self) -> list[Segment]:
        """The segments that end with a byline, headless ones too."""
        return [s for s in cut_segments(self.roles) if s.end_bylines]

    def _read_authors(self, draft: Draft) -> tuple[Author, ...]:
        chained = replace_body(draft.segment, draft.chain)
        authors = read_authors(chained, self.evidence.features)
        if authors:
            return authors
        chained.end_bylines = self._find_end_bylines(draft)
        return read_end_authors(chained, self.evidence.features)

    def _read_title(self, segment: Segment) -> str:
        first = segment.list_head(Role.TITLE)
        rest = segment.list_head(Role.TITLE_END)
        title = self._read_text(first)
        for i in rest:
            text = self.evidence.features[i].text
            alike = self.evidence.features[i].size == self.evidence.features[first[0]].size
            title += (" " if alike else "") + text
        return title

    def _review(self, draft: Draft) -> tuple[str, ...]:
        notes: list[str] = []
        if not draft.chain:
            return ("只有标题，没有找到正文",)
        for link in self.links:
            if link.end in draft.chain and (link.moved or link.weight < _UNSURE):
                end, start = self._list_lines([link.end])[-1], self._list_lines([link.start])[0]
                sure = "，请核对" if link.weight < _UNSURE else ""
                notes.append(
                    f"第{end}行与第{start}行接成一段{'（原在别处）' if link.moved else ''}{sure}"
                )
        last = self.evidence.features[draft.chain[-1]]
        if not last.closed and self.roles[draft.chain[-1]] is not Role.HEADING:
            notes.append(f"第{last.fragment.lines[-1]}行没有句末标点，文章可能没有完")
        return tuple(notes)

    def _read_text(self, indices: Sequence[int]) -> str:
        return "".join(self.evidence.features[i].text for i in indices)

    def _list_lines(self, indices: Sequence[int]) -> tuple[int, ...]:
        return tuple(n for i in indices for n in self.evidence.features[i].fragment.lines)


def replace_body(segment: Segment, chain: Sequence[int]) -> Segment:
    """The segment as it reads with its true text."""
    return Segment(segment.head, list(chain), [])


def _place_captions(
    articles: Sequence[NewsArticle], captions: Sequence[Fragment]
) -> tuple[tuple[NewsArticle, ...], list[SetAside]]:
    """Each caption behind the block that it was printed after, in the article around it."""
    placed = [list(a.body) for a in articles]
    loose: list[SetAside] = []
    for caption in captions:
        line = caption.lines[0]
        spot = max(
            (
                (n, a, b)
                for a, article in enumerate(articles)
                for b, ns in [
                    (-1, article.lines.title + article.lines.byline),
                    *((b, x.source_lines) for b, x in enumerate(article.body)),
                ]
                for n in ns
                if n < line
            ),
            default=None,
        )
        if spot is None:
            loose.append(SetAside(line, caption.text, "图片说明"))
            continue
        _, a, b = spot
        anchor = articles[a].body[b] if b >= 0 else None
        at = 0 if anchor is None else next(k for k, x in enumerate(placed[a]) if x is anchor) + 1
        placed[a].insert(at, Block("caption", caption.text, caption.lines))
    return tuple(replace(a, body=tuple(b)) for a, b in zip(articles, placed, strict=True)), loose
