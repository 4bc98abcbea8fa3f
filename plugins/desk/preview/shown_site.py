"""A site as a preview shows it: written whole, and then page by page as single files are saved."""

import gc
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from pelican.generators import Generator
from pelican.writers import Writer

from plugins.content.content_error import ContentError
from plugins.desk.review.pelican_plugin import ReviewGenerator
from plugins.site.generator import ArchiveGenerator, stop_on
from plugins.site.kept.kept_articles import KEPT
from plugins.site.saved_pages import SavedFile, SavedPages
from plugins.site.written_site import write_site
from plugins.system.folders.exchange import replace_folder, restore_folder
from plugins.system.folders.listing import list_below
from plugins.system.folders.work_folder import clear, name_left

Kind = TypeVar("Kind", bound=Generator)
#: Makes what a site has of a file, which messages call by the second path.
Making = tuple[Callable[[Path, Path], SavedFile], Path, Path]


class ShownSite:
    """The site of a settings file in a folder; what has composed it stays at hand."""

    def __init__(self, settings: str, folder: Path) -> None:
        self._settings, self._folder = settings, folder
        self._fresh, self._old, self._work = name_left(folder)

    def write(self) -> None:
        """Write the whole site, and put it in the last one's place. Raises what stops it."""
        restore_folder(self._folder, self._old)
        self.clear()
        generators = write_site(self._fresh, self._settings, {"PREVIEW": True})
        self._archive = _pick(generators, ArchiveGenerator)
        self._review = _pick(generators, ReviewGenerator)
        replace_folder(self._fresh, self._folder, self._old)

    def prepare(self) -> None:
        """Have at hand what the pages of a saved file take: an editor will wait for them."""
        self._saved = SavedPages(self._archive.site, self._archive.settings[KEPT])
        if pages := self._saved.rehearse():
            self._write(SavedFile(pages, ()))
        self.clear()
        # To look through all that stays for garbage would take longer than a page.
        gc.collect()
        gc.freeze()

    def clear(self) -> None:
        """Remove the last site, and what killed processes have left."""
        clear(self._fresh, self._old, self._work)

    def show(self, files: Sequence[Path]) -> bool:
        """Write the pages of saved files; False where such a save decides other pages, too.

        Raises BuildStoppedError after saying what is wrong.
        """
        makings = self._list_makings(files)
        if makings is None:
            return False
        errors: list[ContentError] = []
        for make, file, path in makings:
            try:
                self._write(make(file, path))
                self._publish()
            except ContentError as error:
                errors.append(error)
        stop_on(errors)
        return True

    def _list_makings(self, files: Sequence[Path]) -> list[Making] | None:
        """List what makes the pages of each file; None where one is no article and no page."""
        content = Path(self._archive.path)
        kinds = {self._archive.settings["ARCHIVE_PATH"]: self._saved.make_article}
        kinds |= dict.fromkeys(self._archive.settings["PAGE_PATHS"], self._saved.make_text)
        makings: list[Making] = []
        for file in files:
            below = file.parent.resolve() / file.name
            if not below.is_relative_to(content.resolve()):
                return None
            place = below.relative_to(content.resolve())
            make, path = kinds.get(place.parts[0]), Path(content.name) / place
            if make is None or (not file.exists() and file.suffix == ".md"):
                return None
            # Editors' programs write other files for a moment.
            if file.suffix == ".md":
                makings.append((make, content / place, path))
        return makings

    def _write(self, saved: SavedFile) -> None:
        """Write pages aside: what a reader of the site finds there is always whole."""
        writer = Writer(str(self._work), self._archive.settings)
        for page in saved.pages:
            self._archive.write_page(page, writer)
        articles = [page.article for page in saved.pages[:1] if page.article]
        for raw in filter(None, (article.source.raw for article in articles)):
            beside = [one for one in self._saved.articles.values() if one.source.raw == raw]
            self._review.write_sheets(beside, writer)
        self._archive.site.reference.pictures.write(saved.pictures, self._work)

    def _publish(self) -> None:
        """Put what has been written aside into the site."""
        begin = len(f"{self._work}/")
        for entry in list_below(self._work):
            if entry.is_file():
                target = self._folder / entry.path[begin:]
                target.parent.mkdir(parents=True, exist_ok=True)
                Path(entry.path).replace(target)


def _pick(generators: Sequence[Generator], kind: type[Kind]) -> Kind:
    return next(one for one in generators if isinstance(one, kind))
