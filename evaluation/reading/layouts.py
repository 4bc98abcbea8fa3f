"""Real articles laid out as the raw text of pages, in the ways that newsrooms' text comes.

Every printed line keeps the item that it prints, so that a page's truth is at hand line by line.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from random import Random

from evaluation.pages.damage import cut_columns, move_tails, repunctuate
from evaluation.pages.noise import add_noise
from evaluation.pages.printed_page import Item, Line
from evaluation.pages.wrapping import Setting, wrap_text
from evaluation.reading.articles import RealPage, own_pages
from evaluation.reading.houses.briefs import make_briefs
from evaluation.reading.houses.signing import sign_articles
from evaluation.reading.houses.variations import vary_articles

INDENT = "\u3000\u3000"
#: Of the pages that are learned from, so many are of the project's own articles.
OWN_SHARE = 0.2
#: How pages are damaged; most are not.
DAMAGES = (
    (), (), (), (), (), ("noise",), ("cut",), ("cut", "noise"), ("cut", "moved"), ("cut", "moved"),
)  # fmt: skip
#: Of those that are not wrapped, so many say by labels what their lines are.
LABELLED = 0.12
#: How houses sign that sign neither as printed nor by a byline or a dateline.
_SELDOM = ("end", "below", "bylines", "none", "none")


@dataclass(frozen=True, slots=True)
class Layout:
    """How a page's text is set.

    `width` is the column's in full-width characters, 0 where lines are not wrapped; `gaps` says
    where blank lines stand; `heads` whether headlines and sub-headlines are wrapped and indented
    as text is; `labels` is one of LABELS, where lines say what they are.
    """

    name: str
    indent: str = ""
    gaps: str = "none"
    width: int = 0
    kinsoku: bool = True
    heads: bool = False
    damage: tuple[str, ...] = ()
    signing: str = "as printed"
    punctuation: str = "printed"
    labels: str = ""


#: What a copied text says of its lines, by what they are: 标题：…, # ….
LABELS = {
    "words": {"title": "标题：", "subtitle": "副题：", "kicker": "引题：", "heading": "小标题："},
    "marks": {"title": "# ", "subtitle": "## ", "kicker": "## ", "heading": "### "},
    "bold": {"title": "### ", "heading": "### "},
}
#: What is measured: pages as the corpus has them, set in the three ways that are commonest, wrapped
#: at other measures and barely set at all, and damaged.
MEASURED = (
    Layout("blank lines", gaps="all"),
    Layout("indents", indent=INDENT),
    Layout("wrapped 21", indent=INDENT, width=21),
    Layout("plain"),
    Layout("wrapped 15", indent=INDENT, width=15, heads=True),
    Layout("wrapped 27 bare", gaps="stories", width=27, heads=True),
    Layout("signed", gaps="all", signing="byline"),
    Layout("cut", gaps="all", damage=("cut",)),
    Layout("moved", gaps="all", damage=("cut", "moved")),
    Layout("noisy", indent=INDENT, damage=("cut", "noise")),
)


@dataclass(frozen=True, slots=True)
class LaidPage:
    """A page's raw lines, each with the item that it prints (None: a blank line)."""

    name: str
    layout: Layout
    lines: tuple[Line, ...]

    @property
    def text(self) -> str:
        """The raw page."""
        return "\n".join(line.text for line in self.lines) + "\n"


def lay_out(page: RealPage, layout: Layout, seed: str) -> LaidPage:
    """Set a page's articles in this layout; the seed decides where it is damaged."""
    random = Random(f"{seed}/{page.name}/{layout.name}")  # noqa: S311 - repeatable, not secret
    articles = sign_articles(page.articles, layout.signing, random)
    groups = [_punctuate(a.print_items(n), layout) for n, a in enumerate(articles)]
    groups = _damage(groups, layout.damage, random)
    lines: list[Line] = []
    for group in groups:
        if lines and layout.gaps == "stories":
            lines.append(Line(""))
        for item in group:
            lines += _set_item(item, layout)
            lines += [Line("")] * (layout.gaps == "all")
    return LaidPage(page.name, layout, tuple(lines))


