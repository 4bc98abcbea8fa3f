"""Pages described for machines: JSON-LD (schema.org) and Open Graph.

Only what is certain and public goes in: no date that the page does not state, nobody who is
named as poor or ill.
"""

import json
from collections.abc import Mapping

from plugins.site.articles.article import Article
from plugins.site.groups.placement import Placement
from plugins.site.settings.site_settings import SiteSettings

#: As JSON escapes: nothing in the data can end the script element that carries it.
UNSAFE = {ord(character): f"\\u{ord(character):04x}" for character in "<>&\u2028\u2029"}


def encode(data: Mapping[str, object]) -> str:
    """Return JSON that may stand in a script element."""
    text = json.dumps(data, ensure_ascii=False, sort_keys=True)
    return text.translate(UNSAFE)


def news_article(
    article: Article, placement: Placement, settings: SiteSettings
) -> dict[str, object]:
    """Describe an article as schema.org's NewsArticle; absent facts are left out."""
    newspaper = article.source.front.newspaper or settings.publisher
    facts: dict[str, object | None] = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "inLanguage": "zh-CN",
        "headline": article.share_title,
        "description": article.summary,
        "datePublished": article.date_iso,
        "dateModified": article.corrected_on and article.corrected_on.isoformat(),
        "correction": [
            {"@type": "CorrectionComment", "datePublished": str(one.date), "text": one.shared_text}
            for one in article.corrections
            if one.shared_text
        ],
        "author": [_named("Person", group.name) for group, _ in placement.authors],
        "publisher": _named("NewsMediaOrganization", newspaper) if newspaper else None,
        "articleSection": placement.section.name if placement.section else None,
        "about": [_named("AdministrativeArea", county.name) for county in placement.counties],
        "mentions": [_named("Person", person.name) for person in placement.people],
        "keywords": [topic.name for topic in placement.topics],
        "url": article.cited.address,
        "mainEntityOfPage": article.cited.address,
        "isAccessibleForFree": True,
    }
    return {name: value for name, value in facts.items() if value}


def web_site(settings: SiteSettings, site_url: str) -> dict[str, object]:
    """Describe the site as schema.org's WebSite."""
    facts = {
        "@context": "https://schema.org",
        "@type": "WebSite",
        "inLanguage": "zh-CN",
        "name": settings.name,
        "description": settings.description,
        "url": f"{site_url}/" if site_url else "",
    }
    return {name: value for name, value in facts.items() if value}


def open_graph(
    settings: SiteSettings,
    title: str,
    description: str | None,
    address: str | None,
    image: str | None,
) -> dict[str, str]:
    """Return the Open Graph properties (ogp.me) of a page, empty ones left out.

    `address` and `image` are absolute; None where the site's own is unknown.
    """
    properties = {
        "og:title": title,
        "og:description": description or "",
        "og:type": "website",
        "og:site_name": settings.name,
        "og:locale": "zh_CN",
        "og:url": address or "",
        "og:image": image or "",
    }
    return {name: value for name, value in properties.items() if value}


def describe_article(article: Article, section: str) -> dict[str, str]:
    """Return the Open Graph properties that an article's page has besides, or otherwise."""
    properties = {
        "og:type": "article",
        "article:published_time": article.date_iso or "",
        "article:section": section,
    }
    return {name: value for name, value in properties.items() if value}


def _named(kind: str, name: str) -> dict[str, str]:
    return {"@type": kind, "name": name}
