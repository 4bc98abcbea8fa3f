"""What an indicator is made from: a figure's surroundings, and the name that comes of them."""

from collections.abc import Callable
from typing import NamedTuple

PEOPLE = ("人数", "户数")
COUNTS = ("数量", "人次", *PEOPLE)
#: A phrase of no more letters than this is short.
SHORT = 8


class Indicator(NamedTuple):
    """An indicator; `subject` is what a following number without a noun of its own measures."""

    text: str
    subject: str


class Around(NamedTuple):
    """A figure's kind, the words of its clause before and after it, and what finds its heritage.

    `noun` is a noun inside the figure (7.3万贫困人口); `touches` says that it follows directly on
    a figure with words of its own (687条1605.61公里).
    """

    kind: str
    noun: str
    pre: str
    post: str
    inherit: Callable[[], str]
    touches: bool
    followed: bool = False

    @property
    def inherited(self) -> str:
        """The subject of the clause before, or of the figure before."""
        return self.inherit()


class Naming(NamedTuple):
    """A figure's indicator, the words after it that it uses, and whether it waits for more.

    Money waits when its clause says only that it was spent: the next says on what.
    """

    indicator: Indicator
    used: str = ""
    waits: bool = False


def join(verb: str, phrase: str) -> str:
    """Put a verb before its object, once."""
    return phrase if phrase.startswith(verb) else verb + phrase
