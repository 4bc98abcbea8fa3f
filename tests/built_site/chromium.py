"""Where this machine keeps Chromium: `python -m tests.built_site.chromium` fails without one."""

import shutil
import sys
from pathlib import Path

#: The first of them without windows: what it shows is the same, for a third of the time.
NAMES = (
    "chromium-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
)
MACOS = (
    Path("/Applications/Chromium.app/Contents/MacOS/Chromium"),
    Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
)


def find_chromium() -> str | None:
    """Give the path of an installed Chromium or Chrome, or None."""
    found = [path for name in NAMES if (path := shutil.which(name))]
    found += [str(path) for path in MACOS if path.exists()]
    return found[0] if found else None


if __name__ == "__main__":
    sys.exit(find_chromium() is None)
