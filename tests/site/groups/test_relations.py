"""Articles beside an article: related ones, and the same report printed twice."""

from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from plugins.site.articles.article import Article
from plugins.site.groups.collection import Archive
from plugins.site.groups.relations import find_neighbours
from plugins.site.groups.repeats import fold_repeats
from plugins.site.settings.tables import Tables
from plugins.system.memo import Memo
from tests.sites.small_site import build_in_memory, build_site, write_content

TEA = "春茶开园以后,茶农每天清早上山采摘鲜叶,茶厂连夜加工.今年的茶叶价格比去年高出一成左右."
ROAD = "通村公路修到了山梁上,班车一天跑两趟,山货当天就能运到城里的批发市场去卖个好价钱."
BUS = "夜里下工的人从此能坐公交回家,末班车开到十一点半,沿途停靠医院和夜市."
FAIR = "庙会今年搬到了河滩新广场,三百多个摊位连夜搭好,四邻八乡的人一早就赶来置办年货."
BODIES = {
    "tea-1": ("春茶开园", "2019-03-01", TEA),
    "tea-2": ("茶农采茶忙", "2019-04-01", f"记者近日走访了几家茶厂,茶农说今年茶叶好卖.{ROAD[:9]}."),
    "road-1": ("公路通到山上", "2019-05-01", ROAD),
    "road-2": ("公路通到山上", "2019-06-01", f"{ROAD}编者略有删节."),
    "bus-1": ("夜班车开行", "2019-08-01\npage: 1", BUS),
    "bus-2": ("夜班车开行", "2019-08-01\npage: 4", BUS),
    "fair-1": ("庙会开市", "2019-09-01", FAIR),
    "fair-2": ("乡亲赶庙会", "2019-09-01", FAIR),
    "lone": ("图书馆延长开放", "2019-07-01", "读者晚上也能借书."),
}


def write(title: str, date: str, body: str) -> str:
    """Return an article without places or topics."""
    return f"---\ntitle: {title}\ndate: {date}\ntopics: []\ncounties: []\n---\n\n{body}\n"


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory, tables: Tables) -> Archive:
    """Give an archive of articles that share words and no place or topic."""
    texts = {f"{slug}.md": write(*parts) for slug, parts in BODIES.items()}
    return build_in_memory(write_content(tmp_path_factory.mktemp("related"), texts), tables)


def find(archive: Archive, slug: str) -> Article:
    """Return an article by its slug."""
    return next(article for article in archive.articles if article.slug == slug)


def test_words_relate_articles_that_share_no_place(archive: Archive) -> None:
    """An article on tea leads to the other on tea, though neither names a place or topic."""
    related = archive.neighbours[find(archive, "tea-1")].related
    assert related[0] is find(archive, "tea-2")
    assert "茶农" in find(archive, "tea-1").keywords


def test_the_same_report_is_known_as_such(archive: Archive) -> None:
    """Two articles with the same sentences are each other's repeats, and not related reading."""
    one, other = find(archive, "road-1"), find(archive, "road-2")
    assert archive.neighbours[one].repeats == (other,)
    assert archive.neighbours[other].repeats == (one,)
    assert other not in archive.neighbours[one].related
    assert archive.neighbours[find(archive, "tea-1")].repeats == ()


def test_lists_tell_a_report_once(archive: Archive) -> None:
    """Of repeats in one list the first stands there with the others; in two lists each stands."""
    one, other, lone = (find(archive, slug) for slug in ("road-1", "road-2", "lone"))
    assert list(fold_repeats([lone, other, one], archive.repeats)) == [(lone, []), (other, [one])]
    assert list(fold_repeats([lone, one], archive.repeats)) == [(lone, []), (one, [])]


