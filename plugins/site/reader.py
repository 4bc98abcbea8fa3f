"""The files that editors write, read: articles and pages."""

from pathlib import Path

from plugins.chinese.pinyin import SLUG
from plugins.content.content_error import ContentError
from plugins.content.front_matter import parse_file
from plugins.content.records import read_text
from plugins.content.sources import Source, find_links, list_files, render_body
from plugins.content.written_text import WrittenText
from plugins.model.page_front import PageFront
from plugins.site.kept.kept_articles import KeptArticles


def read_page(file: Path, path: Path) -> tuple[PageFront, WrittenText]:
    """Return a page's fields and its text; messages call it `path`. Raises ContentError."""
    if not SLUG.fullmatch(path.stem):
        raise ContentError(path, None, "文件名只能用小写字母、数字和连字符，请改名（如 about.md）")
    front, body, _ = parse_file(PageFront, read_text(file), path)
    return front, WrittenText(file, path, f"{path.stem}.html", render_body(body, path))


def read_articles(
    content: Path, folder: str, kept: KeptArticles
) -> tuple[list[Source], list[ContentError]]:
    """Read all articles in a folder of `content`; the errors tell of each that has no source.

    Not by Pelican: of each it would make what no page needs, which takes longer than its reading.
    No symbolic link among the articles is followed.
    """
    if links := find_links(content, [folder]):
        return [], links
    sources: list[Source] = []
    problems: list[ContentError] = []
    begin = len(str(content))
    for file in list_files(content, [folder]):
        path = Path(content.name + str(file)[begin:])
        try:
            sources.append(read_article(file, path, kept))
        except ContentError as problem:
            problems.append(problem)
    return sources, problems


def read_article(file: Path, path: Path, kept: KeptArticles) -> Source:
    """Read an article's file; messages call it `path`. Raises ContentError."""
    if file.suffix != ".md":
        raise ContentError(path, None, "没有读到，文章的文件名要以 .md 结尾，请改名")
    return kept.read(file, path)
