"""For search engines: sitemap.xml (sitemaps.org, protocol 0.9) and robots.txt."""

import xml.etree.ElementTree as ET
from collections.abc import Iterable

from plugins.site.pages.site_page import SitePage

NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def sitemap(pages: Iterable[SitePage], site_url: str) -> str:
    """Return the sitemap: every listed page; `lastmod`, of the last correction, only where certain.

    Where the site's address is unknown (preview), addresses are relative to the site's root.
    """
    root = ET.Element("urlset", xmlns=NAMESPACE)
    for page in pages:
        if not page.listed:
            continue
        entry = ET.SubElement(root, "url")
        ET.SubElement(entry, "loc").text = page.address(site_url) or page.path
        if page.article and (day := page.article.corrected_on or page.article.date):
            ET.SubElement(entry, "lastmod").text = day.isoformat()
    ET.indent(root)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + ET.tostring(root, "unicode") + "\n"


def robots(site_url: str) -> str:
    """Return robots.txt: everything may be read; the sitemap is named by its address."""
    lines = ["User-agent: *", "Allow: /"]
    if site_url:
        lines.append(f"Sitemap: {site_url}/sitemap.xml")
    return "\n".join(lines) + "\n"
