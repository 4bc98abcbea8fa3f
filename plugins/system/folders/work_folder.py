"""Where a build's own files lie while it lasts: beside the site, so that none is published."""

from pathlib import Path


def name_work_folder(site: Path) -> Path:
    """Return the folder for what is written while this one is, and cleared with it."""
    return site.with_name(f"{site.name}.work")