def sample_layout(random: Random) -> Layout:
    """Any layout that a newsroom's text may come in, for training."""
    wrapped = random.random() < 0.4
    indent = random.choice((INDENT, INDENT, INDENT, "    ", ""))
    gaps = random.choice(("none", "none", "none", "stories", "all"))
    if not wrapped:
        indent, gaps = random.choice(
            ((INDENT, "none"), (INDENT, "stories"), ("", "all"), ("", "all"), ("", "none"),
             ("", "stories"), (INDENT, "all"))
        )  # fmt: skip
    elif not indent and gaps == "none" and random.random() < 0.5:
        gaps = "all"
    damage = random.choice(DAMAGES)
    return Layout(
        "sampled", indent, gaps,
        width=random.choice((*range(13, 29), 17, 18, 20, 21, 21, 22)) if wrapped else 0,
        kinsoku=random.random() < 0.7,
        heads=random.random() < 0.5,
        damage=damage,
        signing=random.choice(
            (*["as printed"] * 4, *["byline"] * 2, *["dateline"] * 2, *_SELDOM)
        ),
        punctuation=random.choice(("printed", "printed", "printed", "half")),
        labels="" if wrapped or random.random() > LABELLED else random.choice(list(LABELS)),
    )  # fmt: skip


def sample_articles(
    pages: Sequence[RealPage], random: Random, own: Sequence[RealPage] = ()
) -> RealPage:
    """One page's articles as training shows them: all, some of them, or with another page's.

    The project's `own` articles (all of them where none are given), of kinds that are rare, are
    shown more often than their number asks.
    """
    page = random.choice(pages)
    if random.random() < OWN_SHARE:
        page = _sample_own(own or own_pages(), random)
    articles = list(page.articles)
    kind = random.random()
    if kind < 0.25:
        start = random.randrange(len(articles))
        articles = articles[start : start + random.choice((1, 1, 2, 4))]
    elif kind < 0.45:
        articles += random.choice(pages).articles[: random.randint(1, 6)]
        random.shuffle(articles)
    elif kind < 0.6:
        briefs = make_briefs([a for _ in range(4) for a in random.choice(pages).articles], random)
        at = random.randint(0, len(articles))
        articles = [*articles[:at], *briefs, *articles[at:]]
    return RealPage(page.day, page.name, tuple(vary_articles(articles[:20], random)))


def _sample_own(own: Sequence[RealPage], random: Random) -> RealPage:
    articles = [a for page in own for a in page.articles]
    count = min(len(articles), random.choice((1, 4, 8, 8, 12)))
    return RealPage("own", "own", tuple(random.sample(articles, count)))


def _punctuate(items: Sequence[Item], layout: Layout) -> list[Item]:
    if layout.punctuation == "printed":
        return list(items)
    return [replace(i, text=repunctuate(i.text, "half")) for i in items]


def _damage(groups: list[list[Item]], damage: Sequence[str], random: Random) -> list[list[Item]]:
    if "cut" in damage:
        groups = [cut_columns(items, random) for items in groups]
    if "moved" in damage:
        groups = move_tails(groups, random)
    return add_noise(groups, random) if "noise" in damage else groups


def _set_item(item: Item, layout: Layout) -> list[Line]:
    """An item's lines: text indented, but a paragraph's rest behind a column's end."""
    indented = item.piece == 0 and item.role == "body" and (layout.heads or item.why != "heading")
    what = "heading" if item.why == "heading" else item.role
    label = LABELS.get(layout.labels, {}).get(what, "") if item.piece == 0 else ""
    text = (layout.indent if indented and not label else "") + label + item.text
    display = what in ("title", "kicker", "subtitle", "heading")
    unwrapped = item.role == "furniture" and item.why != "图片说明"
    if not layout.width or (display and not layout.heads) or unwrapped:
        return [Line(text, item)]
    setting = Setting(layout.width, kinsoku=layout.kinsoku)
    return [Line(line, item) for line in wrap_text(text, setting)]
