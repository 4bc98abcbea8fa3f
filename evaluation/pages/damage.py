"""Whole articles made into a newspaper page's raw text, damaged as page layouts damage it.

Pure and seeded: the same stories, mode and seed give the same page. The modes:

- clean: a blank line between items, each item on one line;
- column-cut: paragraphs cut in mid-sentence where a column ends, a blank line at the cut;
- reordered: cut, and articles' tails moved before their own titles, behind other articles,
  or swapped, at times with the byline printed again;
- noisy: cut, with page headers, captions, column headings, 下转/上接 and stray blanks between;
- hard-wrapped: lines of a fixed width, paragraphs indented, no blank lines.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from random import Random
from typing import Literal, get_args

from evaluation.pages.noise import add_noise
from evaluation.pages.printed_page import Item, PrintedPage, Story, print_page, story_items
from evaluation.pages.wrapping import spaced_lines, wrapped_lines
from plugins.model import Block

Mode = Literal["clean", "column-cut", "reordered", "noisy", "hard-wrapped"]
MODES: tuple[Mode, ...] = get_args(Mode)
Punctuation = Literal["printed", "half", "full"]

FULL, HALF = "，：；？！（）", ",:;?!()"
TO_HALF = str.maketrans(FULL, HALF)
DATELINE = re.compile(r"^(本报讯|本报[^\s，。]{2,14}[电讯]|本网讯)\s*[（(][^）)]*[）)]\s*")
STOPS = "。！？!?…；;：:”』」）)"
SHORTEST_CUT = 40
"""Characters: paragraphs shorter than this are not cut: a column's end seldom falls within them."""

RARE_PAGES = 0.15
"""The share of pages that carry one rare story, such as a poem or a notice."""


@dataclass(frozen=True, slots=True)
class Style:
    """How a page is set: its punctuation, and whether its articles are signed."""

    punctuation: Punctuation = "printed"
    bylines: bool = True


def damage_page(
    stories: Sequence[Story], mode: Mode, seed: int, style: Style | None = None
) -> PrintedPage:
    """Make one page of these stories in the given mode, with its truth."""
    random = Random(f"{mode}/{seed}")  # noqa: S311 - repeatable pages, not secrets
    told = [styled(story, style or Style()) for story in stories]
    groups = [story_items(n, story) for n, story in enumerate(told)]
    if mode == "hard-wrapped":
        return print_page(told, wrapped_lines(groups, random))
    if mode != "clean":
        groups = [cut_columns(items, random) for items in groups]
    if mode == "reordered":
        groups = move_tails(groups, random)
    if mode == "noisy":
        groups = add_noise(groups, random)
    lines = spaced_lines(groups, random, stray_blanks=mode == "noisy")
    return print_page(told, lines)


