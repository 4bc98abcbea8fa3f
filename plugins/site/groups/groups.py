"""The ways to browse: kinds of groups (county, topic, …) and the groups of each kind.

While a site is composed catalogue.py and shelves.py fill them; nobody else changes one, nor later.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal

from plugins.site.articles.article import Article
from plugins.site.articles.namings import Naming
from plugins.site.articles.shown_figures import ShownFigure

KindKey = Literal[
    "county", "town", "village", "topic", "person", "author", "column", "date", "issue"
]
#: Each kind in the order of the site's navigation: folder and file name, label, title, and what
#: it holds.
KINDS: tuple[tuple[KindKey, str, str, str, str], ...] = (
    ("county", "counties", "县区", "按县区浏览", "全市各县（市、区）的报道。"),
    ("town", "towns", "镇办", "按镇办浏览", "报道里写到的镇、街道，按县区排列。"),
    ("village", "villages", "村", "按村浏览", "报道里写到的村和社区。"),
    ("topic", "topics", "专题", "按专题浏览", "按工作内容归类，“本馆自设”的为整理者所加。"),
    ("person", "people", "人物", "按人物浏览", "报道里的公职、专业和受表彰人员，同名者列在一起。"),
    ("author", "authors", "作者", "按作者浏览", "写下这些报道的记者和通讯员。"),
    ("column", "columns", "栏目", "按栏目浏览", "报纸上的栏目。"),
    ("date", "dates", "日期", "按日期浏览", "按刊发的年月排列；原版面没有日期的另列一处。"),
    ("issue", "issues", "版面", "按报纸版面浏览", "同一张版面上的报道。"),
)  # fmt: skip

#: Groups whose pages show the sentences that name them.
NAMED_KINDS: tuple[KindKey, ...] = ("village", "town", "person")


@dataclass(eq=False)
class GroupKind:
    """One way to browse, with its groups in the order of its index page.

    Where they are many, most of them stand on `shelves`, which are sorted as `shelved_by` says;
    `unit` is what is counted there.
    """

    key: KindKey
    folder: str
    label: str
    title: str
    description: str
    groups: list["Group"] = field(default_factory=list)
    shelves: list["Shelf"] = field(default_factory=list)
    shelved_by: str = ""
    unit: str = ""

    @property
    def url(self) -> str:
        """The index page's address, from the site's root."""
        return f"{self.folder}.html"

    @property
    def with_pages(self) -> list["Group"]:
        """The groups that have pages of their own, in their order."""
        return [group for group in self.groups if not group.shelf]


@dataclass(eq=False)
class Shelf:
    """A page for all groups of a kind in one county or month, or of one letter (shelves.py)."""

    kind: GroupKind
    key: str
    name: str
    groups: list["Group"] = field(default_factory=list)

    @property
    def url(self) -> str:
        """The page's address, from the site's root."""
        return f"{self.kind.folder}/shelf-{self.key}.html"


@dataclass(eq=False)
class Group:
    """One county, topic, person …: what its page shows. `key` is its slug."""

    kind: GroupKind
    key: str
    name: str
    #: Where the group stands among its kind; the smallest first.
    rank: tuple[int | str, ...] = ()
    articles: list[Article] = field(default_factory=list)
    note: str = ""
    aliases: tuple[str, ...] = ()
    parent: "Group | None" = None
    children: list["Group"] = field(default_factory=list)
    feed_url: str | None = None
    level: str = ""
    explanation: str = ""
    #: The page it stands on where it has none of its own.
    shelf: Shelf | None = None

    @property
    def url(self) -> str:
        """The address, from the site's root: of its page, or of its place on a shelf."""
        if self.shelf:
            return f"{self.shelf.url}#{self.key}"
        return f"{self.kind.folder}/{self.key}.html"

    def name_part(self, number: int) -> str:
        """Return the address of a page of its long list, from 1: the first is its own."""
        # Below a folder: an address beside the group's may be another group's.
        return self.url if number == 1 else f"{self.kind.folder}/{self.key}/{number}.html"

    @property
    def count(self) -> int:
        """The number of articles."""
        return len(self.articles)

    def namings_in(self, article: Article) -> tuple[Naming, ...]:
        """The sentences of an article that name it, where it is a village, a town or a person."""
        if self.kind.key not in NAMED_KINDS:
            return ()
        return next(filter(None, map(article.namings.get, (self.name, *self.aliases))), ())

    def list_figures(self) -> Iterator[ShownFigure]:
        """Yield its articles' figures that tables show; of a place or topic, those about it.

        Of a village or a person there are none: no figure's place is so small, nor is it a name.
        """
        for article in self.articles:
            yield from filter(self._has, article.told)

    def _has(self, shown: ShownFigure) -> bool:
        if self.kind.key == "county":
            return shown.county == self.name
        if self.kind.key == "topic":
            return self.name in shown.figure.topics
        if self.kind.key in NAMED_KINDS:
            return shown.figure.place in (self.name, *self.aliases)
        return True

    @property
    def description(self) -> str:
        """One line for the page's head and search engines."""
        return f"{self.kind.label}“{self.name}”：收录报道 {self.count} 篇。"


def sort_by_count(groups: Iterable[Group]) -> list[Group]:
    """Return groups by the number of their articles, the greatest first."""
    return sorted(groups, key=lambda group: -group.count)


def make_kinds() -> dict[KindKey, GroupKind]:
    """Return every kind by its key, in the order of navigation, without groups."""
    return {kind[0]: GroupKind(*kind) for kind in KINDS}


def sort_groups(kinds: Iterable[GroupKind]) -> None:
    """Bring the groups of each kind, and their children, into the order of their ranks."""
    for kind in kinds:
        kind.groups.sort(key=lambda group: (group.rank, group.key))
        for group in kind.groups:
            group.children.sort(key=lambda child: (child.rank, child.key))
