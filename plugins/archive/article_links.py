"""Links and images of articles and pages that lead nowhere on the site."""

import posixpath
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from plugins.archive.content_error import ContentError
from plugins.archive.markdown_text import parse_html
from plugins.archive.records import read_text

IMAGES = "images/"
PICTURES = frozenset({".jpg", ".jpeg", ".png", ".webp", ".gif", ".svg", ".avif"})


@dataclass(frozen=True)
class LinkedText:
    """An article's or page's HTML, its address on the site, and where it was written.

    `path` names the file in messages.
    """

    file: Path
    path: Path
    address: str
    html: str


@dataclass(frozen=True)
class LinkTargets:
    """What may be linked to: addresses of pages, image files, and articles by their file."""

    addresses: Collection[str]
    images: Path
    articles: Mapping[Path, str]

    def find_dead(self, text: LinkedText) -> Iterator[ContentError]:
        """Yield an error for each link to a page or image that the site does not have."""
        soup = parse_html(text.html)
        for link in soup.find_all("a", href=True):
            if problem := self._judge_link(text, str(link["href"])):
                yield _error(text, str(link["href"]), problem)
        for image in soup.find_all("img"):
            source = str(image.get("src") or "")
            if problem := self._judge_image(source, str(image.get("alt") or "")):
                yield _error(text, source, problem)

    def _judge_link(self, text: LinkedText, href: str) -> str | None:
        parts = urlsplit(href)
        if parts.scheme or parts.netloc or not parts.path:
            return None
        path = unquote(parts.path)
        if path.endswith(".md"):
            return self._judge_file(text, href, path)
        target = posixpath.normpath(posixpath.join("/", posixpath.dirname(text.address), path))
        address = target.removeprefix("/") + ("/index.html" if path.endswith("/") else "")
        if not path.endswith((".html", "/")) or address.removeprefix("/") in self.addresses:
            return None
        return f"链接“{href}”指向的页面不存在，请改正地址或去掉链接"

    def _judge_file(self, text: LinkedText, href: str, path: str) -> str:
        linked = Path(posixpath.normpath(text.path.parent / path))
        if linked not in self.articles:
            return f"链接“{href}”指向的文章不存在，请改正地址或去掉链接"
        folder = posixpath.dirname(text.address)
        address = posixpath.relpath(self.articles[linked], folder or ".")
        return f"链接“{href}”在网站上打不开，请写成 {address}"

    def _judge_image(self, source: str, alt: str) -> str | None:
        parts = urlsplit(source)
        if parts.scheme or parts.netloc or Path(parts.path).suffix.lower() not in PICTURES:
            return None
        name = unquote(parts.path).rpartition(IMAGES)[2]
        if not (self.images / name).is_file():
            return f"图片“{source}”不存在，请把图片放进 content/images/，或改正文件名"
        if not alt.strip():
            return f"图片“{source}”没有替代文字，请写成 ![图上是什么]({source})"
        return None


def _error(text: LinkedText, target: str, message: str) -> ContentError:
    lines = enumerate(read_text(text.file).splitlines(), start=1)
    written = (target, unquote(target))
    line = next((n for n, words in lines if target and any(w in words for w in written)), None)
    return ContentError(text.path, line, message)
