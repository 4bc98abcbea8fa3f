"""Arrays that a build keeps for the next one."""

import importlib.metadata
import io
import platform
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from plugins.archive.kept_files import digest, keep_alone, read_content
from plugins.search.tokens import engine_name

#: The packages that decide what is kept, besides the one that cuts.
_PACKAGES = ("numpy", "pypinyin")


def name_code() -> str:
    """Return a file's name that stands for the code and the packages of a build."""
    code = [path.read_bytes() for path in sorted(Path(__file__).parent.glob("*.py"))]
    packages = [importlib.metadata.version(name) for name in (engine_name(), *_PACKAGES)]
    versions = (engine_name(), *packages, platform.python_version())
    return f"{digest(*code, ' '.join(versions).encode()).hex()}.arrays"


def keep_arrays(file: Path, arrays: Mapping[str, NDArray[Any]]) -> None:
    """Keep arrays by their names, in the place of all that was kept in the file's folder."""
    content = io.BytesIO()
    # One behind the other, as numpy's own container is written and read several times slower.
    for array in (np.array(list(arrays)), *arrays.values()):
        np.save(content, array, allow_pickle=False)
    keep_alone(file, content.getbuffer())


def read_arrays(file: Path) -> dict[str, NDArray[Any]] | None:
    """Return what was kept there; None where nothing is, or where it is not as it was written."""
    content = read_content(file)
    if content is None:
        return None
    stream = io.BytesIO(content)
    names = np.load(stream, allow_pickle=False).tolist()
    return {name: np.load(stream, allow_pickle=False) for name in names}
