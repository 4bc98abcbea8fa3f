"""更正: shown above the text, listed, and told to machines with the day they were made."""

import json
import xml.etree.ElementTree as ET
from pathlib import Path

from bs4 import BeautifulSoup

from tests.sites.small_site import SITE_URL

ATOM = {"a": "http://www.w3.org/2005/Atom"}


def soup(site: Path, path: str) -> BeautifulSoup:
    """Return a written page, parsed."""
    return BeautifulSoup((site / path).read_text(encoding="utf-8"), "html.parser")


def test_corrections_stand_above_the_text(feature_site: Path) -> None:
    """An article shows its corrections, dated and newest first, before its first line."""
    box = soup(feature_site, "articles/tea.html").find(class_="corrections")
    assert [p.get_text() for p in box.find_all("p")] == [
        "2026年11月20日 茶园在“蓝村坝村”，本馆误作“蓝村垻村”。",
        "2026年3月2日 李付东一家收入应为2.6万元。",
    ]
    assert [time["datetime"] for time in box.find_all("time")] == ["2026-11-20", "2026-03-02"]
    assert "report-body" in box.find_next_sibling()["class"]
    assert soup(feature_site, "articles/road.html").find(class_="corrections") is None


def test_corrections_are_listed_on_a_page(feature_site: Path) -> None:
    """The page lists all corrections, and every page leads to it; who was poor is not named."""
    page = soup(feature_site, "corrections.html")
    assert [li.get_text(" ", strip=True) for li in page.select(".correction-list li")] == [
        "2026年11月20日 石潭县后桑镇办起茶园 茶园在“蓝村坝村”，本馆误作“蓝村垻村”。",
        "2026年3月2日 石潭县后桑镇办起茶园 内容见文章。",
    ]
    assert "李付东" not in page.get_text()
    for path in ("articles/road.html", "index.html", "corrections.html"):
        assert soup(feature_site, path).select('footer a[href$="corrections.html"]')


def test_machines_are_told_of_corrections(feature_site: Path) -> None:
    """JSON-LD, the sitemap and the feed have the day; only what may be shared is quoted."""
    article = soup(feature_site, "articles/tea.html")
    data = json.loads(article.find("script", type="application/ld+json").string)
    assert data["dateModified"] == "2026-11-20" and data["datePublished"] == "2019-11-21"
    assert [(one["@type"], one["datePublished"]) for one in data["correction"]] == [
        ("CorrectionComment", "2026-11-20")
    ]
    urls = ET.parse(feature_site / "sitemap.xml").getroot()  # noqa: S314 - our own file
    lastmod = {url[0].text: url[1].text for url in urls if len(url) > 1}
    assert lastmod[f"{SITE_URL}/articles/tea.html"] == "2026-11-20"
    feed = ET.parse(feature_site / "feeds/all.atom.xml").getroot()  # noqa: S314 - our own file
    entries = [e.findtext("a:updated", "", ATOM) for e in feed.findall("a:entry", ATOM)]
    assert entries == ["2026-11-20T00:00:00+00:00", "2000-01-01T00:00:00+00:00"]
    assert feed.findtext("a:updated", "", ATOM) == "2026-11-20T00:00:00+00:00"


def test_a_site_without_corrections_has_no_page_for_them(small_site: Path) -> None:
    """Where nothing has been corrected, there is no page and no link to one."""
    assert not (small_site / "corrections.html").exists()
    assert "corrections.html" not in (small_site / "index.html").read_text(encoding="utf-8")
