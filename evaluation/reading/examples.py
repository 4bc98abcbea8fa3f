"""Pages to learn from: articles sampled, laid out and labelled, the same number the same page."""

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from random import Random
from typing import TypeVar

import click

from evaluation.pages.damage import MODES, sample_page
from evaluation.pages.printed_page import Item
from evaluation.pages.stories import own_stories
from evaluation.reading.articles import RealPage, own_pages, read_pages
from evaluation.reading.goldens import list_items, read_goldens
from evaluation.reading.labels import label_fragments
from evaluation.reading.layouts import lay_out, sample_articles, sample_layout
from plugins.newspaper.conversion import read_pieces
from plugins.newspaper.cues.fragment_cues import FragmentCues
from plugins.newspaper.cues.run_cues import RunCues
from plugins.newspaper.cues.runs import find_runs
from plugins.newspaper.cues.trees import Trees
from plugins.newspaper.evidence.features import Features
from plugins.newspaper.reading.chain import PageCues
from plugins.newspaper.reading.reading import DisplayTraits
from plugins.newspaper.reading.weights import ROLES, DisplayTrees
from plugins.newspaper.roles import BEGINNING, Role

Made = TypeVar("Made")

BATCH = 20
#: Each page of the project's own stands for so many.
OWN_TIMES = 4
#: So many of the pages have all their articles as printed: no house's but their own.
PRINTED_SHARE = 0.4
#: So many of the others are of the project's own articles, damaged; no test has their numbers.
DAMAGED_SHARE, FIRST_DAMAGED = 0.25, 1000
#: Pages are made in so many parts, none of an article that another part's have.
PARTS = 5
_NO_TRAITS = DisplayTraits()


@dataclass(frozen=True)
class Example:
    """A page's cues and the roles that are right; its fragments, and its display type's traits.

    `part` is that of the pages that it was made of.
    """

    cues: PageCues
    roles: tuple[int, ...]
    features: tuple[Features, ...] = ()
    traits: DisplayTraits = _NO_TRAITS
    part: int = 0

    @property
    def opens(self) -> list[bool]:
        """Whether each run of display type opens a story."""
        return [
            any(ROLES[self.roles[i]] in BEGINNING for i in run.lines)
            for run in find_runs(self.features)
        ]

    def play(self, part: Role) -> list[bool]:
        """Whether each line of display type plays this part."""
        number = ROLES.index(part)
        return [self.roles[i] == number for run in find_runs(self.features) for i in run.lines]

    def add_peers(self, alone: Trees) -> list[list[float]]:
        """The rows of its runs, each with what these trees say of its peers."""
        return self.traits.add_peers(RunCues(self.features), alone)

    def tell_display(self, trees: DisplayTrees) -> "Example":
        """This page with the cues of what these trees say of its display type."""
        return replace(self, cues=self.traits.tell(self.cues, RunCues(self.features), trees))


def read_corpus(
    corpus: Path | None, days: str = "", after: int = 0, until: int = 31
) -> list[RealPage]:
    """The pages of a corpus on these days; without one the project's own articles.

    Of each month only the days after `after` and up to `until`: what is learned on some is measured
    on others. Raises UsageError where there is none.
    """
    if corpus is None:
        return own_pages()
    pages = (page for page in read_pages(corpus) if page.day.startswith(days))
    chosen = [page for page in pages if after < int(page.day[-2:]) <= until]
    if not chosen:
        days_told = f"days {after + 1} to {until} of months in {days or 'any year'}"
        raise click.UsageError(f"{corpus} has no page on {days_told}.")
    return chosen


def make_pages(
    make: Callable[[Sequence[RealPage], int], Made],
    real: Sequence[RealPage],
    numbers: range,
    processes: int,
) -> list[Made]:
    """What `make` makes of the pages of these numbers, by several processes."""
    batches = [numbers[n : n + BATCH] for n in range(0, len(numbers), BATCH)]
    with ProcessPoolExecutor(processes) as pool:
        parts = pool.map(partial(_make_batch, make, real), batches)
        return [made for part in parts for made in part]


def _make_batch(
    make: Callable[[Sequence[RealPage], int], Made], real: Sequence[RealPage], numbers: range
) -> list[Made]:
    return [make(real, number) for number in numbers]


