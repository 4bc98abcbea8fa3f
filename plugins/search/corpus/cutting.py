"""Articles cut into words, as arrays of what is known of every character."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from functools import cached_property
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from plugins.chinese.reading_form import ReadingForm
from plugins.search.corpus.folding import (
    BLANK,
    HAN,
    LETTER,
    MARK,
    character_class,
    fold_form,
    is_linked,
)
from plugins.search.corpus.tokens import LONGEST_TERM, engine_name, load_cutter

#: The longest run and word that is counted exactly: longer ones need no difference.
LONGEST = 255
_CLASSES = (BLANK, MARK, LETTER, HAN)
_LINKED = np.array([[is_linked(left, right) for right in _CLASSES] for left in _CLASSES])


#: An article's title, byline and body.
Fields = tuple[str, str, str]


@dataclass(frozen=True)
class Cuts:
    """What cutting says of the characters of some articles' fields, folded.

    Every field is followed by one line end. `codes` are the folded code points; `term` is the
    length of the term that begins at a character or 0, `run` how many characters from here on
    belong to one run, LONGEST at most. `lengths`
    (with the line end) and `term_counts` have a row an article, a column a field. Of the printed
    text `steps` tells how many folded characters each of its characters became, and
    `printed_lengths` are what `lengths` are of the folded one.
    """

    codes: NDArray[np.uint32]
    term: NDArray[np.uint8]
    run: NDArray[np.uint8]
    steps: NDArray[np.uint8]
    lengths: NDArray[np.int64]
    printed_lengths: NDArray[np.int64]
    term_counts: NDArray[np.int64]

    def list_arrays(self) -> dict[str, NDArray[Any]]:
        """Return its arrays by their names."""
        return {member.name: getattr(self, member.name) for member in fields(self)}

    def span(self, first: int, last: int) -> "Cuts":
        """Return the articles from one to another, without a copy."""
        folded = slice(self._ends[first], self._ends[last])
        printed, rows = (
            slice(self._printed_ends[first], self._printed_ends[last]),
            slice(first, last),
        )
        return Cuts(
            self.codes[folded],
            self.term[folded],
            self.run[folded],
            self.steps[printed],
            self.lengths[rows],
            self.printed_lengths[rows],
            self.term_counts[rows],
        )

    @cached_property
    def _ends(self) -> NDArray[np.int64]:
        return np.append(0, np.cumsum(self.lengths.sum(axis=1)))

    @cached_property
    def _printed_ends(self) -> NDArray[np.int64]:
        return np.append(0, np.cumsum(self.printed_lengths.sum(axis=1)))


def pick_articles(parts: Sequence[Cuts], order: NDArray[np.int64]) -> Cuts:
    """Return the articles of these numbers, which count through all parts, in this order."""
    bases = np.cumsum([0, *(len(part.lengths) for part in parts)])
    owners = np.searchsorted(bases, order, "right") - 1
    places = (order - bases[owners]).tolist()
    breaks = np.flatnonzero((np.diff(order) != 1) | (np.diff(owners) != 0)) + 1
    picked = [
        parts[owners[first]].span(places[first], places[last - 1] + 1).list_arrays()
        for first, last in pairwise([0, *breaks.tolist(), len(order)])
    ]
    return Cuts(**{name: np.concatenate([one[name] for one in picked]) for name in picked[0]})


def cut_texts(articles: Sequence[Fields]) -> Cuts:
    """Cut articles into words."""
    texts = [text for article in articles for text in article]
    forms = [fold_form(text) for text in texts]
    folded = text_codes([form.text for form in forms])
    # A line end is a token by itself, so one call cuts every field as if alone.
    tokens = load_cutter(engine_name())(folded.tobytes().decode("utf-32-le", "surrogatepass"))
    widths = np.fromiter(map(len, tokens), dtype=np.int64)
    token_starts = np.cumsum(widths) - widths
    lettered = np.logical_or.reduceat(_letters(folded), token_starts)
    run = _run_lengths(folded)
    terms = lettered & (widths <= LONGEST_TERM) & (widths <= run[token_starts])
    lengths = np.fromiter((len(form.text) + 1 for form in forms), dtype=np.int64)
    printed_lengths = np.fromiter((len(text) + 1 for text in texts), dtype=np.int64)
    field = np.repeat(np.arange(len(texts)), lengths)
    term_fields = np.bincount(field[token_starts[terms]], minlength=len(texts))
    return Cuts(
        folded,
        _scatter(token_starts[terms], widths[terms], len(field)),
        run,
        _count_steps(forms, printed_lengths),
        lengths.reshape(-1, 3),
        printed_lengths.reshape(-1, 3),
        term_fields.reshape(-1, 3),
    )


def _count_steps(forms: Sequence[ReadingForm], sizes: NDArray[np.int64]) -> NDArray[np.uint8]:
    """Return how many folded characters each printed one became, fields' line ends among them."""
    steps = np.ones(int(sizes.sum()), dtype=np.uint8)
    for form, size, end in zip(forms, sizes.tolist(), np.cumsum(sizes).tolist(), strict=True):
        if not isinstance(form.places, range):
            places = np.array(form.places, dtype=np.int64)
            steps[end - size : end - 1] = np.bincount(places, minlength=size - 1)
    return steps


def text_codes(texts: Sequence[str]) -> NDArray[np.uint32]:
    """Return the code points of texts, each with its line end."""
    joined = "".join(f"{text}\n" for text in texts)
    return np.frombuffer(joined.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)


def _letters(codes: NDArray[np.uint32]) -> NDArray[np.bool_]:
    distinct, which = np.unique(codes, return_inverse=True)
    return np.array([character_class(chr(code)) >= LETTER for code in distinct])[which]


def _scatter(places: NDArray[np.int64], values: NDArray[np.int64], size: int) -> NDArray[np.uint8]:
    scattered = np.zeros(size, dtype=np.uint8)
    scattered[places] = np.minimum(values, LONGEST)
    return scattered


def _run_lengths(codes: NDArray[np.uint32]) -> NDArray[np.uint8]:
    distinct, which = np.unique(codes, return_inverse=True)
    classes = np.array([character_class(chr(code)) for code in distinct])[which]
    left, right = classes[:-1], classes[1:]
    linked = np.append(_LINKED[left, right], False)
    stops = np.flatnonzero(~linked)
    reach = np.repeat(stops, np.diff(stops, prepend=-1)) - np.arange(len(codes)) + 1
    alone = (classes == BLANK) | ((classes == MARK) & ~linked)
    return np.where(alone, 0, np.minimum(reach, LONGEST)).astype(np.uint8)
