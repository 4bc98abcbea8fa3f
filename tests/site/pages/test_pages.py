import json
import re
import xml.etree.ElementTree as ET
from pathlib import Path

from bs4 import BeautifulSoup

from tests.sites.small_site import SITE_URL

ATOM = {"a": "http://www.w3.org/2005/Atom"}
MAP = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
BANQIAN = "articles/xunbin-banqian.html"


def read(site: Path, path: str) -> str:
    """Return a written file's text."""
    return (site / path).read_text(encoding="utf-8")


def soup(site: Path, path: str) -> BeautifulSoup:
    """Return a written page, parsed."""
    return BeautifulSoup(read(site, path), "html.parser")


def written(site: Path) -> dict[str, str]:
    """Return the text of every file of ours by its path."""
    files = (file for file in sorted(site.rglob("*")) if file.is_file())
    return {
        str(file.relative_to(site)): file.read_text(encoding="utf-8")
        for file in files
        if file.suffix in {".html", ".xml", ".json", ".txt"}
    }


def test_every_kind_of_page_is_written(small_site: Path) -> None:
    """Each way to browse has an index page and a page for each group with stories."""
    expected = [
        *("index.html", "about.html", "glossary.html", "search.html", "404.html", "robots.txt"),
        *("counties.html", "towns.html", "villages.html", "topics.html", "people.html"),
        *("authors.html", "columns.html", "dates.html", "issues.html", "sitemap.xml"),
        *("counties/xunbin.html", "towns/xunbin-jiangbei.html", "topics/chanye-fupin.html"),
        *("dates/2019-11.html", "dates/2018-05.html", "dates/undated.html", "issues/raw.html"),
        *("feeds/all.atom.xml", "feeds/counties/xunbin.atom.xml", "search/manifest.json"),
        BANQIAN,
    ]
    assert [path for path in expected if not (small_site / path).is_file()] == []
    assert any((small_site / "villages").glob("xunbin-jiangbei-zhu-jia-wan-cun-*.html"))
    assert any((small_site / "people").glob("li-shi-meng-*.html"))


def test_all_ten_counties_have_a_page(small_site: Path) -> None:
    """A county without a story has its page and its feed like the others."""
    slugs = "chunyang dinghe lanze ningmin pingda shitan tongyang xunbin xunyin zhenwan"
    assert " ".join(sorted(file.stem for file in (small_site / "counties").iterdir())) == slugs
    assert len(list((small_site / "feeds" / "counties").iterdir())) == 10


def test_former_county_leads_to_todays(small_site: Path) -> None:
    """A story of 桐阳县 keeps the name, says what it is today, and stands on today's page."""
    article = read(small_site, "articles/tongyang.html")
    words = BeautifulSoup(article, "html.parser").get_text()
    assert "桐阳县 → 今桐阳市" in words and "桐阳县种拐枣35万亩。" in words
    assert "岩转镇 → 今洪山镇" in read(small_site, "articles/xunbin-chanye.html")
    assert "桐阳县拐枣成了产业" in read(small_site, "counties/tongyang.html")


def test_undated_articles_show_no_date(small_site: Path) -> None:
    """No date stands in for a missing one, and an estimate is never a publication date."""
    for path, text in written(small_site).items():
        assert not re.search(r"1000-01-01|1000年|01 Jan 1000|Wed, 01", text), path
    for path in ("articles/shitan.html", "articles/hostile.html"):
        assert "datePublished" not in read(small_site, path)
        assert "published_time" not in read(small_site, path)
        assert soup(small_site, path).select("article.report time") == []
    assert "约2019年11—12月（据内文推定）" in read(small_site, "articles/shitan.html")
    assert "日期不详" in read(small_site, "articles/hostile.html")


def test_order_is_newest_first_and_undated_last(small_site: Path) -> None:
    """The whole-site feed has dated stories newest first, then estimated, then undated ones."""
    feed = ET.fromstring(read(small_site, "feeds/all.atom.xml"))  # noqa: S314 - our own file
    links = [link.get("href", "") for link in feed.findall("a:entry/a:link", ATOM)]
    names = [link.removeprefix(f"{SITE_URL}/articles/").removesuffix(".html") for link in links]
    assert names == ["xunbin-banqian", "xunbin-chanye", "tongyang", "shitan", "hostile"]


def test_feed_times_are_true_or_fixed(small_site: Path) -> None:
    """Entries have `published` only with a true date, and `updated` never from the clock."""
    feed = ET.fromstring(read(small_site, "feeds/all.atom.xml"))  # noqa: S314 - our own file
    published = [
        entry.findtext("a:published", None, ATOM) for entry in feed.findall("a:entry", ATOM)
    ]
    assert (
        published == ["2019-11-21T00:00:00+00:00"] * 2 + ["2018-05-04T00:00:00+00:00"] + [None] * 2
    )
    updated = {e.text for e in feed.iter(f"{{{ATOM['a']}}}updated")}
    assert updated == {"2000-01-01T00:00:00+00:00"}
    empty = ET.fromstring(read(small_site, "feeds/counties/dinghe.atom.xml"))  # noqa: S314 - our own file
    assert empty.findtext("a:updated", None, ATOM) == "2000-01-01T00:00:00+00:00"


#: Pages that the sitemap leaves out, or names by another address.
UNLISTED = {"404.html", "admin/index.html", "search.html", "offline.html", "index.html"}