def make_example(real: Sequence[RealPage], number: int) -> Example | None:
    """The example of one number; None where no reading can give the page's articles."""
    random = Random(f"page/{number}")  # noqa: S311 - repeatable, not secret
    part = number % PARTS
    own = choose_part(real, part)
    printed = choose_printed(own, number // PARTS)
    if printed is None and random.random() < DAMAGED_SHARE:
        stories = own_stories()[part::PARTS]
        damaged = sample_page(stories, random.choice(MODES), FIRST_DAMAGED + number)
        return label_example(damaged.text.encode(), list_items(damaged.truth), part)
    layout = sample_layout(random)
    if printed is not None:
        articles, layout = printed, replace(layout, signing="as printed", labels="")
    else:
        articles = sample_articles(own, random, own_pages()[part::PARTS])
    page = lay_out(articles, layout, str(number))
    items = {n: line.item for n, line in enumerate(page.lines, 1) if line.item}
    return label_example(page.text.encode(), items, part)


def choose_part(pages: Sequence[RealPage], part: int) -> Sequence[RealPage]:
    """The pages of the days of one part; all where there are fewer days than parts."""
    days = set(sorted({page.day for page in pages})[part::PARTS])
    return [page for page in pages if page.day in days] or pages


def choose_printed(pages: Sequence[RealPage], turn: int) -> RealPage | None:
    """The page whose turn it is to be shown as printed, each as often as others; else None."""
    before, now = int(turn * PRINTED_SHARE), int((turn + 1) * PRINTED_SHARE)
    if now == before:
        return None
    order = Random("order").sample(pages, len(pages))  # noqa: S311 - repeatable, not secret
    return order[before % len(pages)]


def label_example(data: bytes, items: Mapping[int, Item], part: int = 0) -> Example | None:
    """The example of a page, given the item that each of its raw lines prints."""
    evidence = read_pieces(data, "page.txt").evidence
    roles = label_fragments(items, evidence.features) if evidence else None
    if evidence is None or roles is None:
        return None
    numbers = tuple(ROLES.index(role) for role in roles)
    traits, cues = DisplayTraits.look_at(evidence), FragmentCues(evidence).list_all()
    return Example(cues, numbers, tuple(evidence.features), traits, part)


def list_goldens() -> list[Example]:
    """The project's own pages, by turns of each part: they show what real pages seldom do."""
    made = (label_example(data, items, n % PARTS) for n, (data, items) in enumerate(read_goldens()))
    return [example for example in made if example]


def write_table(
    file: Path, command: str, real: Sequence[RealPage], told: Sequence[str],
    weights: Mapping[str, object],
) -> None:  # fmt: skip
    """Write weights with the command that learned them, its corpus's digest, and its scores."""
    about = {"command": command, "corpus": digest_pages(real), "kept back": list(told)}
    file.write_text(_lay_out(about | dict(weights)), "utf-8")


def _lay_out(table: Mapping[str, object]) -> str:
    """JSON with a line a cue, so that a change of weights can be read."""

    def say(value: object) -> str:
        return json.dumps(value, ensure_ascii=False, separators=(",", ":"))

    def say_all(value: object) -> str:
        if isinstance(value, list) and value and isinstance(value[0], list):
            return "[\n" + ",\n".join(map(say, value)) + "\n]"
        if not isinstance(value, Mapping):
            return say(value)
        return "{\n" + ",\n".join(f"{say(k)}: {say(v)}" for k, v in value.items()) + "\n}"

    return "{\n" + ",\n".join(f"{say(k)}: {say_all(v)}" for k, v in table.items()) + "\n}\n"


def round_odds(odds: Mapping[str, float]) -> dict[str, int]:
    """Log odds in hundredths, those that round to nothing left out."""
    rounded = {cue: round(100 * weight) for cue, weight in sorted(odds.items())}
    return {cue: weight for cue, weight in rounded.items() if weight}


def digest_pages(pages: Sequence[RealPage]) -> str:
    """The digest of all articles that were learned from."""
    whole = hashlib.sha256()
    for page in pages:
        whole.update(repr(page).encode())
    return whole.hexdigest()
