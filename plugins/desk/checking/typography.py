"""Slips of Chinese punctuation (GB/T 15834) in what an editor typed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from plugins.chinese.expressions import compile_late
from plugins.chinese.punctuation import widen

PAIRS = {"“": "”", "《": "》"}
#: Marks that never stand twice; …… and —— do, ！！ and ？？ may.
DOUBLED = compile_late(r"([。，、；：])\1+")
#: A slip is recognised on the raw page by so many characters on either side.
CONTEXT = 4


@dataclass(frozen=True, slots=True)
class Slip:
    """One slip: what to write instead, and the words around it."""

    advice: str
    before: str
    mark: str
    after: str

    @property
    def context(self) -> str:
        """The mark with the words on either side."""
        return self.before + self.mark + self.after

    def is_in(self, printed: str) -> bool:
        """Say whether the mark stands so in `printed`, with the same words on one side at least."""
        near = (self.before + self.mark, self.mark + self.after)
        return any(len(words) > len(self.mark) and words in printed for words in near)


def find_slips(texts: Sequence[str]) -> Iterator[Slip]:
    """Yield the slips of an article's texts (title and blocks) in order."""
    for number, text in enumerate(texts):
        following = texts[number + 1] if number + 1 < len(texts) else ""
        yield from _find_half_width(text)
        yield from _find_doubled(text)
        yield from _find_unpaired(text, following)


def _find_half_width(text: str) -> Iterator[Slip]:
    for at, (typed, shown) in enumerate(zip(text, widen(text), strict=True)):
        if typed != shown:
            yield Slip(f"“{typed}”应为全角“{shown}”", *_around(text, at, at + 1))


def _find_doubled(text: str) -> Iterator[Slip]:
    for match in DOUBLED.finditer(text):
        yield Slip(f"“{match[0]}”应为“{match[1]}”", *_around(text, *match.span()))


def _find_unpaired(text: str, following: str) -> Iterator[Slip]:
    """Yield marks without their partner; a speech of several paragraphs opens each of them."""
    for opening, closing in PAIRS.items():
        open_at: list[int] = []
        for at, character in enumerate(text):
            if character == opening:
                open_at.append(at)
            elif character == closing and open_at:
                open_at.pop()
            elif character == closing:
                yield Slip(f"“{closing}”缺少前面的“{opening}”", *_around(text, at, at + 1))
        if open_at and not following.startswith(opening):
            at = open_at[-1]
            yield Slip(f"“{opening}”缺少后面的“{closing}”", *_around(text, at, at + 1))


def _around(text: str, start: int, end: int) -> tuple[str, str, str]:
    return text[max(0, start - CONTEXT) : start], text[start:end], text[end : end + CONTEXT]
