"""Work that is done beside the pages, by a process of its own."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, TypeVar

from plugins.system.folders.work_folder import name_work_folder
from plugins.system.processes import Beside

Made = TypeVar("Made")
#: The setting that holds what has begun, each with who takes what is made.
_BEGUN = "BEGUN_BESIDE"


def begin_beside(
    settings: dict[str, Any],
    work: Callable[[], Made],
    take: Callable[[Callable[[], Made]], object],
) -> None:
    """Begin some work in a process of its own; `take` gets what waits for its result."""
    folder = name_work_folder(Path(settings["OUTPUT_PATH"]))
    settings.setdefault(_BEGUN, []).append((Beside(work, folder), take))


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
