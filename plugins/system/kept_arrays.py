"""Arrays and files that a build keeps for the next one."""

import json
import math
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np
from numpy.typing import NDArray

from plugins.system.digests import DIGEST_BYTES, Bytes
from plugins.system.kept_files import is_file_whole, keep_alone

_HEAD_BYTES, _PLACE = 4, 64

#: An array, or bytes in however many pieces.
Kept = NDArray[Any] | Sequence[Bytes]


def keep_arrays(file: Path, arrays: Mapping[str, Kept], others: Collection[Path] = ()) -> None:
    """Keep arrays by their names, in the place of all that was kept in the file's folder.

    Pieces of bytes are kept as one array; `others` are files that stay there. The file holds what
    the arrays are, and the arrays one behind the other, each after zeros up to a place that suits
    it: so they are written and read without a copy.
    """
    shapes = [(name, *_describe(array)) for name, array in arrays.items()]
    head = json.dumps(shapes).encode()
    contents: list[Bytes] = [len(head).to_bytes(_HEAD_BYTES, "big"), head]
    size = DIGEST_BYTES + _HEAD_BYTES + len(head)
    for array in arrays.values():
        pieces = [bytes(-size % _PLACE), *_list_pieces(array)]
        size += sum(map(len, pieces))
        contents += pieces
    keep_alone(file, *contents, others=others)


def _describe(array: Kept) -> tuple[str, Sequence[int]]:
    if isinstance(array, np.ndarray):
        return array.dtype.str, array.shape
    return np.dtype(np.uint8).str, [sum(map(len, array))]


def _list_pieces(array: Kept) -> Sequence[Bytes]:
    return [array.reshape(-1).view(np.uint8).data] if isinstance(array, np.ndarray) else array


def pack_digests(digests: Iterable[bytes]) -> NDArray[np.uint8]:
    """Return digests as an array, a row each."""
    return np.frombuffer(b"".join(digests), dtype=np.uint8).reshape(-1, DIGEST_BYTES)


def unpack_digests(rows: NDArray[np.uint8]) -> list[bytes]:
    """Return the digests of which an array has rows."""
    packed = rows.tobytes()
    return [packed[at : at + DIGEST_BYTES] for at in range(0, len(packed), DIGEST_BYTES)]


def read_arrays(file: Path) -> dict[str, NDArray[Any]] | None:
    """Return what was kept there; None where nothing is, or where it is not as it was written.

    The arrays are parts of the file: of those that nobody looks at, nothing is in memory.
    """
    try:
        with file.open("rb") as opened:
            return load_arrays(file, opened)
    except OSError:
        return None


def load_arrays(file: Path, opened: BinaryIO) -> dict[str, NDArray[Any]] | None:
    """Do the same with a file of this name that is open at its beginning. Raises OSError."""
    if not is_file_whole(file, opened):
        return None
    kept = np.memmap(opened, dtype=np.uint8, mode="r").view(np.ndarray)
    start = DIGEST_BYTES + _HEAD_BYTES
    end = start + int.from_bytes(kept[DIGEST_BYTES:start].tobytes(), "big")
    arrays = {}
    for name, kind, shape in json.loads(kept[start:end].tobytes()):
        start = end + -end % _PLACE
        end = start + np.dtype(kind).itemsize * math.prod(shape)
        arrays[name] = kept[start:end].view(kind).reshape(shape)
    return arrays


def make_once(
    folder: Path | None, key: bytes, make: Callable[[], Mapping[str, bytes]]
) -> Mapping[str, bytes]:
    """Return the files that `make` gives, by their paths; `key` stands for all that decides them.

    They are kept in a folder of their own, or, without one, nowhere. Raises what `make` raises.
    """
    file = folder and folder / f"{key.hex()}.kept"
    kept = read_arrays(file) if file else None
    if kept is not None:
        return {path: content.tobytes() for path, content in kept.items()}
    files = make()
    if file:
        keep_arrays(file, {path: [content] for path, content in files.items()})
    return files
