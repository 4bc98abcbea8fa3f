"""Files that a build keeps for the next one: each as it was written, or as if it were not there.

A file begins with the digest of its name and of what follows, so that an altered or exchanged one
is noticed. The formats inside have checksums too, but their readers trust some bytes before those.
"""

import hashlib
from contextlib import suppress
from hmac import compare_digest
from pathlib import Path
from tempfile import NamedTemporaryFile

DIGEST_BYTES = 16


def digest(*contents: bytes | memoryview) -> bytes:
    """Return a short name for these contents that no others have."""
    whole = hashlib.blake2b(digest_size=DIGEST_BYTES)
    for content in contents:
        whole.update(len(content).to_bytes(8, "big"))
        whole.update(content)
    return whole.digest()


def keep_content(target: Path, content: bytes | memoryview) -> None:
    """Write a file whole or not at all, whoever else is doing the same. Raises OSError."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile(dir=target.parent, suffix=".tmp", delete=False) as file:
        file.write(digest(target.name.encode(), content))
        file.write(content)
    Path(file.name).replace(target)


def keep_alone(target: Path, content: bytes | memoryview) -> None:
    """Write a file and remove all others of its folder: older ones, and those of killed builds.

    A folder that cannot be written is left as it is.
    """
    with suppress(OSError):
        keep_content(target, content)
        for old in target.parent.iterdir():
            if old != target:
                old.unlink()


def read_content(target: Path) -> bytes | None:
    """Return what was kept; None where nothing was, or where the file is not as it was written."""
    try:
        kept = target.read_bytes()
    except OSError:
        return None
    content = kept[DIGEST_BYTES:]
    # Compared so that nothing learns from how far it agrees: neither a forger nor a fuzzer.
    is_whole = compare_digest(kept[:DIGEST_BYTES], digest(target.name.encode(), content))
    return content if is_whole else None
