"""更正: what has been put right in an article since, as pages show it."""

import datetime
from dataclasses import dataclass
from typing import TYPE_CHECKING

from plugins.chinese.punctuation import widen
from plugins.model import Correction
from plugins.model.date_labels import date_label
from plugins.privacy.excerpts import is_shareable

if TYPE_CHECKING:
    from plugins.site.articles.stories import Story


@dataclass(frozen=True, eq=False)
class ShownCorrection:
    """One correction of a story."""

    story: "Story"
    correction: Correction

    @property
    def date(self) -> datetime.date:
        """The day on which it was made."""
        return self.correction.date

    @property
    def date_label(self) -> str:
        """Its day in words."""
        return date_label(self.date, None)

    @property
    def text(self) -> str:
        """What it says."""
        return widen(self.correction.text)

    @property
    def shared_text(self) -> str | None:
        """What it says, None where that may not leave the article: it tells of someone in need."""
        names = self.story.subjects.unshared_names
        return self.text if is_shareable(self.correction.text, names) else None


def show_corrections(story: "Story") -> list[ShownCorrection]:
    """Return a story's corrections, the newest first."""
    shown = [ShownCorrection(story, correction) for correction in story.source.front.corrections]
    return sorted(shown, key=lambda one: one.date, reverse=True)
