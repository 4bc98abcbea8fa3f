"""What an article must not say about itself: a date it does not have, a person named in need."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

from plugins.content.front_matter import parse_article
from plugins.model import FrontMatter
from tests.built_site.building import SITE_URL
from tests.built_site.output_pages import all_pages, parsed
from tests.structure.sources import ROOT


def articles() -> Iterator[tuple[str, FrontMatter]]:
    """Yield each article of the content: its page's file name, and its front matter."""
    for path in sorted((ROOT / "content/articles").rglob("*.md")):
        front, _ = parse_article(path.read_text(encoding="utf-8"), path)
        yield f"articles/{front.slug or path.stem}.html", front


def test_undated_articles_claim_no_date(site: Path) -> None:
    """An article without a date has none in its page's data, nor in the sitemap."""
    undated = [page for page, front in articles() if front.date is None]
    listed = (site / "sitemap.xml").read_text(encoding="utf-8")
    for page in undated:
        html = (site / page).read_text(encoding="utf-8")
        claims = re.findall(r"datePublished|dateModified|article:published_time|<time", html)
        assert claims == [], page
        entry = listed.split(f"{SITE_URL}/{page}</loc>")[1].split("</url>")[0]
        assert "lastmod" not in entry, page


def private_names() -> set[str]:
    """List the people who are named only as poor, ill or helped."""
    fronts = [front for _, front in articles()]
    public = {person.name for front in fronts for person in front.people or () if person.public}
    public |= {author.name for front in fronts for author in front.authors}
    return {p.name for front in fronts for p in front.people or () if not p.public} - public


def shared_words(page: Path) -> str:
    """Give what a page says of itself to search engines and to those it is shared with."""
    soup = parsed(page)
    words = [str(tag.get("content", "")) for tag in soup("meta")]
    data = [json.loads(tag.string or "null") for tag in soup("script", type="application/ld+json")]
    return " ".join([soup.title.get_text(), *words, json.dumps(data, ensure_ascii=False)])


def test_private_people_are_not_shared(site: Path) -> None:
    """Who is named only as poor, ill or helped is in no index of people and no share text."""
    names = private_names()
    listed = parsed(site / "people.html").get_text()
    assert [name for name in names if name in listed] == []
    shared = {page: shared_words(page) for page in all_pages(site)}
    told = [(page.name, name) for page, words in shared.items() for name in names if name in words]
    assert told == []
