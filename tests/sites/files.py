"""What a folder holds, byte by byte."""

from pathlib import Path


def read_files(folder: Path) -> dict[str, bytes]:
    """Read all files of a folder by their paths in it, in the order of these."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in files}
