"""The pictures of content/images/ as the site has them: some widths of each, none wider than it is.

Only pictures that a shown article or page uses are published. What has been resized is kept in a
cache under the digest of its source, so that a build decodes no picture twice (kept_files.py).
"""

import errno
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from pathlib import Path
from urllib.parse import unquote, urlsplit

from plugins.chinese.pinyin import pinyin
from plugins.site.pictures.resizing import PictureError, measure, resize, scale_height
from plugins.system.digests import hex_digest
from plugins.system.kept_files import keep_content, read_content

IMAGES = "images/"
Widths = tuple[int, ...]
#: Widths in pixels: a phone, one with a dense screen, the article's measure on a dense screen.
WIDTHS = (480, 960, 1440)
#: The width of one that is opened by itself.
LARGE = 4000
MOST_BYTES = 40_000_000
#: Changed when the same source is to give other bytes.
RECIPE = b"1"


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture and its files' bytes by their width, the widest last.

    `size` is the source's width and height in pixels, upright.
    """

    name: str
    digest: str
    size: tuple[int, int]
    files: Mapping[int, int]
    #: What it was asked for by: the source as an article calls it, and the widths.
    asked: tuple[str, Widths] = ("", ())

    @property
    def widest(self) -> int:
        """The width of its largest file."""
        return max(self.files)

    def path(self, width: int) -> str:
        """The file's path below the site's root."""
        return f"{IMAGES}{self.name}-{self.digest[:10]}-{width}.jpg"

    def attributes(self, root: str, alt: str, sizes: str) -> dict[str, str]:
        """Return the attributes of its img element; `root` leads to the site's root."""
        shown = [width for width in self.files if width <= WIDTHS[-1]]
        usual = max(width for width in shown if width <= WIDTHS[1])
        attributes = {
            "src": root + self.path(usual),
            "srcset": ", ".join(f"{root}{self.path(width)} {width}w" for width in shown),
            "sizes": sizes,
            "width": str(shown[-1]),
            "height": str(scale_height(self.size, shown[-1])),
            "alt": alt,
            "loading": "lazy",
            "decoding": "async",
        }
        if len(shown) == 1:
            del attributes["srcset"], attributes["sizes"]
        return attributes


@dataclass
class Pictures:
    """The pictures of a folder, each read once in a build and resized once in a cache's life."""

    folder: Path
    cache: Path
    _known: dict[tuple[Path, Widths], Picture | PictureError] = field(default_factory=dict)

    def find(self, source: str, widths: Widths = WIDTHS) -> Picture:
        """Return the picture that an article calls `source` (../images/tea.jpg) in these widths.

        Raises PictureError where it cannot be used, OSError where the cache cannot be written.
        """
        file = self._locate(source)
        key = (file, widths)
        if key not in self._known:
            try:
                self._known[key] = self._read(file, widths)
            except PictureError as error:
                self._known[key] = error
        found = self._known[key]
        if isinstance(found, PictureError):
            raise found
        return replace(found, asked=(source, widths))

    def still_has(self, picture: Picture) -> bool:
        """Say whether what a picture was asked for by gives the same one still."""
        try:
            return self.find(*picture.asked) == picture
        except PictureError:
            return False

    def write(self, pictures: Iterable[Picture], site: Path) -> None:
        """Write the files of pictures that have been found into a site. Raises OSError."""
        files = {(p.path(width), p.digest, width) for p in pictures for width in p.files}
        for path, digest, width in sorted(files):
            (site / path).parent.mkdir(exist_ok=True)
            (site / path).write_bytes(self._read_kept(digest, width))

    def _read_kept(self, digest: str, width: int) -> bytes:
        kept = self._cached(digest, width)
        content = read_content(kept)
        if content is None:
            raise OSError(errno.EIO, "changed since it was written", str(kept))
        return content

    def _locate(self, source: str) -> Path:
        parts = urlsplit(source)
        if parts.scheme or parts.netloc:
            raise PictureError("在别的网站上，请下载后放进 content/images/，写成 ../images/文件名")
        folder = self.folder.resolve()
        name = unquote(parts.path).rpartition(IMAGES)[2]
        try:
            file = (folder / name).resolve()
            is_ours = file.is_relative_to(folder) and file.is_file()
        except (OSError, ValueError):
            is_ours = False
        if not is_ours:
            raise PictureError(f"不存在，{_advise(folder, name)}")
        return file

    def _read(self, file: Path, widths: Widths) -> Picture:
        if file.stat().st_size > MOST_BYTES:
            raise PictureError(f"文件太大，最多 {MOST_BYTES // 1_000_000} MB，请缩小后再放进来")
        data = file.read_bytes()
        size = measure(data)
        digest = hex_digest(RECIPE + data)
        made = sorted({min(size[0], width) for width in widths})
        files = {width: read_content(self._cached(digest, width)) for width in made}
        missing = [width for width, content in files.items() if content is None]
        if missing:
            files |= self._keep(digest, resize(data, missing))
        sizes = {width: len(content) for width, content in files.items() if content}
        return Picture(pinyin(file.stem) or "picture", digest, size, sizes)

    def _cached(self, digest: str, width: int) -> Path:
        return self.cache / f"{digest}-{width}"

    def _keep(self, digest: str, files: Mapping[int, bytes]) -> Mapping[int, bytes]:
        """Put files into the cache, and return them."""
        for width, content in files.items():
            keep_content(self._cached(digest, width), content)
        return files


def _advise(folder: Path, name: str) -> str:
    """Say what to do about a picture that is missing: there may be one of nearly that name."""
    there = {file.name.lower(): file.name for file in sorted(folder.glob("*"))}
    near = get_close_matches(name.lower(), there, n=1, cutoff=0.85)
    if near:
        return f"是不是 {there[near[0]]}？"
    return "请把图片放进 content/images/，或改正文件名"