def test_printings_of_one_day_are_told_by_their_pages(archive: Archive) -> None:
    """Where two printings in a list are of one day, the link to the other names its page."""
    one, other = find(archive, "bus-1"), find(archive, "bus-2")
    issue = archive.placements[one].issue
    (card,) = archive.list_cards_of(issue, [one, other])
    assert card.repeats == (("2019年8月1日第4版", other.url),)
    roads = [find(archive, "road-1"), find(archive, "road-2")]
    (card,) = archive.list_cards_of(issue, roads)
    assert [link.name for link in card.repeats] == ["2019年6月1日"]


def test_printings_without_pages_are_told_by_their_titles(archive: Archive) -> None:
    """Where neither day nor page tells two printings apart, the link names the other's title."""
    one, other = find(archive, "fair-1"), find(archive, "fair-2")
    (card,) = archive.list_cards_of(archive.placements[one].month, [one, other])
    assert card.repeats == (("《乡亲赶庙会》", other.url),)


def test_folded_reports_stay_in_reach(tmp_path: Path) -> None:
    """A list links to the report's other printing by its date, and the article's page by title."""
    texts = {
        f"{slug}.md": write(*BODIES[slug]).replace("topics: []", "topics: [产业扶贫]")
        for slug in ("road-1", "road-2")
    }
    site = build_site(write_content(tmp_path, texts), tmp_path / "output")
    topic = BeautifulSoup((site / "topics/chanye-fupin.html").read_bytes(), "html.parser")
    assert len(topic.select(".stories > li")) == 1
    again = topic.select_one(".repeats a")
    assert again is not None and again["href"] == "../articles/road-1.html"
    page = BeautifulSoup((site / "articles/road-2.html").read_bytes(), "html.parser")
    repeats = page.select_one("section[aria-labelledby=repeats-title] a")
    assert repeats is not None and repeats["href"] == "../articles/road-1.html"


def test_private_names_relate_nothing(tmp_path: Path, tables: Tables) -> None:
    """No name of a private person is among the words by which articles are related."""
    text = write("采茶", "2019-03-01", "茶农王茶花采茶." * 9).replace(
        "topics: []", "topics: []\npeople:\n  - {name: 王茶花, role: 受访群众}"
    )
    archive = build_in_memory(write_content(tmp_path, {"a.md": text}), tables)
    assert not any("王茶花" in word for word in archive.articles[0].keywords)


def write_three(*fields: str) -> dict[str, str]:
    """Return three articles with these fields."""
    bodies = ("读者晚上也能借书.", "渡口添了两条船.", "戏台前坐满了人.")
    return {
        f"{slug}.md": f"---\ntitle: {body[:4]}\ncounties: []\n{more}---\n\n{body}\n"
        for slug, body, more in zip("abc", bodies, fields, strict=True)
    }


TOPICS = "date: 2019-{}\ntopics: [{}]\n"
ONE, OTHER = "产业扶贫", "易地扶贫搬迁"
PERSON = "people: [{name: 李世猛, role: 公职, public: true}]\n"
AFTER = [TOPICS.format("03-01", f"{OTHER}, {ONE}"), TOPICS.format("02-01", OTHER)]
LAST = TOPICS.format("02-10", ONE)


@pytest.mark.parametrize(
    "before",
    [
        [AFTER[0], TOPICS.format("02-20", OTHER), LAST],
        [TOPICS.format("03-01", ONE) + PERSON, TOPICS.format("02-01", "") + PERSON, LAST],
    ],
    ids=["another day", "a name in place of a topic"],
)
def test_kept_relations_follow_what_weighs_them(
    tmp_path: Path, tables: Tables, before: list[str]
) -> None:
    """Two that share with an article what they did change places with their day, or its kind."""
    memo, found = Memo(None), []
    for number, fields in enumerate((before, [*AFTER, LAST])):
        content = write_content(tmp_path / str(number), write_three(*fields))
        archive = build_in_memory(content, tables)
        neighbours = find_neighbours(archive.placements, archive.repeats, memo)
        found.append([one.slug for one in neighbours[find(archive, "a")].related])
    assert found == [["b", "c"], ["c", "b"]]
