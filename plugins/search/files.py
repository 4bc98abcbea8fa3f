"""The index's files: checksums, addresses that name their contents, and a whole folder at once."""

import hashlib
import shutil
import zlib
from collections.abc import Iterable
from itertools import islice
from pathlib import Path

from plugins.search.shard_format import GROUP

_HASH_DIGITS = 10


class IndexFolder:
    """Files written beside the output folder, which they replace when all are there.

    `sizes` are the bytes of those written so far.
    """

    def __init__(self, output: Path) -> None:
        self.output = output
        self.sizes: list[int] = []
        self.fresh = output.with_name(output.name + ".new")
        shutil.rmtree(self.fresh, ignore_errors=True)
        self.fresh.mkdir(parents=True)

    def write_family(self, family: str, contents: Iterable[bytes]) -> list[str]:
        """Write the shards of a family; return the names of the folders they lie in."""
        waiting, folders = iter(enumerate(contents)), []
        while group := list(islice(waiting, GROUP)):
            sealed = [seal_content(f"{family}/{number}", content) for number, content in group]
            folder = name_hash(*sealed)
            (self.fresh / family / folder).mkdir(parents=True)
            for (number, _), content in zip(group, sealed, strict=True):
                self._write(f"{family}/{folder}/{number}.bin", content)
            folders.append(folder)
        return folders

    def write_single(self, name: str, content: bytes) -> str:
        """Write a file of its own; return its address in the folder."""
        sealed = seal_content(name, content)
        address = f"{name}/{name_hash(sealed)}.bin"
        (self.fresh / name).mkdir()
        self._write(address, sealed)
        return address

    def write_json(self, name: str, content: bytes) -> str:
        """Write a JSON file, which hosts compress; return its address in the folder."""
        address = f"{name}/{name_hash(content)}.json"
        (self.fresh / name).mkdir()
        self._write(address, content)
        return address

    def write_manifest(self, content: bytes) -> None:
        """Write the manifest."""
        self._write("manifest.json", content)

    def _write(self, address: str, content: bytes) -> None:
        (self.fresh / address).write_bytes(content)
        self.sizes.append(len(content))

    def publish(self) -> None:
        """Put the new folder in the old one's place."""
        shutil.rmtree(self.output, ignore_errors=True)
        self.fresh.rename(self.output)


def seal_content(tail: str, content: bytes) -> bytes:
    """Put the checksum of a file's address and content before the content."""
    return zlib.crc32(content, zlib.crc32(tail.encode())).to_bytes(4, "big") + content


def name_hash(*contents: bytes) -> str:
    """Return a short name that other contents do not have."""
    digest = hashlib.sha256()
    for content in contents:
        digest.update(len(content).to_bytes(8, "big"))
        digest.update(content)
    return digest.hexdigest()[:_HASH_DIGITS]
