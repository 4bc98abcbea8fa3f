"""The index's files: checksums, addresses that name their contents, and a whole folder at once."""

import shutil
import zlib
from collections.abc import Iterable
from itertools import islice
from pathlib import Path

from plugins.search.codes.shard_format import GROUP
from plugins.system.digests import digest
from plugins.system.folders.linked_files import LinkedFiles
from plugins.system.folders.written import WrittenFile, tell_content

_HASH_DIGITS = 10


class IndexFolder:
    """Files written beside the output folder, which they replace when all are there.

    `written` tells of those written so far, by their addresses; `kept` is a folder where builds
    keep theirs for the next one (linked_files.py).
    """

    def __init__(self, output: Path, kept: Path | None = None) -> None:
        self.output = output
        self.written: dict[str, WrittenFile] = {}
        self._last = LinkedFiles(kept)
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
                self._write(f"{family}/{folder}/{number}.bin", f"{family}/{number}", content)
            folders.append(folder)
        return folders

    def write_single(self, name: str, content: bytes) -> str:
        """Write a file of its own; return its address in the folder."""
        sealed = seal_content(name, content)
        address = f"{name}/{name_hash(sealed)}.bin"
        (self.fresh / name).mkdir()
        self._write(address, name, sealed)
        return address

    def write_json(self, name: str, content: bytes) -> str:
        """Write a JSON file, which hosts compress; return its address in the folder."""
        address = f"{name}/{name_hash(content)}.json"
        (self.fresh / name).mkdir()
        self._write(address, name, content)
        return address

    def write_manifest(self, content: bytes) -> None:
        """Write the manifest."""
        self._write("manifest.json", "manifest", content)

    def _write(self, address: str, name: str, content: bytes) -> None:
        self._last.write(f"{self.fresh}/{address}", name, content)
        self.written[address] = tell_content(content)

    def publish(self) -> None:
        """Put the new folder in the old one's place."""
        self._last.forget_others()
        shutil.rmtree(self.output, ignore_errors=True)
        self.fresh.rename(self.output)


def seal_content(tail: str, content: bytes) -> bytes:
    """Put the checksum of a file's address and content before the content."""
    return zlib.crc32(content, zlib.crc32(tail.encode())).to_bytes(4, "big") + content


def name_hash(*contents: bytes) -> str:
    """Return a short name that other contents do not have."""
    return digest(*contents).hex()[:_HASH_DIGITS]
