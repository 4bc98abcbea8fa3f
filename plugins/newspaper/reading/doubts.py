"""What of an article an editor should look at: each of the converter's doubts, with its lines."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from plugins.newspaper.evidence.edges import Evidence
from plugins.newspaper.reading.reading import Reading
from plugins.newspaper.reading.roles import BEGINNING, Role
from plugins.newspaper.reading.segments import Segment
from plugins.newspaper.reading.stitching import Link

#: A link weaker than this is made, and said to be unsure (nats).
_UNSURE = 4.0
#: A line this long is running text, and ends with a stop.
_LONG = 45
#: A story's first line is told where it is less likely than this to be one, and the first line
#: below it; a line within it where it is likelier than this to begin another.
_BEGINS, _WITHIN = 0.8, 0.08
#: A headline less likely than this to be that, and not another line of its head, is told.
_HEADLINE = 0.5


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
        head = [i for indices in segment.head.values() for i in indices]
        return (
            *self._doubt_head(segment, chain[0]),
            *self._doubt_parts(sorted({*head, *chain}), min([*head, *chain[:1]])),
            *self._doubt_below(max([*head, *segment.body, *segment.end_bylines]) + 1),
            *self._doubt_links(chain),
            *self._doubt_end(chain[-1]),
        )

    def _doubt_head(self, segment: Segment, first: int) -> Iterator[str]:
        titles = segment.list_head(Role.TITLE)
        if not titles:
            yield f"第{self._line(first)}行没有标题，用了开头的话作标题，请核对"
        elif self.evidence.features[titles[0]].is_column:
            yield f"第{self._line(titles[0])}行像栏目名，下面可能是几条短讯，请核对"
        elif min(self.reading.sure[i] for i in titles) < _HEADLINE:
            yield f"第{self._line(titles[0])}行当作标题，也可能是引题或副题，请核对"

    def _doubt_parts(self, parts: Sequence[int], opening: int) -> Iterator[str]:
        """What begins a story and may not, and what does not and may."""
        roles, begins = self.reading.roles, self.reading.begins
        for i in parts:
            if roles[i] is Role.SECTION and begins[i] < _BEGINS:
                yield f"第{self._line(i)}行当作栏目名，也可能是标题或正文，请核对"
            elif roles[i] not in BEGINNING and begins[i] > _WITHIN:
                yield f"第{self._line(i)}行也可能是另一篇的开头，请核对"
            elif i == opening and roles[i] in BEGINNING and begins[i] < _BEGINS:
                yield f"第{self._line(i)}行也可能是上一篇的小标题或正文，请核对"

    def _doubt_below(self, i: int) -> Iterator[str]:
        """What begins the next story and may go on with this one."""
        roles, begins = self.reading.roles, self.reading.begins
        if i < len(roles) and roles[i] in BEGINNING and begins[i] < _BEGINS:
            yield f"第{self._line(i)}行起也可能还是这一篇，请核对"

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
            yield f"第{self._line(last, -1)}行没有句末标点，文章可能没有完"

    def _is_box(self, i: int) -> bool:
        return self.reading.roles[i] is Role.SECTION

    def _line(self, i: int, which: int = 0) -> int:
        return self.evidence.features[i].fragment.lines[which]
