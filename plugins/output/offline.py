"""What a reader's browser may keep, so that the archive is read and searched without a network.

Two files in the output's folder `offline/`, which theme/static/js/offline/copy.js reads:
`summary.json` says what it takes before anything else is loaded, {version, files, bytes};
`files.json` lists the files, {files: [[path, bytes, hash], ...]}, sorted by path. The same site
gives the same version.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

from plugins.model.compact_json import dump_json
from plugins.system.digests import hex_digest
from plugins.system.folders.listing import list_below, read_file
from plugins.system.folders.written import WrittenFile, tell_content

FOLDER = "offline"

#: Kinds of files that pages show or read; data to download, feeds and citations stay out.
KEPT = (".html", ".css", ".js", ".json", ".bin", ".svg", ".png", ".jpg", ".webp")

#: What only hosts, editors or share cards ask for, or a copy cannot use.
LEFT_OUT = (f"{FOLDER}/", "covers/", "offline-worker.js", "404.html", "admin/", "review/")

_HASH_DIGITS = 10

#: A file that may be kept: its path below the site's root, its bytes, and a hash of them.
KeptFile = tuple[str, int, str]


def list_files(
    site: Path, written: Mapping[str, WrittenFile] = MappingProxyType({})
) -> Iterator[KeptFile]:
    """Yield the files of a built site that a copy needs, sorted by path.

    `written` tells of files by their paths; the others are read.
    """
    begin = len(f"{site}/")
    paths = (entry.path[begin:] for entry in list_below(site) if entry.is_file())
    for path in sorted(paths):
        if path.endswith(KEPT) and not path.startswith(LEFT_OUT):
            told = written.get(path) or tell_content(read_file(f"{site}/{path}"))
            yield path, told.size, told.digest[:_HASH_DIGITS]


def write_lists(site: Path, written: Mapping[str, WrittenFile] = MappingProxyType({})) -> None:
    """Write both lists of a built site; `written` is what list_files takes."""
    files = list(list_files(site, written))
    version = hex_digest(repr(files).encode(), _HASH_DIGITS)
    size = sum(bytes_ for _, bytes_, _ in files)
    _write(site, "files.json", {"files": files})
    _write(site, "summary.json", {"version": version, "files": len(files), "bytes": size})


def _write(site: Path, name: str, members: dict[str, object]) -> None:
    path = site / FOLDER / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(dump_json(members), "utf-8")
