"""Pelican's reader for our Markdown files: articles and pages.

Pelican logs and skips a file whose reader fails. So a file that cannot be used is read as a draft
that carries its `problem`, and the generator stops the build with all problems at once.
"""

import datetime
from pathlib import Path

from pelican.contents import Category
from pelican.readers import BaseReader

from plugins.chinese.pinyin import SLUG
from plugins.content.content_error import ContentError
from plugins.content.front_matter import parse_file
from plugins.content.records import read_text
from plugins.content.sources import render_body
from plugins.content.written_text import WrittenText
from plugins.model.page_front import PageFront
from plugins.site.kept.kept_articles import KEPT

#: Every article's date for Pelican. It reaches no page: ours know only the true one.
INTERNAL_DATE = datetime.datetime(1000, 1, 1)


class ContentReader(BaseReader):  # type: ignore[misc] # Pelican has no types
    """Reads articles and pages, told apart by their folder."""

    enabled = True
    file_extensions = ("md",)

    def read(self, source_path: str) -> tuple[str, dict[str, object]]:
        """Return the rendered body, and the metadata that Pelican and our generator need."""
        file = Path(source_path)
        content = Path(self.settings["PATH"])
        path = Path(content.name) / file.relative_to(content)
        # Pelican asks for a date and, of a draft, for a category; neither is written anywhere.
        category = Category("articles", self.settings)
        metadata = {"date": INTERNAL_DATE, "title": str(path), "category": category}
        try:
            if any(file.is_relative_to(content / folder) for folder in self.settings["PAGE_PATHS"]):
                return _read_page(file, path, metadata)
            source = self.settings[KEPT].read(file, path)
        except ContentError as problem:
            return "", {**metadata, "problem": problem, "status": "draft", "slug": "unreadable"}
        metadata |= {"source": source, "status": source.front.status, "slug": source.slug}
        return source.html, metadata


def read_page(file: Path, path: Path) -> tuple[PageFront, WrittenText]:
    """Return a page's fields and its text; messages call it `path`. Raises ContentError."""
    if not SLUG.fullmatch(path.stem):
        raise ContentError(path, None, "文件名只能用小写字母、数字和连字符，请改名（如 about.md）")
    front, body, _ = parse_file(PageFront, read_text(file), path)
    return front, WrittenText(file, path, f"{path.stem}.html", render_body(body, path))


def _read_page(
    file: Path, path: Path, metadata: dict[str, object]
) -> tuple[str, dict[str, object]]:
    front, text = read_page(file, path)
    fields = {"title": front.title, "description": front.description, "slug": path.stem}
    return text.html, {**metadata, **fields, "text": text, "front": front}
