"""Files committed on a branch of their own, without a change to what is checked out here.

Nothing outside Python's own library (see open_requests).
"""

import os
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from plugins.system.refusal import RefusalError

#: What the branches of drafts begin with.
PREFIX = "convert/"


class GitError(RefusalError):
    """Git refused; quotes what it said."""


@dataclass(frozen=True, slots=True)
class Repository:
    """A checkout and the name of the repository that it pushes to."""

    folder: Path
    remote: str = "origin"

    def list_branches(self, prefix: str) -> list[str]:
        """Return the remote's branches whose names begin so. Raises GitError."""
        told = self._git("ls-remote", "--heads", self.remote, f"refs/heads/{prefix}*")
        return sorted(line.partition("refs/heads/")[2] for line in told.splitlines())

    def list_files(self, branch: str, folder: Path) -> list[Path]:
        """Return the files of a folder as they stand on one of the remote's branches."""
        self._git("fetch", "--quiet", "--no-tags", self.remote, f"refs/heads/{branch}")
        told = self._git(
            "ls-tree", "-r", "-z", "--name-only", "FETCH_HEAD", "--", folder.as_posix()
        )
        return [Path(name) for name in told.split("\0") if name]

    def push_files(self, branch: str, files: Sequence[tuple[Path, str]], message: str) -> None:
        """Push a new branch: the commit checked out here, and these files on top. Raises GitError.

        A branch that is there already is left as it is, and GitError raised.
        """
        with TemporaryDirectory() as folder:
            index = {"GIT_INDEX_FILE": str(Path(folder) / "index")}
            self._git("read-tree", "HEAD", more=index)
            for path, text in files:
                blob = self._git("hash-object", "-w", "--stdin", given=text)
                entry = f"100644,{blob},{path.as_posix()}"
                self._git("update-index", "--add", "--cacheinfo", entry, more=index)
            tree = self._git("write-tree", more=index)
        commit = self._git("commit-tree", tree, "-p", "HEAD", "-m", message)
        # Without a name for what is there now, a push makes a branch and never replaces one.
        lease = f"--force-with-lease=refs/heads/{branch}:"
        self._git("push", "--quiet", lease, self.remote, f"{commit}:refs/heads/{branch}")

    def _git(self, *arguments: str, given: str = "", more: dict[str, str] | None = None) -> str:
        done = subprocess.run(  # noqa: S603 - no shell; file names are arguments of their own
            ["git", *arguments],  # noqa: S607 - the git of the machine
            cwd=self.folder,
            env={**os.environ, **(more or {})},
            input=given.encode(),
            capture_output=True,
            check=False,
        )
        if done.returncode:
            told = " ".join(done.stderr.decode(errors="replace").split())
            raise GitError(f"git：{told}")
        return done.stdout.decode().strip()
