"""Every article put into its groups, and the groups into their order."""

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TypeVar

from plugins.chinese.pinyin import name_slug, read_name
from plugins.content.content_error import ContentError
from plugins.model.date_labels import UNKNOWN, interval_label
from plugins.site.articles.article import Article
from plugins.site.articles.issues import issue_of, order_in_issue
from plugins.site.groups.groups import Group, GroupKind, KindKey, make_kinds, sort_groups
from plugins.site.groups.placement import Placement
from plugins.subjects import County, SubjectTables, Topic, Town, Village, Zone

Row = TypeVar("Row", bound=Hashable)
UNDATED = "undated"
LEVELS = {"官方": "官方用语", "本馆": "本馆自设"}


@dataclass
class Catalogue:
    """The kinds of groups while they fill up."""

    tables: SubjectTables
    kinds: dict[KindKey, GroupKind] = field(default_factory=make_kinds)
    _groups: dict[tuple[KindKey, str], Group] = field(default_factory=dict)
    _found: dict[tuple[KindKey, Hashable], Group] = field(default_factory=dict)

    def place(self, article: Article) -> Placement:
        """Put an article into all of its groups, and return which these are."""
        subjects, front = article.subjects, article.source.front
        placement = Placement(
            issue=self._issue(article),
            counties=self._find_all("county", subjects.counties, self._county),
            towns=self._find_all("town", subjects.towns, self._town),
            villages=self._find_all("village", subjects.villages, self._village),
            topics=tuple(self._topic(topic) for topic in subjects.topics),
            people=tuple(self._named("person", p.name) for p in subjects.people if p.public),
            authors=tuple((self._named("author", one.name), one.role) for one in front.authors),
            section=self._named("column", front.column) if front.column else None,
            month=self._date(article),
        )
        for group in placement.list_groups():
            if article not in group.articles[-1:]:
                group.articles.append(article)
        return placement

    def add_all_counties(self) -> None:
        """Make a group for each of today's counties, those without an article too."""
        for county in self.tables.gazetteer.counties:
            if not county.is_former:
                self._county(county)

    def finish(self, feed_kinds: Iterable[KindKey]) -> None:
        """Rank topics by their articles, sort everything, and give feeds to `feed_kinds`."""
        order = [topic.name for topic in self.tables.topics]
        for group in self.kinds["topic"].groups:
            group.rank = (-group.count, order.index(group.name))
        for issue in self.kinds["issue"].groups:
            issue.articles.sort(key=lambda article: order_in_issue(article.source))
        sort_groups(self.kinds.values())
        for kind in feed_kinds:
            for group in self.kinds[kind].groups:
                group.feed_url = f"feeds/{self.kinds[kind].folder}/{group.key}.atom.xml"

    def _find_all(
        self, kind: KindKey, rows: Iterable[Row], find: Callable[[Row], Group]
    ) -> tuple[Group, ...]:
        # A place by its former name and by today's is one.
        return tuple(dict.fromkeys(self._find(kind, row, find) for row in rows))

    def _find(self, kind: KindKey, row: Row, find: Callable[[Row], Group]) -> Group:
        """Return the group of a row or a name, which is found out once for all articles."""
        # Rows compare slowly, field by field: they are looked up once.
        found = self._found.get((kind, row))
        if found is None:
            found = self._found[kind, row] = find(row)
        return found

    def _issue(self, article: Article) -> Group:
        """Return the article's issue.

        Articles come in the archive's order, so that an issue ranks by its first. It is called
        as that calls it: others may lack the newspaper's name.
        """
        issue = issue_of(article.source)
        if known := self._groups.get(("issue", issue.key)):
            return known
        rank = (len(self.kinds["issue"].groups),)
        note = "" if issue.is_known else f"有《{article.share_title}》等"
        return self._settle("issue", issue.key, issue.name, rank, note)

    def _settle(
        self,
        kind: KindKey,
        key: str,
        name: str,
        rank: tuple[int | str, ...],
        note: str = "",
        aliases: tuple[str, ...] = (),
        parent: Group | None = None,
    ) -> Group:
        """Return the group that is there, or make it. Two names with one key are wrong."""
        if known := self._groups.get((kind, key)):
            if known.name != name:
                hint = f"“{known.name}”和“{name}”的网址重了（{known.url}），请改正其中一个的名称"
                raise ContentError(Path("content/articles"), None, hint)
            return known
        group = Group(self.kinds[kind], key, name, rank, note=note, aliases=aliases, parent=parent)
        self._groups[kind, key] = group
        group.kind.groups.append(group)
        if parent:
            parent.children.append(group)
        return group

    def _county(self, place: County) -> Group:
        gazetteer = self.tables.gazetteer
        county = gazetteer.today(place)
        return self._settle(
            "county",
            str(county.slug),
            county.name,
            (gazetteer.counties.index(county),),
            note="、".join(f"原{other.name}" for other in gazetteer.list_former(county)),
            aliases=gazetteer.list_other_names(county),
        )

    def _town(self, place: Town | Zone) -> Group:
        gazetteer = self.tables.gazetteer
        town = gazetteer.today(place)
        county = gazetteer.county_of(town)
        parent = self._county(county) if county else None
        key = f"{parent.key}-{town.slug}" if parent else str(town.slug)
        last = len(gazetteer.towns)
        return self._settle(
            "town",
            key,
            town.name,
            (gazetteer.towns.index(town) if isinstance(town, Town) else last, town.name),
            note="、".join(f"含原{other.name}" for other in gazetteer.list_former(town)),
            aliases=gazetteer.list_other_names(town),
            parent=parent,
        )

    def _village(self, village: Village) -> Group:
        gazetteer = self.tables.gazetteer
        county = gazetteer.county(village.county) if village.county else None
        town = gazetteer.town(village.town, (county.name,)) if village.town and county else None
        parent = self._town(town) if town else self._county(county) if county else None
        slug = name_slug(village.name)
        key = f"{parent.key}-{slug}" if parent else slug
        rank: tuple[int | str, ...]
        if town and parent:
            rank = (*parent.rank, village.name)
        else:
            rank = (len(gazetteer.towns), "", read_name(village.name), village.name)
        note = parent.name if parent else ""
        return self._settle("village", key, village.name, rank, note, parent=parent)

    def _topic(self, topic: Topic) -> Group:
        group = self._settle("topic", topic.slug, topic.name, (), aliases=topic.aliases)
        group.level, group.explanation = LEVELS[topic.level], topic.explanation
        return group

    def _named(self, kind: KindKey, name: str) -> Group:
        return self._find(kind, name, partial(self._name, kind))

    def _name(self, kind: KindKey, name: str) -> Group:
        key = name_slug(name)
        return self._settle(kind, key, name, (read_name(name), name))

    def _date(self, article: Article) -> Group:
        """Return the article's month, or the group of all that have no date."""
        if article.date:
            month = f"{article.date.year:04}-{article.date.month:02}"
            return self._find("date", month, self._month)
        return self._settle("date", UNDATED, UNKNOWN, (1, 0))

    def _month(self, month: str) -> Group:
        name = interval_label(f"{month}/{month}")
        rank = (0, -int(month.replace("-", "")))
        return self._settle("date", month, name, rank)
