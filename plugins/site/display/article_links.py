"""Links of articles and pages that lead nowhere on the site."""

import posixpath
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from plugins.chinese.expressions import compile_late
from plugins.content.content_error import ContentError
from plugins.content.markdown_text import parse_html
from plugins.content.written_text import WrittenText, text_error

#: The year of a document's number.
YEAR = compile_late(r"\d{4}")
#: Where the site has files that are no pages; which ones, only the finished build knows.
MADE = ("/data/", "/feeds/", "/images/", "/theme/", "/sitemap.xml", "/feed.xml")


@dataclass(frozen=True)
class LinkTargets:
    """What may be linked to: addresses of pages, and articles by their file."""

    addresses: Collection[str]
    articles: Mapping[Path, str]

    def add(self, file: Path, address: str) -> "LinkTargets":
        """Return the same with one article more."""
        return LinkTargets({*self.addresses, address}, {**self.articles, file: address})

    def find_dead(self, text: WrittenText) -> Iterator[ContentError]:
        """Yield an error for each link to a page that the site does not have."""
        for link in parse_html(text.html).find_all("a", href=True):
            href = str(link["href"])
            if problem := _judge_number(link.get_text(), href) or self._judge_link(text, href):
                yield text_error(text, href, problem)

    def _judge_link(self, text: WrittenText, href: str) -> str | None:
        parts = urlsplit(href)
        if not href:
            return "链接没有写地址，请写在圆括号里，或去掉链接"
        if parts.scheme or parts.netloc or not parts.path:
            return None
        path = unquote(parts.path)
        if path.endswith(".md"):
            return self._judge_file(text, href, path)
        target = posixpath.normpath(posixpath.join("/", posixpath.dirname(text.address), path))
        address = target.removeprefix("/") + ("/index.html" if path.endswith("/") else "")
        is_file = not path.endswith((".html", "/")) and target.startswith(MADE)
        if is_file or address.removeprefix("/") in self.addresses:
            return None
        if href.startswith("www."):
            return f"链接“{href}”是别的网站的，请写成 https://{href}"
        return f"链接“{href}”指向的页面不存在，请改正地址或去掉链接"

    def _judge_file(self, text: WrittenText, href: str, path: str) -> str:
        linked = Path(posixpath.normpath(text.path.parent / path))
        if linked not in self.articles:
            return f"链接“{href}”指向的文章不存在，请改正地址或去掉链接"
        folder = posixpath.dirname(text.address)
        address = posixpath.relpath(self.articles[linked], folder or ".")
        return f"链接“{href}”在网站上打不开，请写成 {address}"


def _judge_number(shown: str, href: str) -> str | None:
    """Say where a document's number, 国发[2019](34)号, has become a link."""
    if YEAR.fullmatch(shown) and href.isdigit():
        return f"“[{shown}]({href})”成了链接：文号请写成〔{shown}〕{href}号"
    return None
