"""Article files as read: front matter, body, rendered blocks, and where they came from."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from plugins.chinese.expressions import compile_late
from plugins.chinese.pinyin import SLUG
from plugins.content.content_error import ContentError
from plugins.content.front_matter import parse_article, parse_file
from plugins.content.markdown_text import read_blocks
from plugins.content.records import read_text
from plugins.content.rendering import MarkupError
from plugins.content.timed_rendering import render_in_time
from plugins.content.written_text import WrittenText
from plugins.model import MASK, Block, FrontMatter
from plugins.system.folders.listing import list_below
from plugins.system.held import Held, hold

MAX_SLUG = 120
#: Raw pages may have a whole article on one line. What is found in a text takes time that grows
#: with the square of a paragraph's length: of this one, a second and a half at the worst.
MOST_IN_PARAGRAPH = 15_000
#: The ordinal that ends an article's id (ankang-bulletin-03).
ORDINAL = compile_late(r"-(\d+)$")


@dataclass(frozen=True)
class Body:
    """What a file says below its fields; `html` is safe but not yet for display."""

    html: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Source:
    """One article file. `path` names it in messages; the body is `held`, for few ask for it.

    `digest` stands for all that it says, b"" where nobody has reckoned it.
    """

    file: Path
    path: Path
    front: FrontMatter
    held: Held[Body]
    #: Whether characters of its body are hidden, and whether it leads anywhere.
    has_masks: bool
    has_links: bool
    digest: bytes = b""

    @property
    def html(self) -> str:
        """The body's HTML."""
        return self.held.get().html

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The body's blocks."""
        return self.held.get().blocks

    def at_hand(self) -> "Source":
        """Return it with its body at hand, for who asks for it again and again."""
        return replace(self, held=hold(self.held.get()))

    @cached_property
    def slug(self) -> str:
        """The article's address: the slug given, or else the file's name."""
        return self.front.slug or self.path.stem

    @cached_property
    def address(self) -> str:
        """The article's page, from the site's root."""
        return f"articles/{self.slug}.html"

    @property
    def text(self) -> WrittenText:
        """Its text, for what is told of it by file and line."""
        return WrittenText(self.file, self.path, self.address, self.html)

    @property
    def raw(self) -> str:
        """The raw file's name, "" when unknown."""
        return self.front.provenance.raw if self.front.provenance else ""

    @property
    def ordinal(self) -> int:
        """The article's place on its raw page, 0 when unknown."""
        match = ORDINAL.search(self.front.id or "")
        return int(match[1]) if match else 0


def list_files(content: Path, folders: Iterable[str]) -> list[Path]:
    """Return all files below folders of `content`, without hidden ones."""
    found = (entry for folder in folders for entry in list_below(content / folder, _is_hidden))
    files = [Path(entry.path) for entry in found if entry.is_file()]
    return sorted(files, key=lambda file: file.parts)


def find_links(content: Path, folders: Iterable[str]) -> list[ContentError]:
    """List the symbolic links below folders of `content`: they lead out of it, or in circles."""
    found = (entry for folder in folders for entry in list_below(content / folder))
    hint = "是指向别处的链接，请换成文件本身"
    return [
        ContentError(Path(content.name) / Path(entry.path).relative_to(content), None, hint)
        for entry in found
        if entry.is_symlink()
    ]


def _is_hidden(name: str) -> bool:
    return name.startswith(".")


def list_articles(folder: Path) -> list[Path]:
    """Return the Markdown files in a folder and the folders in it, sorted; hidden ones are none."""
    return [file for file in list_files(folder, ["."]) if file.suffix == ".md"]


def read_source(file: Path, path: Path) -> Source:
    """Read the article `file`; messages call it `path`. Raises ContentError."""
    front, body = parse_article(read_text(file), path)
    if front.slug is None and not SLUG.fullmatch(path.stem):
        hint = f"文件名“{path.name}”只能用小写字母、数字和连字符，请改名（如 hanbin.md）或写 slug"
        raise ContentError(path, None, hint)
    if len(front.slug or path.stem) > MAX_SLUG:
        raise ContentError(path, None, f"slug 或文件名太长，最多 {MAX_SLUG} 个字符，请缩短")
    source = make_source(file, path, front, render_body(body, path))
    for number, block in enumerate(source.blocks, start=1):
        if len(block.text) > MOST_IN_PARAGRAPH:
            limit = f"有 {len(block.text)} 个字符，最多 {MOST_IN_PARAGRAPH} 个，请分段"
            raise ContentError(path, None, f"正文第 {number} 段{limit}")
    return source


def make_source(
    file: Path, path: Path, front: FrontMatter, html: str, digest: bytes = b""
) -> Source:
    """Return an article file of these fields and this rendered body."""
    blocks = tuple(read_blocks(html))
    has_masks = any(MASK in block.text for block in blocks)
    return Source(file, path, front, hold(Body(html, blocks)), has_masks, "href" in html, digest)


def render_body(body: str, path: Path) -> str:
    """Return a file's Markdown as safe HTML. Raises ContentError for what cannot be rendered."""
    try:
        return render_in_time(body)
    except MarkupError as error:
        raise ContentError(path, None, str(error)) from None


def field_error(source: Source, location: tuple[int | str, ...], message: str) -> ContentError:
    """Return the error that a field of a well-formed article is wrong, with its line."""
    lines = parse_file(FrontMatter, read_text(source.file), source.path)[2]
    return ContentError(source.path, lines.nearest(location), message)
