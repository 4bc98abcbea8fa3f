"""更正: what has been put right in an article since, as pages show it."""

import datetime
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from plugins.chinese.punctuation import widen
from plugins.model import Correction
from plugins.model.date_labels import date_label
from plugins.privacy.excerpts import is_shareable


@dataclass(frozen=True, slots=True)
class ShownCorrection:
    """One correction of an article: the day on which it was made, and what it says.

    `shared_text` is the same, None where it may not leave the article: it tells of someone in
    need. `page` and `title` are the article's address, and its title as it may be shared.
    """

    date: datetime.date
    text: str
    shared_text: str | None
    page: str
    title: str

    @property
    def date_label(self) -> str:
        """Its day in words."""
        return date_label(self.date, None)


def show_corrections(
    corrections: Iterable[Correction], page: str, title: str, unshared_names: Collection[str]
) -> tuple[ShownCorrection, ...]:
    """Return the corrections of the article at `page`, the newest first."""
    shown = [
        ShownCorrection(
            one.date,
            widen(one.text),
            widen(one.text) if is_shareable(one.text, unshared_names) else None,
            page,
            title,
        )
        for one in corrections
    ]
    return tuple(sorted(shown, key=lambda one: one.date, reverse=True))
