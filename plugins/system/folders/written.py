"""What a build knows of the files that it has written: nobody need read them again to tell."""

from typing import NamedTuple

from plugins.system.digests import Bytes, hex_digest

#: The setting that holds it, by the files' paths in the output.
WRITTEN = "WRITTEN_FILES"


class WrittenFile(NamedTuple):
    """How many bytes a file has, and their SHA-256 in hexadecimal digits."""

    size: int
    digest: str


def tell_content(content: Bytes) -> WrittenFile:
    """Return what is known of a file with this content."""
    return WrittenFile(len(content), hex_digest(content))
