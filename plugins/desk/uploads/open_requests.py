"""Branches pushed and pull requests opened for what `propose` wrote; the second job of convert.yml.

`python3 -S -m plugins.desk.uploads.open_requests FILE` uses nothing but Python's own library: this
job may write to the repository, and no installed package runs in it. What the first job hands over
is looked at as if it came from a stranger: only new branches under convert/, only articles.
"""

import json
import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from plugins.chinese.expressions import compile_late
from plugins.desk.uploads.branches import PREFIX, GitError, Repository
from plugins.desk.uploads.editing import Editor
from plugins.desk.uploads.pull_requests import HostError, PullRequests, find_host
from plugins.desk.uploads.runner import find_site, tell

BRANCH = compile_late(rf"{PREFIX}[a-z0-9-]+")
ARTICLE = compile_late(r"content/articles/(\d{4}|undated)/[a-z0-9-]+\.md")
SETTING = "Settings → Actions → General → Allow GitHub Actions to create and approve pull requests"


@dataclass(frozen=True, slots=True)
class Request:
    """A request to be opened: its branch, its words, and the files on the branch."""

    branch: str
    title: str
    text: str
    files: Mapping[str, str]

    @property
    def is_sound(self) -> bool:
        """Whether it adds articles on a branch of its own, and nothing else."""
        names = all(ARTICLE.fullmatch(name) for name in self.files)
        return bool(BRANCH.fullmatch(self.branch)) and bool(self.files) and names


@dataclass(frozen=True, slots=True)
class Opening:
    """Where requests are opened; without a `host` branches are pushed and the words shown."""

    repository: Repository
    host: PullRequests | None
    site: str
    base: str

    def open(self, request: Request) -> bool:
        """Push a request's branch and open it, unless that was done; say whether all went well."""
        if not request.is_sound:
            tell(f"{request.title}：分支或文件名不对，没有推送", failed=True)
            return False
        try:
            known = self.host.find(request.branch) if self.host else None
            if known:
                tell(f"{request.title}：已有合并请求 {known} ，没有再开")
                return True
            # A run that was stopped before it opened the request has left the branch.
            if request.branch not in self.repository.list_branches(request.branch):
                files = [(Path(name), text) for name, text in request.files.items()]
                self.repository.push_files(request.branch, files, request.title)
            return self._ask(request)
        except GitError as error:
            tell(f"{request.title}：没能推送分支，请重新运行（{error}）", failed=True)
        except HostError as error:
            tell(f"{request.title}：没能查到合并请求，请重新运行（{error}）", failed=True)
        return False

    def _ask(self, request: Request) -> bool:
        if self.host is None:
            tell(f"{request.title}，在分支 {request.branch}", more=request.text)
            return True
        try:
            address = self.host.open(request.branch, self.base, request.title, request.text)
        except HostError as error:
            by_hand = Editor(self.site, request.branch).compare(self.base)
            told = f"没能自动开合并请求（{error}），请打开 {by_hand} 自己开"
            setting = f"要让它自动开，请勾选 {SETTING}"
            tell(f"{request.title}：{told}。{setting}", failed=True, more=request.text)
            return False
        tell(f"{request.title}，请核对：{address}")
        return True


def main(file: Path) -> None:
    """Open all requests of a file; exit with status 1 where one failed."""
    requests = [Request(**one) for one in json.loads(file.read_text(encoding="utf-8"))]
    base = os.environ.get("GITHUB_REF_NAME", "main")
    opening = Opening(Repository(Path()), find_host(os.environ), find_site(os.environ), base)
    done = [opening.open(request) for request in requests]
    sys.exit(not all(done))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
