"""Where a file is edited on the web: the address of its form on the host of the repository."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, urlsplit

#: What hosts call the page that edits a file; others than these do as Gitea and Forgejo.
_FORMS = {"github.com": "edit", "gitee.com": "edit", "gitlab.com": "-/edit"}


@dataclass(frozen=True, slots=True)
class Editor:
    """A repository on the web, and the branch whose files are shown."""

    repository: str
    branch: str

    def address(self, path: Path) -> str:
        """Return the address at which a file is edited."""
        form = _FORMS.get(urlsplit(self.repository).netloc, "_edit")
        return f"{self.repository}/{form}/{quote(self.branch)}/{quote(path.as_posix())}"

    def compare(self, base: str) -> str:
        """Return the address at which a request to merge the branch is opened, as GitHub has it."""
        return f"{self.repository}/compare/{quote(base)}...{quote(self.branch)}?expand=1"


def find_editor(repository: str, environment: Mapping[str, str]) -> Editor | None:
    """Return the editor of the site's repository, None where none is set.

    A pull request's preview shows its own branch, as GitHub Actions names it (GITHUB_HEAD_REF).
    """
    branch = environment.get("GITHUB_HEAD_REF") or environment.get("GITHUB_REF_NAME") or "main"
    return Editor(repository.rstrip("/"), branch) if repository else None
