"""Work that need not be done before a preview shows its pages, such as the search index."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

#: The setting that holds a list for such work; without one it is done at once.
LATER = "LATER"
#: Something that is written into a site's folder.
Work = Callable[[Path], None]


def do_or_leave(settings: Mapping[str, Any], work: Work) -> None:
    """Do some work on the output, or leave it to who has asked for that."""
    if LATER in settings:
        settings[LATER].append(work)
    else:
        work(Path(settings["OUTPUT_PATH"]))
