"""The parts of a long list of articles: a page each, so that none is long on a thin network."""

from dataclasses import dataclass

from plugins.site.articles.article import Article
from plugins.site.groups.groups import Group

#: Articles on one page. Shorter lists also show the articles' summaries.
MOST_ARTICLES = 50
#: Groups whose pages tell a story over time, the oldest report first.
TOLD_FORWARD = ("village", "person")


@dataclass(frozen=True, eq=False)
class ListPart:
    """One page of a group's articles, numbered from 1; the first is the group's own page."""

    group: Group
    number: int
    articles: list[Article]

    @property
    def name(self) -> str:
        """What links to the page say."""
        return str(self.number)

    @property
    def url(self) -> str:
        """The page's address, from the site's root."""
        return self.group.name_part(self.number)

    @property
    def years(self) -> list[tuple[str, list[Article]]]:
        """Its articles by year, in their order."""
        years: dict[str, list[Article]] = {}
        for article in self.articles:
            years.setdefault(article.year_label, []).append(article)
        return list(years.items())


def part_list(group: Group) -> list[ListPart]:
    """Return the pages of a group's articles, one at least."""
    articles = order_for_page(group)
    starts = range(0, max(1, group.count), MOST_ARTICLES)
    return [
        ListPart(group, number, articles[start : start + MOST_ARTICLES])
        for number, start in enumerate(starts, 1)
    ]


def order_for_page(group: Group) -> list[Article]:
    """Return a group's articles as its page tells them; those without a date come last."""
    if group.kind.key not in TOLD_FORWARD:
        return group.articles
    dated = [article for article in group.articles if article.date]
    return dated[::-1] + [article for article in group.articles if not article.date]
