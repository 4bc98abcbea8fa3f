"""Where a preview shows a raw page beside its articles."""

from plugins.chinese.pinyin import slugify

#: Where `make serve` shows the preview, unless it is given another port.
PREVIEW = "http://127.0.0.1:8000/"


def locate_sheet(name: str) -> str:
    """Return the page for a raw page, by its name below content/raw/, from the site's root."""
    return f"review/page-{slugify(name.rpartition('.')[0])}.html"
