"""Arrays that a build keeps for the next one."""

import json
import math
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from plugins.system.digests import DIGEST_BYTES, Bytes
from plugins.system.kept_files import is_whole, keep_alone

_HEAD_BYTES, _PLACE = 4, 64


def keep_arrays(file: Path, arrays: Mapping[str, NDArray[Any]]) -> None:
    """Keep arrays by their names, in the place of all that was kept in the file's folder.

    The file holds what the arrays are, and the arrays one behind the other, each after zeros up
    to a place that suits it: so they are written and read without a copy.
    """
    shapes = [(name, array.dtype.str, array.shape) for name, array in arrays.items()]
    head = json.dumps(shapes).encode()
    contents: list[Bytes] = [len(head).to_bytes(_HEAD_BYTES, "big"), head]
    for array in arrays.values():
        size = DIGEST_BYTES + sum(map(len, contents))
        contents += [bytes(-size % _PLACE), array.reshape(-1).view(np.uint8).data]
    keep_alone(file, *contents)


def read_arrays(file: Path) -> dict[str, NDArray[Any]] | None:
    """Return what was kept there; None where nothing is, or where it is not as it was written."""
    try:
        kept = np.fromfile(file, dtype=np.uint8)
    except OSError:
        return None
    if not is_whole(file, kept.data):
        return None
    start = DIGEST_BYTES + _HEAD_BYTES
    end = start + int.from_bytes(kept[DIGEST_BYTES:start].tobytes(), "big")
    arrays = {}
    for name, kind, shape in json.loads(kept[start:end].tobytes()):
        start = end + -end % _PLACE
        end = start + np.dtype(kind).itemsize * math.prod(shape)
        arrays[name] = kept[start:end].view(kind).reshape(shape)
    return arrays
