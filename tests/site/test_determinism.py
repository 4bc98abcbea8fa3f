"""The same content gives the same bytes, wherever and whenever it is built."""

import hashlib
from pathlib import Path

from tests.site.building import build_site, copy_checkout

ELSEWHERE = {
    "PYTHONHASHSEED": "4711",
    "TZ": "Pacific/Auckland",
    "LANG": "tr_TR.UTF-8",
    "LC_ALL": "C",
}


def digests(site: Path) -> dict[str, str]:
    """Give the sha256 of every file of the output."""
    return {
        file.relative_to(site).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in site.rglob("*")
        if file.is_file()
    }


def test_another_machine_builds_the_same_bytes(site: Path, tmp_path: Path) -> None:
    """Another folder, file order, hash seed, time zone and locale change no byte of the output."""
    checkout = copy_checkout(tmp_path / "另一处 copy", installed=True)
    built = build_site(tmp_path / "output", checkout, ELSEWHERE)
    assert built.returncode == 0, built.stderr
    here, there = digests(site), digests(tmp_path / "output")
    assert here.keys() == there.keys()
    assert [name for name in here if here[name] != there[name]] == []