def sample_page(stories: Sequence[Story], mode: Mode, seed: int) -> PrintedPage:
    """Make a page of 1 to 30 random stories in a random style, fixed by the seed."""
    random = Random(f"page/{seed}")  # noqa: S311 - repeatable pages, not secrets
    most = random.choice((1, 4, 8, 8, 12, 30))
    count = random.randint((most + 1) // 2, most)
    punctuation: Punctuation = random.choice(("printed", "half", "full"))
    style = Style(punctuation, bylines=random.random() < 0.75)
    common = [story for story in stories if not story.rare]
    chosen = random.sample(common, min(count, len(common)))
    rare = [story for story in stories if story.rare]
    if rare and random.random() < RARE_PAGES:
        chosen[random.randrange(len(chosen))] = random.choice(rare)
    return damage_page(chosen, mode, seed, style)


def styled(story: Story, style: Style) -> Story:
    """Give the story the page's punctuation, without its signatures when the page has none."""
    body = story.body
    if not style.bylines and DATELINE.match(body[0].text):
        body = (replace(body[0], text=DATELINE.sub("", body[0].text)), *body[1:])
    return replace(
        story,
        title=repunctuate(story.title, style.punctuation),
        subtitle=story.subtitle and repunctuate(story.subtitle, style.punctuation),
        kicker=story.kicker and repunctuate(story.kicker, style.punctuation),
        byline=story.byline if style.bylines else None,
        body=tuple(Block(b.type, repunctuate(b.text, style.punctuation)) for b in body),
    )


def repunctuate(text: str, punctuation: Punctuation) -> str:
    """Print the text with half-width or full-width marks, as some newspapers' systems print it.

    Full-width marks replace half-width ones beside a Chinese character only (1:30 stays).
    """
    if punctuation == "half":
        return text.translate(TO_HALF)
    if punctuation == "full":
        marks = dict(zip(HALF, FULL, strict=True))
        pattern = rf"(?<=[一-鿿”])[{re.escape(HALF)}]|[{re.escape(HALF)}](?=[一-鿿“])"
        return re.sub(pattern, lambda found: marks[found[0]], text)
    return text


def cut_columns(items: Sequence[Item], random: Random, chance: float = 0.3) -> list[Item]:
    """Cut some long paragraphs in mid-sentence."""
    cut: list[Item] = []
    for item in items:
        cut.extend(_cut(item, random) if random.random() < chance else [item])
    return cut


def _cut(item: Item, random: Random) -> list[Item]:
    """Part the item in two pieces (of a very long paragraph at times three), if it can be cut."""
    places = _cut_places(item)
    if not places:
        return [item]
    count = 2 if len(item.text) > 250 and random.random() < 0.2 else 1
    marks = sorted(random.sample(places, min(count, len(places))))
    ends = zip([0, *marks], [*marks, len(item.text)], strict=True)
    return [replace(item, text=item.text[a:b], piece=n) for n, (a, b) in enumerate(ends)]


def _cut_places(item: Item) -> list[int]:
    """Find positions in mid-sentence: not after a stop, not beside a blank."""
    text = item.text
    if item.role != "body" or len(text) < SHORTEST_CUT:
        return []
    return [
        at
        for at in range(6, len(text) - 6)
        if text[at - 1] not in STOPS and not text[at - 1 : at + 1].count(" ")
    ]


def move_tails(groups: Sequence[list[Item]], random: Random) -> list[list[Item]]:
    """Print the tails of a few stories in other places of the page."""
    whole = [list(group) for group in groups]
    movable = [n for n, group in enumerate(whole) if _tail_cuts(group)]
    chosen = random.sample(movable, min(len(movable), max(1, len(whole) // 5)))
    if len(chosen) >= 2 and random.random() < 0.25:
        return _swap_tails(whole, chosen[0], chosen[1], random)
    for index in chosen:
        head, tail = _split_tail(whole[index], random)
        whole[index] = head
        others = [n for n in range(len(whole)) if n != index]
        if not others or random.random() < 0.5:
            whole[index] = _repeat_byline(tail, head, random) + head
        else:
            host = random.choice(others)
            whole[host] = whole[host] + _repeat_byline(tail, head, random)
    return whole


def _tail_cuts(group: Sequence[Item]) -> list[int]:
    return [n for n, item in enumerate(group) if _cut_places(item)]


def _split_tail(group: Sequence[Item], random: Random) -> tuple[list[Item], list[Item]]:
    """Part a story into head and tail within one of its paragraphs."""
    at = random.choice(_tail_cuts(group))
    item = group[at]
    place = random.choice(_cut_places(item))
    first = replace(item, text=item.text[:place], piece=item.piece * 2)
    second = replace(item, text=item.text[place:], piece=item.piece * 2 + 1)
    later = [replace(i, piece=i.piece * 2) if i.block == item.block else i for i in group[at + 1 :]]
    earlier = [replace(i, piece=i.piece * 2) if i.block == item.block else i for i in group[:at]]
    return [*earlier, first], [second, *later]


def _repeat_byline(tail: list[Item], head: Sequence[Item], random: Random) -> list[Item]:
    """Print the story's byline once more after the moved tail, in half of the cases."""
    bylines = [item for item in head if item.role == "byline"]
    return tail + bylines[:1] if random.random() < 0.5 else tail


def _swap_tails(whole: list[list[Item]], one: int, other: int, random: Random) -> list[list[Item]]:
    head, tail = _split_tail(whole[one], random)
    other_head, other_tail = _split_tail(whole[other], random)
    whole[one], whole[other] = head + other_tail, other_head + tail
    return whole