def test_sitemap_lists_every_page_once(small_site: Path) -> None:
    """The sitemap has every page for readers once, `lastmod` only where the date is true."""
    entries = ET.fromstring(read(small_site, "sitemap.xml")).findall("s:url", MAP)  # noqa: S314 - ours
    found = {
        entry.findtext("s:loc", "", MAP): entry.findtext("s:lastmod", None, MAP)
        for entry in entries
    }
    pages = {str(file.relative_to(small_site)) for file in small_site.rglob("*.html")}
    expected = {f"{SITE_URL}/{page}" for page in pages - UNLISTED}
    assert set(found) == expected | {f"{SITE_URL}/"} and len(found) == len(entries)
    assert {loc.rpartition("/")[2] for loc, lastmod in found.items() if lastmod} == {
        "xunbin-banqian.html",
        "xunbin-chanye.html",
        "tongyang.html",
    }
    assert f"Sitemap: {SITE_URL}/sitemap.xml" in read(small_site, "robots.txt")


def test_private_people_stay_in_their_article(small_site: Path) -> None:
    """Who is named only as somebody in need is found in the article and nowhere else."""
    named = {path for path, text in written(small_site).items() if "李付东" in text}
    assert named == {BANQIAN}
    head = str(soup(small_site, BANQIAN).head)
    assert "李付东" not in head and "患病" not in head and "2.5万" not in head
    assert "浔滨区聚焦“两不愁三保障”" in head


def test_drafts_are_not_published(small_site: Path) -> None:
    """A draft has no page and is named on none."""
    assert [path for path, text in written(small_site).items() if "未定稿" in text] == []
    assert not (small_site / "articles" / "draft.html").exists()


def test_hostile_article_is_text(small_site: Path) -> None:
    """Scripts, handlers and templates in an article come out as harmless text or not at all."""
    page = soup(small_site, "articles/hostile.html")
    kinds = [script.get("type") for script in page.find_all("script") if not script.get("src")]
    assert kinds == ["application/ld+json"]
    data = json.loads(page.find("script", type="application/ld+json").string)
    assert data["headline"] == '</script><script>alert("title")</script> & {{ SITEURL }}'
    body = page.find(class_="report-body")
    assert body.find(["script", "svg"]) is None and "{{ SITEURL }}" in body.get_text()
    for element in page.find_all(True):
        assert not any(name.startswith("on") for name in element.attrs)
        assert not str(element.get("href", "")).startswith("javascript:")
    assert len(page.find_all(id="main")) == 1


def test_marks_and_terms_are_shown(small_site: Path) -> None:
    """The page has full-width marks, and leads from a term's first mention to its explanation."""
    body = soup(small_site, BANQIAN).find(class_="report-body")
    assert "今年搬进了新家，一家七口收入2.5万元。" in body.get_text()
    links = [a for a in body.find_all("a", class_="term") if a.get_text() == "两不愁三保障"]
    assert [a["href"] for a in links] == ["../glossary.html#liangbuchou-sanbaozhang"]
    assert soup(small_site, "glossary.html").find(id="liangbuchou-sanbaozhang")


def test_issue_leads_on(small_site: Path) -> None:
    """Stories of one issue lead to each other in the page's order and stand on its page."""
    assert (
        soup(small_site, BANQIAN).find("a", rel="next")["href"] == "../articles/xunbin-chanye.html"
    )
    back = soup(small_site, "articles/xunbin-chanye.html").find("a", rel="prev")
    assert back["href"] == "../articles/xunbin-banqian.html"
    assert "《康宁日报》2019年11月21日第3版" in read(small_site, BANQIAN)


def test_raw_lines_are_shown(small_site: Path) -> None:
    """An article shows the very lines that it came from, by part, and no doubts of its editors."""
    raw = soup(small_site, "articles/shitan.html").find(class_="raw")
    assert [(li["value"], li.get_text()) for li in raw.find_all("li")] == [
        ("1", "石潭办起茶园"),
        ("2", "本报讯(通讯员 张涛)近日,石潭县后桑镇办起茶园."),
    ]
    assert "第 2 行是否为正文" not in read(small_site, "articles/shitan.html")


def test_addresses_are_absolute_where_they_must_be(small_site: Path) -> None:
    """Canonical links, Open Graph and citations are absolute, and all other links relative."""
    page = soup(small_site, BANQIAN)
    assert page.find("link", rel="canonical")["href"] == f"{SITE_URL}/{BANQIAN}"
    assert page.find("meta", property="og:url")["content"] == f"{SITE_URL}/{BANQIAN}"
    image = page.find("meta", property="og:image")["content"].removeprefix(f"{SITE_URL}/")
    assert (small_site / image).is_file()
    assert f"[N/OL]. 康宁日报，2019-11-21（3）. {SITE_URL}/{BANQIAN}." in page.get_text()
    assert not [a for a in page.find_all("a", href=True) if a["href"].startswith(SITE_URL)]
    assert soup(small_site, "404.html").find("link", rel="canonical") is None


def test_citations_for_programs_are_in_the_page(small_site: Path) -> None:
    """BibTeX and RIS stand on the article's page, each naming every author."""
    records = soup(small_site, "articles/xunbin-chanye.html").select(".citation-records pre")
    assert [r["data-file"] for r in records] == ["xunbin-chanye.bib", "xunbin-chanye.ris"]
    assert [r for r in records if not {"陈善刚", "张涛"} <= set(re.findall(r"\w+", r.text))] == []
