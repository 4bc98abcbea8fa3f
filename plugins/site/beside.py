"""Work that is done beside the pages, by a process of its own."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar

from plugins.site.articles.article import Article
from plugins.site.articles.reference import Reference
from plugins.system.folders.work_folder import name_work_folder
from plugins.system.processes import Asking, Beside

Made = TypeVar("Made")
#: Takes the articles of a site, and what they were settled with.
Beginning = Callable[[Sequence[Article], Reference], object]
#: The setting that holds what begins once the articles are settled.
_SETTLED = "WHEN_SETTLED"
#: The setting that holds what has begun, each with who takes what is made.
_BEGUN = "BEGUN_BESIDE"


def when_settled(settings: dict[str, Any], begin: Beginning) -> None:
    """Have something begin once all articles are settled: what needs no groups and no pages."""
    settings.setdefault(_SETTLED, []).append(begin)


def tell_settled(
    settings: Mapping[str, Any], articles: Sequence[Article], reference: Reference
) -> None:
    """Begin what was to begin once all articles are settled, as they are."""
    for begin in settings.get(_SETTLED, []):
        begin(articles, reference)


def begin_beside(
    settings: dict[str, Any],
    work: Callable[[Asking], Made],
    take: Callable[[Callable[[], Made]], object],
) -> Beside[Made]:
    """Begin some work in a process of its own; `take` gets what waits for its result."""
    beside = Beside(work, name_work_folder(Path(settings["OUTPUT_PATH"])))
    settings.setdefault(_BEGUN, []).append((beside, take))
    return beside


def await_begun(settings: Mapping[str, Any]) -> None:
    """Wait for all work that was begun, as far as nobody has. Raises what it raised."""
    begun = settings.get(_BEGUN, [])
    while begun:
        beside, take = begun.pop()
        take(beside.receive)


def end_begun(settings: Mapping[str, Any]) -> None:
    """End work that was begun and for which nobody waits any more."""
    for beside, _ in settings.get(_BEGUN, []):
        beside.end()
