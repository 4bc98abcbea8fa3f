"""The page that says what the site owes to others: programs, data, and the notices they ask for."""

from pathlib import Path

from plugins.site.pages.components import list_builders, list_bundled, list_sources, read_licence
from plugins.site.pages.site_page import SitePage, name_page


def licence_page(data: Path) -> SitePage:
    """Return the page; `data` is the folder of tables. Raises ContentError."""
    search, editor = tuple(list_bundled("search")), tuple(list_bundled("editor"))
    licences = sorted({row.licence for row in (*search, *editor)})
    view = {
        "search": search,
        "editor": editor,
        "builders": tuple(list_builders()),
        "sources": tuple(list_sources(data)),
        "licences": tuple((name, read_licence(name)) for name in licences),
    }
    words = "本站用到的自由软件和数据，各自的版本与许可。"
    return name_page("licences", "软件与数据的许可", words, lambda: view)
