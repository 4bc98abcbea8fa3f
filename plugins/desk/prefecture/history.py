"""What of a content folder Git could not give back."""

import subprocess
from pathlib import Path


def find_unsaved(content: Path) -> list[str] | None:
    """Return the files of a folder that are not as committed, None where it is in no repository.

    What Git is told to ignore is on no record either.
    """
    what = ["--porcelain", "-z", "--no-renames", "--ignored", "--untracked-files=all"]
    command = ["git", "status", *what, "--", "."]
    try:
        done = subprocess.run(command, cwd=content, capture_output=True, check=False)  # noqa: S603 - no shell; the git of the machine
    except FileNotFoundError:
        return None
    if done.returncode:
        return None
    # Two letters and a blank, then the name.
    return [entry[3:] for entry in done.stdout.decode(errors="replace").split("\0") if entry]
