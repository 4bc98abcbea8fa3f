"""版面图: a picture of the printed page, small beside the text and large when it is opened."""

from dataclasses import dataclass

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
    """Return an article's scan, None without one. Raises ContentError where it cannot be used."""
    scan = source.front.scan
    if scan is None:
        return None
    try:
        return ShownScan(pictures.find(scan.image, WIDTHS), scan.alt)
    except PictureError as error:
        words = f"版面图“{scan.image}”{error}"
        raise field_error(source, ("scan", "image"), words) from None
