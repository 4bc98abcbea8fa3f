"""What of an article an editor should look at: each of the converter's doubts, with its lines."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from plugins.newspaper.doubts.risks import Margins, Risks
from plugins.newspaper.evidence.edges import Evidence
from plugins.newspaper.reading.reading import Reading
from plugins.newspaper.reading.roles import Role
from plugins.newspaper.reading.segments import Segment
from plugins.newspaper.reading.stitching import Link
from plugins.newspaper.reading.weights import load_doubts

#: What is said of an article whose last words end no sentence.
UNFINISHED = "没有句末标点，文章可能没有完"
#: A link weaker than this is made, and said to be unsure (nats).
_UNSURE = 4.0
#: A line this long is running text, and ends with a stop.
_LONG = 45
#: A line of a head less likely than this to be what it was taken for is told, and what it may be.
_SURE = 0.65
_HEADS = {
    Role.KICKER: "当作引题，也可能是标题",
    Role.TITLE: "当作标题，也可能是引题或副题",
    Role.TITLE_END: "当作标题的后一行，也可能是副题",
    Role.SUBTITLE: "当作副题，也可能是标题的一行",
}
#: Of an article that may be cut wrong each line is told that is likelier than this (log odds) to
#: be something else, at any rate the likeliest.
_LIKELY = -2.0


@dataclass(frozen=True)
class Doubts:
    """Tells what is unsure of an article; numbers are indices of fragments until they are said."""

    evidence: Evidence
    reading: Reading
    links: Sequence[Link]

    def list_of(self, segment: Segment, chain: Sequence[int]) -> tuple[str, ...]:
        """What to look at in the article with this head and this text, in Chinese."""
        if not chain:
            return ("只有标题，没有找到正文",)
        return (
            *self._doubt_head(segment, chain[0]),
            *self._doubt_cut(segment, chain),
            *self._doubt_links(chain),
            *self._doubt_end(chain[-1]),
        )

    def _doubt_head(self, segment: Segment, first: int) -> Iterator[str]:
        titles = segment.list_head(Role.TITLE)
        if not titles:
            yield f"第{self._line(first)}行没有标题，用了开头的话作标题，请核对"
        elif self.evidence.features[titles[0]].is_column:
            yield f"第{self._line(titles[0])}行像栏目名，下面可能是几条短讯，请核对"
        sure = self.reading.sure
        unsure = [i for i in segment.list_head(*_HEADS) if sure[i] < _SURE]
        if unsure:
            i = min(unsure, key=sure.__getitem__)
            yield f"第{self._line(i)}行{_HEADS[self.reading.roles[i]]}，请核对"

    @cached_property
    def _risks(self) -> Risks:
        """The risks of the page, whose margins are reckoned from all of its reading."""
        return Risks(self.evidence, self.reading, self.links)

    def _doubt_cut(self, segment: Segment, chain: Sequence[int]) -> Iterator[str]:
        """What begins a story and may not, and what does not and may."""
        odds, limit = load_doubts()
        margins = self._risks.measure(segment, chain)
        cues = self._risks.list_cues(margins, segment, chain)
        if sum(odds.get(cue, 0.0) for cue in cues) <= limit:
            return
        told = list(self._list_margins(margins))
        worst = max(margin for margin, _ in told)
        yield from dict.fromkeys(words for margin, words in told if margin >= min(worst, _LIKELY))

    def _list_margins(self, margins: Margins) -> Iterator[tuple[float, str]]:
        """Each line that may be something else, how likely it is, and what is said of it."""
        margin, i = margins.opening
        if self.reading.roles[i] is Role.SECTION:
            yield margin, f"第{self._line(i)}行当作栏目名，也可能是标题或正文，请核对"
        else:
            yield margin, f"第{self._line(i)}行也可能是上一篇的小标题或正文，请核对"
        for margin, i in margins.within:
            yield margin, f"第{self._line(i)}行也可能是另一篇的开头，请核对"
        if margins.below:
            margin, i = margins.below
            yield margin, f"第{self._line(i)}行起也可能还是这一篇，请核对"

    def _doubt_links(self, chain: Sequence[int]) -> Iterator[str]:
        for link in self.links:
            if link.end not in chain:
                continue
            lines = f"第{self._line(link.end, -1)}行与第{self._line(link.start)}行"
            between = [i for i in range(link.end + 1, link.start) if self._is_box(i)]
            if between and not link.moved:
                yield f"{lines}接成一段，中间的第{self._line(between[0])}行当作栏目名，请核对"
            elif link.moved or link.weight < _UNSURE:
                sure = "，请核对" if link.weight < _UNSURE else ""
                yield f"{lines}接成一段{'（原在别处）' if link.moved else ''}{sure}"

    def _doubt_end(self, last: int) -> Iterator[str]:
        feature = self.evidence.features[last]
        told = feature.size >= _LONG or feature.commas > 0
        cut = told or feature.dangling or feature.ends_loosely
        if cut and not feature.closed and self.reading.roles[last] is not Role.HEADING:
            yield f"第{self._line(last, -1)}行{UNFINISHED}"

    def _is_box(self, i: int) -> bool:
        return self.reading.roles[i] is Role.SECTION

    def _line(self, i: int, which: int = 0) -> int:
        return self.evidence.features[i].fragment.lines[which]
