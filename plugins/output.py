"""What is done to the output once Pelican has written all of it: a fixed order, last steps last."""

from pathlib import Path

from pelican import Pelican, signals

from plugins.bundles import write_bundles
from plugins.host_headers import write_headers
from plugins.offline import write_lists


def finish(pelican: Pelican) -> None:
    """Bundle scripts and styles, then list what hosts send and a reader's browser may keep."""
    site = Path(pelican.settings["OUTPUT_PATH"])
    write_bundles(pelican)
    write_headers(site)
    write_lists(site)


def register() -> None:
    """Tell Pelican to finish its output here: its own signals have no order."""
    signals.finalized.connect(finish)
