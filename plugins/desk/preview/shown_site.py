"""A site as a preview shows it: written whole, and then page by page as single files are saved."""

import gc
from collections.abc import Callable, Iterator, Sequence
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
from plugins.system.folders.holding import hold_folder
from plugins.system.folders.listing import list_below
from plugins.system.folders.work_folder import clear, name_left, name_work_folder

Kind = TypeVar("Kind", bound=Generator)
#: Makes what a site has of a file, which messages call by the second path; None where that decides
#: other pages, too.
Making = tuple[Callable[[Path, Path], SavedFile | None], Path, Path]


class ShownSite:
    """The site of a settings file in a folder; what has composed it stays at hand."""

    def __init__(self, settings: str, folder: Path) -> None:
        self._settings, self._folder = settings, folder
        self._fresh, self._old, self._work = name_left(folder)
        # Of saved pages alone: what a build leaves when it is killed must never be published.
        self._made = name_work_folder(folder)

    def write(self) -> None:
        """Write the whole site, and put it in the last one's place. Raises what stops it.

        Nobody else does so meanwhile: a process may outlive the one that has killed it.
        """
        self._folder.parent.mkdir(parents=True, exist_ok=True)
        with hold_folder(self._folder.parent):
            restore_folder(self._folder, self._old)
            self._clear()
            try:
                generators = write_site(self._fresh, self._settings, {"PREVIEW": True})
                replace_folder(self._fresh, self._folder, self._old)
            except BaseException:
                # A full disk would stay full.
                clear(self._fresh, self._work)
                raise
        self._archive = _pick(generators, ArchiveGenerator)
        self._review = _pick(generators, ReviewGenerator)

    def prepare(self) -> None:
        """Have at hand what the pages of a saved file take: an editor will wait for them."""
        self._saved = SavedPages(self._archive.site, self._archive.settings[KEPT])
        self._folders = set(self._list_folders())
        with hold_folder(self._folder.parent):
            self._clear()
            self._write(SavedFile(self._saved.rehearse(), ()))
        # To look through all that stays for garbage would take longer than a page.
        gc.collect()
        gc.freeze()

    def _clear(self) -> None:
        """Remove the last site, and what killed processes have left."""
        clear(self._fresh, self._old, self._work, self._made)

    def show(self, files: Sequence[Path]) -> bool:
        """Write the pages of saved files; False where such a save decides other pages, too.

        Raises BuildStoppedError after saying what is wrong.
        """
        restore_folder(self._folder, self._old)
        makings = self._list_makings(files)
        if makings is None or not self._folder.is_dir():
            return False
        errors: list[ContentError] = []
        for make, file, path in makings:
            try:
                saved = make(file, path)
                if saved is None:
                    return False
                self._write(saved)
                self._publish()
            except ContentError as error:
                errors.append(error)
        stop_on(errors)
        return True

    def _list_makings(self, files: Sequence[Path]) -> list[Making] | None:
        """List what makes the pages of each file; None where one is no article and no page."""
        content, settings = Path(self._archive.path), self._archive.settings
        kinds: dict[str, Callable[[Path, Path], SavedFile | None]] = {
            settings["ARCHIVE_PATH"]: self._saved.make_article,
            **dict.fromkeys(settings["PAGE_PATHS"], self._saved.make_text),
        }
        makings: list[Making] = []
        for file in files:
            place = self._find_place(file)
            make = kinds.get(place.parts[0]) if place else None
            if place is None or make is None:
                return None
            # Editors' programs write other files for a moment, or under hidden names.
            if any(part.startswith(".") for part in place.parts):
                continue
            if self._is_more(file, place):
                return None
            if file.suffix == ".md":
                makings.append((make, content / place, Path(content.name) / place))
        return makings

    def _find_place(self, file: Path) -> Path | None:
        """Return where in the content a file is; None outside of it, and for all of it."""
        content, below = Path(self._archive.path).resolve(), file.parent.resolve() / file.name
        place = below.relative_to(content) if below.is_relative_to(content) else Path()
        return place if place.parts else None

    def _is_more(self, file: Path, place: Path) -> bool:
        """Tell whether this is or was a folder, is a link, which the build refuses, or is gone."""
        is_gone = file.suffix == ".md" and not file.exists()
        return place in self._folders or file.is_dir() or file.is_symlink() or is_gone

    def _list_folders(self) -> Iterator[Path]:
        """Yield the folders of articles and pages: of one that is gone nothing else tells that."""
        content, settings = Path(self._archive.path), self._archive.settings
        for name in (settings["ARCHIVE_PATH"], *settings["PAGE_PATHS"]):
            yield Path(name)
            for entry in list_below(content / name):
                if entry.is_dir():
                    yield Path(entry.path).relative_to(content)

    def _write(self, saved: SavedFile) -> None:
        """Write pages aside: what a reader of the site finds there is always whole."""
        clear(self._made)
        writer = Writer(str(self._made), self._archive.settings)
        for page in saved.pages:
            self._archive.write_page(page, writer)
        articles = [page.article for page in saved.pages[:1] if page.article]
        for raw in filter(None, (article.source.raw for article in articles)):
            beside = [one for one in self._saved.articles.values() if one.source.raw == raw]
            self._review.write_sheets(beside, writer)
        self._archive.site.reference.pictures.write(saved.pictures, self._made)

    def _publish(self) -> None:
        """Put what has been written aside into the site."""
        begin = len(f"{self._made}/")
        for entry in list_below(self._made):
            if entry.is_file():
                target = self._folder / entry.path[begin:]
                target.parent.mkdir(parents=True, exist_ok=True)
                Path(entry.path).replace(target)


def _pick(generators: Sequence[Generator], kind: type[Kind]) -> Kind:
    return next(one for one in generators if isinstance(one, kind))
