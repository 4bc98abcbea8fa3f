"""What is said, in Chinese, of a line that may make an article wrong: what it may be instead.

Lines are told by their numbers, and other articles by the line that they begin with: words of a
page may have to be hidden.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from plugins.newspaper.doubts.risks import Risk
from plugins.newspaper.outline import Outline
from plugins.newspaper.reading.weights import ROLES
from plugins.newspaper.roles import Role

#: The parts that a line of a head may be instead, as editors call them.
_PARTS: Mapping[Role, str] = {
    Role.KICKER: "引题",
    Role.TITLE: "标题",
    Role.TITLE_END: "标题的后一行",
    Role.SUBTITLE: "副题",
    Role.HEADING: "小标题",
    Role.SECTION: "栏目名",
}
_HEADLINE = (Role.TITLE, Role.TITLE_END)
_TEXT = (Role.START, Role.REST, Role.END_BYLINE)


@dataclass(frozen=True)
class Wordings:
    """Says what may be wrong of a page's articles; lines are indices of fragments."""

    outline: Outline

    def tell(self, risk: Risk) -> Iterator[tuple[float, str]]:
        """Each line that may make an article wrong, how likely, and what is said of it."""
        said = (
            *((likely, self._say_head(i)) for likely, i in risk.head),
            (risk.opening[0], self._say_opening(risk.opening[1], risk.above)),
            *((likely, self._say_within(i)) for likely, i in risk.within),
            *([(risk.below[0], self._say_below(risk.below[1]))] if risk.below else []),
        )
        yield from ((likely, f"{words}，请核对") for likely, words in said)

    def _say_head(self, i: int) -> str:
        part = self._find_part(i)
        other = "标题的一行" if part is Role.TITLE else _PARTS[part]
        return f"{self._name(i)}，也可能是{other}"

    def _say_opening(self, i: int, above: int | None) -> str:
        """What the first line of an article is where none begins with it."""
        name = self._name(i, "一篇的开头")
        if self.outline.reading.roles[i] is Role.SECTION:
            return f"{name}，也可能是标题或正文"
        if above is None:
            return f"{name}，也可能不是文章的开头"
        return f"{name}，也可能是上一篇（第{self._line(above)}行起）的{self._follow(i)}"

    def _say_within(self, i: int) -> str:
        new = "标题" if self.outline.evidence.features[i].is_display else "开头"
        return f"{self._name(i)}，也可能是另一篇的{new}"

    def _say_below(self, i: int) -> str:
        return f"第{self._line(i)}行起当作下一篇，也可能还是这一篇的{self._follow(i)}"

    def _name(self, i: int, text: str = "正文") -> str:
        """A line with what it was read as; `text` is said of running text."""
        return f"第{self._line(i)}行当作{_PARTS.get(self.outline.reading.roles[i], text)}"

    def _find_part(self, i: int) -> Role:
        """What else a line of a head most likely is."""
        role = self.outline.reading.roles[i]
        same = _HEADLINE if role in _HEADLINE else (role,)
        others = [one for one in _PARTS if one not in (*same, Role.TITLE_END)]
        return max(others, key=lambda one: self._weigh(i, one))

    def _follow(self, i: int) -> str:
        """What a line is that goes on with the article above it."""
        text = sum(self._weigh(i, role) for role in _TEXT)
        return "小标题" if self._weigh(i, Role.HEADING) >= text else "正文"

    def _weigh(self, i: int, role: Role) -> float:
        """How likely a line is that part."""
        return float(self.outline.reading.steps[i, :, ROLES.index(role)].sum())

    def _line(self, i: int) -> int:
        return self.outline.evidence.features[i].fragment.lines[0]
