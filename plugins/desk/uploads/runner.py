"""The runner of GitHub Actions: what its environment says, and where a job's words go.

Nothing outside Python's own library, so that a job with the right to write needs no package.
"""

import os
from collections.abc import Mapping
from pathlib import Path


def find_site(environment: Mapping[str, str]) -> str:
    """Return the address of the repository on the web, "" outside of a runner."""
    name = environment.get("GITHUB_REPOSITORY")
    host = environment.get("GITHUB_SERVER_URL", "https://github.com")
    return f"{host}/{name}" if name else ""


def tell(line: str, *, failed: bool = False, more: str = "") -> None:
    """Print a line for editors, marked where it is a failure, and put it into the job's summary.

    `more` is Markdown that the summary shows below the line.
    """
    line = " ".join(line.split())
    on_github = failed and "GITHUB_ACTIONS" in os.environ
    # A workflow command ends at its line's end; % is what its escapes begin with.
    print(f"::error::{line.replace('%', '%25')}" if on_github else line)
    summary = os.environ.get("GITHUB_STEP_SUMMARY")
    if summary:
        mark = "❌ " if failed else ""
        below = f"\n<details><summary>内容</summary>\n\n{more}\n\n</details>\n\n" if more else ""
        with Path(summary).open("a", encoding="utf-8") as file:
            file.write(f"- {mark}{line}\n{below}")
