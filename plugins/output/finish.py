"""What is done to the output once Pelican has written all of it: a fixed order, last steps last."""

import stat
from pathlib import Path

from pelican import Pelican, signals

from plugins.output.admin import write_editor
from plugins.output.bundles import write_bundles
from plugins.output.host_headers import write_headers
from plugins.output.offline import write_lists
from plugins.site.beside import await_begun
from plugins.system.folders.listing import list_below
from plugins.system.folders.written import WRITTEN

#: The rights of what everybody may read.
_FOLDER, _FILE = 0o755, 0o644


def finish(pelican: Pelican) -> None:
    """Finish the output: each step works on what those before it have written."""
    # Signals have no order, and what comes next reads the search index, too.
    await_begun(pelican.settings)
    site = Path(pelican.settings["OUTPUT_PATH"])
    write_bundles(pelican)
    cache = Path(pelican.settings["CACHE_PATH"]) / "admin"
    write_editor(site, Path(pelican.settings["PATH"]) / "data", cache)
    write_headers(site)
    write_lists(site, pelican.settings[WRITTEN])
    open_to_hosts(site)


def open_to_hosts(site: Path) -> None:
    """Let every account read the site: a host's is another than the one that built it."""
    site.chmod(_FOLDER)
    for entry in list_below(site):
        wanted = _FOLDER if entry.is_dir() else _FILE
        # Most are linked, and have been opened before.
        if stat.S_IMODE(entry.stat().st_mode) != wanted:
            Path(entry.path).chmod(wanted)


def register() -> None:
    """Tell Pelican to finish its output here: its own signals have no order."""
    signals.finalized.connect(finish)
