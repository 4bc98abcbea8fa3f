"""版面图: a picture of the printed page, small beside the text and large when it is opened."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from plugins.content.content_error import ArticleError
from plugins.content.sources import Source, field_error
from plugins.site.pictures.pictures import LARGE, Picture, Pictures
from plugins.site.pictures.resizing import PictureError

#: Widths in pixels: beside the text or on a phone, and to be read when it is opened.
WIDTHS = (480, 960, LARGE)
#: How wide it stands: in the side column, or on a phone's screen without its margins.
SIZES = "(min-width: 60em) 17rem, calc(100vw - 2rem)"


@dataclass(frozen=True, slots=True)
class ShownScan:
    """The picture of an article's page, and what it shows in words."""

    picture: Picture
    alt: str

    @property
    def full(self) -> str:
        """The address of the whole picture, from the site's root."""
        return self.picture.path(self.picture.widest)

    @property
    def full_size(self) -> str:
        """What loading the whole picture takes."""
        bytes_ = self.picture.files[self.picture.widest]
        return f"{bytes_ / 1e6:.1f} MB" if bytes_ >= 1e6 else f"{max(1, round(bytes_ / 1e3))} KB"

    def attributes(self, site_url: str) -> dict[str, str]:
        """Return the attributes of its img element."""
        return self.picture.attributes(f"{site_url}/", self.alt, SIZES)


def show_scan(source: Source, pictures: Pictures) -> ShownScan | None:
    """Return an article's scan, None without one. Raises ArticleError where it cannot be used."""
    scan = source.front.scan
    if scan is None:
        return None
    try:
        return ShownScan(pictures.find(scan.image, WIDTHS), scan.alt)
    except PictureError as error:
        words = f"版面图“{scan.image}”{error}"
        raise field_error(source, ("scan", "image"), words) from None


def find_uncovered(sources: Sequence[Source]) -> Iterator[ArticleError]:
    """Yield an error for each scan of a page with hidden words, unless they are covered on it."""
    images = {s.front.scan.image for s in sources if s.front.scan and s.has_masks}
    raws = {s.raw for s in sources if s.raw and s.has_masks}
    for source in sources:
        scan = source.front.scan
        if scan and not scan.covered and (scan.image in images or source.raw in raws):
            words = f"这一版有隐去的文字，版面图“{scan.image}”上还看得见"
            remedy = "请换成涂掉了这些字的图，再加上 covered: true；或删去 scan"
            yield field_error(source, ("scan", "image"), f"{words}，{remedy}")
