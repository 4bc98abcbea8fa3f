"""Every article put into its groups, and the groups into their order."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from plugins.chinese.pinyin import name_slug, pinyin
from plugins.content.content_error import ContentError
from plugins.model.date_labels import UNKNOWN, interval_label, interval_months
from plugins.site.articles.issues import issue_of, order_in_issue
from plugins.site.articles.stories import Story
from plugins.site.groups.groups import Group, GroupKind, KindKey, make_kinds, sort_groups
from plugins.subjects import County, SubjectTables, Town, Village, Zone

UNDATED = "undated"
SHELVES = {"官方": "官方用语", "本馆": "本馆自设"}


@dataclass
class Catalogue:
    """The kinds of groups while they fill up."""

    tables: SubjectTables
    kinds: dict[str, GroupKind] = field(default_factory=make_kinds)
    _groups: dict[tuple[str, str], Group] = field(default_factory=dict)

    def place(self, story: Story) -> None:
        """Put a story into all of its groups."""
        subjects = story.subjects
        story.counties = [self._county(county) for county in subjects.counties]
        story.towns = [self._town(town) for town in subjects.towns]
        story.villages = [self._village(village) for village in subjects.villages]
        story.topics = [self._topic(topic.name) for topic in subjects.topics]
        public = [person.name for person in subjects.people if person.public]
        story.people = [self._named("person", name) for name in public]
        written = story.source.front.authors
        story.authors = [(self._named("author", one.name), one.role) for one in written]
        column = story.source.front.column
        story.column = self._named("column", column) if column else None
        issue = issue_of(story.source)
        # Stories come in the archive's order, so that an issue ranks by its first.
        # An issue is called as its first article calls it: others may lack the newspaper's name.
        known = self._groups.get(("issue", issue.key))
        rank = (len(self.kinds["issue"].groups),)
        story.issue = known or self._keep(Group(self.kinds["issue"], issue.key, issue.name, rank))
        for group in self._all_groups(story):
            if story not in group.articles[-1:]:
                group.articles.append(story)

    def add_all_counties(self) -> None:
        """Make a group for each of today's counties, those without a story too."""
        for county in self.tables.gazetteer.counties:
            if not county.is_former:
                self._county(county)

    def finish(self, feed_kinds: Iterable[KindKey]) -> None:
        """Rank topics by their stories, sort everything, and give feeds to `feed_kinds`.

        A month in which every story is only estimated to be says so.
        """
        order = [topic.name for topic in self.tables.topics]
        for group in self.kinds["topic"].groups:
            group.rank = (-group.count, order.index(group.name))
        for month in self.kinds["date"].groups:
            if month.key != UNDATED and not any(story.date for story in month.articles):
                month.note = "据内文推定"
        for issue in self.kinds["issue"].groups:
            issue.articles.sort(key=lambda story: order_in_issue(story.source))
        sort_groups(self.kinds.values())
        for kind in feed_kinds:
            for group in self.kinds[kind].groups:
                group.feed_url = f"feeds/{self.kinds[kind].folder}/{group.key}.atom.xml"

    def _all_groups(self, story: Story) -> Iterable[Group]:
        yield from (*story.counties, *story.towns, *story.villages, *story.topics, *story.people)
        yield from dict.fromkeys(group for group, _ in story.authors)
        yield from filter(None, (story.column, story.issue))
        yield from self._dates(story)

    def _keep(self, group: Group) -> Group:
        """Return the group that is there already, or this one. Two names with one key are wrong."""
        kept = self._groups.setdefault((group.kind.key, group.key), group)
        if kept is group:
            group.kind.groups.append(group)
            if group.parent:
                group.parent.children.append(group)
        elif kept.name != group.name:
            hint = f"“{kept.name}”和“{group.name}”的网址重了（{kept.url}），请改正其中一个的名称"
            raise ContentError(Path("content/articles"), None, hint)
        return kept

    def _county(self, place: County) -> Group:
        gazetteer = self.tables.gazetteer
        county = gazetteer.today(place)
        former = [c for c in gazetteer.counties if c.is_former and gazetteer.today(c) == county]
        group = Group(
            self.kinds["county"],
            str(county.slug),
            county.name,
            (gazetteer.counties.index(county),),
            note="、".join(f"原{other.name}" for other in former),
            aliases=tuple(dict.fromkeys((*county.aliases, *(c.name for c in former)))),
        )
        return self._keep(group)

    def _town(self, place: Town | Zone) -> Group:
        gazetteer = self.tables.gazetteer
        town = gazetteer.today(place)
        county = gazetteer.county_of(town)
        parent = self._county(county) if county else None
        former = [t for t in gazetteer.towns if t.is_former and gazetteer.today(t) == town]
        position = gazetteer.towns.index(town) if isinstance(town, Town) else len(gazetteer.towns)
        group = Group(
            self.kinds["town"],
            f"{parent.key}-{town.slug}" if parent else str(town.slug),
            town.name,
            (position, town.name),
            note="、".join(f"含原{other.name}" for other in former),
            aliases=tuple(dict.fromkeys((*town.aliases, *(t.name for t in former)))),
            parent=parent,
        )
        return self._keep(group)

    def _village(self, village: Village) -> Group:
        gazetteer = self.tables.gazetteer
        county = gazetteer.county(village.county) if village.county else None
        town = gazetteer.town(village.town, (county.name,)) if village.town and county else None
        parent = self._town(town) if town else self._county(county) if county else None
        key = name_slug(village.name)
        last = (len(gazetteer.towns), "", pinyin(village.name))
        rank = (*(parent.rank if town and parent else last), village.name)
        group = Group(
            self.kinds["village"],
            f"{parent.key}-{key}" if parent else key,
            village.name,
            rank,
            note=parent.name if parent else "",
            parent=parent,
        )
        return self._keep(group)

    def _topic(self, name: str) -> Group:
        topic = next(topic for topic in self.tables.topics if topic.name == name)
        group = Group(
            self.kinds["topic"],
            topic.slug,
            topic.name,
            (),
            aliases=topic.aliases,
            level=SHELVES[topic.shelf],
            explanation=topic.explanation,
        )
        return self._keep(group)

    def _named(self, kind: KindKey, name: str) -> Group:
        return self._keep(Group(self.kinds[kind], name_slug(name), name, (pinyin(name), name)))

    def _dates(self, story: Story) -> Iterable[Group]:
        """Yield the story's month, or the undated shelf with the months that it may belong to."""
        date, estimate = story.date, story.source.front.date_estimate
        if date:
            yield self._month(f"{date.year:04}-{date.month:02}")
            return
        yield self._keep(Group(self.kinds["date"], UNDATED, UNKNOWN, (1, 0)))
        for month in interval_months(estimate.interval) if estimate else ():
            yield self._month(month)

    def _month(self, month: str) -> Group:
        rank = (0, -int(month.replace("-", "")))
        name = interval_label(f"{month}/{month}")
        return self._keep(Group(self.kinds["date"], month, name, rank))
