"""Asking a built index in Node.js, and what building one took."""

import json
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Build:
    """What building an index took: MB at most of each process, bytes and files on disk."""

    engine: str
    seconds: float
    peaks: tuple[int, ...]
    size: int
    files: int


def ask_node(script: str, message: object) -> list[Any]:
    """Run a script of this folder with JSON on standard input and output."""
    done = subprocess.run(  # noqa: S603 - our own script
        ["node", str(HERE / script)],  # noqa: S607 - wherever the machine has it
        input=json.dumps(message),
        capture_output=True,
        text=True,
        check=True,
    )
    answers: list[Any] = json.loads(done.stdout)
    return answers
