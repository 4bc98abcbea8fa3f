"""What a preview shows: the last whole site, in it what was saved since, and what is wrong.

A save ends a build that does not have it. The pages of a saved article are written at once, by the
process that has composed the site that is shown; all else follows, by a build like any other.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from plugins.desk.preview.workshop import Problem, Workshop

#: What may be behind the content: nothing but lists and search, or any page.
LISTS, ALL = "正在更新列表和搜索……", "正在更新网站……"


@dataclass
class Preview:
    """A site that follows the content; `problems` are what is wrong with that."""

    settings: str
    folder: Path
    problems: Sequence[Problem] = ()
    #: What of the site that is shown is not as it was saved, "" where all is.
    _behind: str = ALL
    _shown: Workshop | None = field(default=None, repr=False)
    _coming: Workshop | None = field(default=None, repr=False)

    @property
    def site(self) -> Path:
        """The folder of the site that is shown."""
        return self.folder / "site"

    @property
    def renewing(self) -> str:
        """What is being renewed, in Chinese; "" where nothing is."""
        return "" if self.problems and not self._coming else self._behind

    def begin(self) -> None:
        """Begin to write the whole site, and end what was begun before."""
        self._drop()
        self._coming = Workshop(self.settings, self.site)

    def save(self, files: Sequence[Path]) -> None:
        """Show what was saved at once, where it decides no other pages, and begin all the rest."""
        self.take()
        self._drop()
        # Whether those of other files are mended, only the build knows.
        problems = [told for told in self.problems if not told.is_of(files)]
        if self._shown and self._behind != ALL:
            # Before the page is there: whoever sees it is told that lists and search are behind.
            self._behind = LISTS
            outcome = self._shown.show(files)
            self._behind = LISTS if outcome.is_done or outcome.problems else ALL
            problems += outcome.problems
        self.problems = problems
        self.begin()

    def take(self, *, wait: bool = False) -> bool:
        """Take the site that was begun once it is whole; tell whether its build has ended."""
        if not self._coming or not (wait or self._coming.has_answered()):
            return False
        outcome = self._coming.receive()
        if outcome.is_done:
            self._shown, self._coming = self._coming, self._shown
        # Either the site that was shown before, or one that is none.
        self._drop()
        self._behind = "" if outcome.is_done else self._behind
        self.problems = outcome.problems
        return True

    def end(self) -> None:
        """End the processes at work for it."""
        self._drop()
        if self._shown:
            self._shown.end()
            self._shown = None

    def _drop(self) -> None:
        """End what was begun."""
        if self._coming:
            self._coming.end()
            self._coming = None
