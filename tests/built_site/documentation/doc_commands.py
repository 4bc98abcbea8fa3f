"""The commands that the documentation tells people to type, as scripts to run."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from textwrap import dedent

from tests.structure.sources import ROOT

PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
FENCE = re.compile(r"^( *)```(\w+)\n(.*?)^\1```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Block:
    """A block of a page: its language, as ```sh names it, and its text."""

    language: str
    text: str


def read_blocks(page: Path) -> Iterator[Block]:
    """Yield a page's blocks in their order, those in lists too."""
    for fence in FENCE.finditer(page.read_text(encoding="utf-8")):
        yield Block(fence[2], dedent(fence[3]))


def list_commands(page: Path) -> list[str]:
    """List the blocks of commands that a page tells people to type."""
    return [block.text for block in read_blocks(page) if block.language == "sh"]


def write_script(commands: Iterable[str], given: Mapping[str, str] | None = None) -> str:
    """Return commands as one script that stops at what fails, as a person would.

    `given` replaces what the commands set as an example: BUCKET=archive:my-bucket and the like.
    Raises AssertionError where the commands set no such thing.
    """
    script = "set -ex\n" + "".join(commands)
    for name, value in (given or {}).items():
        script, count = re.subn(f"^{name}=.*$", f"{name}='{value}'", script, flags=re.MULTILINE)
        assert count, f"nothing sets {name}"
    return script
