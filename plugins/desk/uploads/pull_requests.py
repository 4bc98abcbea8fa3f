"""Pull requests of a repository on GitHub, by its REST API.

https://docs.github.com/rest/pulls/pulls; the runner of GitHub Actions names host, repository and
token in the environment.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from http.client import HTTPException
from urllib.error import HTTPError
from urllib.parse import quote
from urllib.request import Request, urlopen

from plugins.system.refusal import RefusalError

#: Seconds that an answer may take.
PATIENCE = 30


class HostError(RefusalError):
    """The host refused or did not answer; quotes what it said."""


@dataclass(frozen=True, slots=True)
class PullRequests:
    """The pull requests of one repository (owner/name)."""

    api: str
    repository: str
    token: str

    def find(self, branch: str) -> str | None:
        """Return the address of a branch's pull request, open or closed. Raises HostError."""
        owner = self.repository.partition("/")[0]
        found = self._ask(f"pulls?state=all&head={quote(f'{owner}:{branch}', safe='')}")
        return str(found[0]["html_url"]) if isinstance(found, list) and found else None

    def open(self, branch: str, base: str, title: str, text: str) -> str:
        """Open a pull request from `branch` to `base`; return its address. Raises HostError."""
        asked = {"head": branch, "base": base, "title": title, "body": text}
        opened = self._ask("pulls", asked)
        if not isinstance(opened, dict):
            raise HostError("托管网站的回答不是一个合并请求")
        return str(opened["html_url"])

    def _ask(self, path: str, sent: Mapping[str, str] | None = None) -> object:
        request = Request(  # noqa: S310 - the address that the runner gives
            f"{self.api}/repos/{self.repository}/{path}",
            data=json.dumps(sent).encode() if sent else None,
            headers={
                "Accept": "application/vnd.github+json",
                "Authorization": f"Bearer {self.token}",
                "Content-Type": "application/json",
                "X-GitHub-Api-Version": "2022-11-28",
            },
        )
        try:
            with urlopen(request, timeout=PATIENCE) as answer:  # noqa: S310 - as above
                return json.load(answer)
        except HTTPError as error:
            raise HostError(f"托管网站没有同意：{error.code} {_read_message(error)}") from None
        except (OSError, HTTPException, ValueError) as error:
            raise HostError(f"托管网站没有应答：{error}") from None


def find_host(environment: Mapping[str, str]) -> PullRequests | None:
    """Return the repository's pull requests, None where there is no token to ask with."""
    token = environment.get("GITHUB_TOKEN")
    repository = environment.get("GITHUB_REPOSITORY")
    if not token or not repository:
        return None
    return PullRequests(
        environment.get("GITHUB_API_URL", "https://api.github.com"), repository, token
    )


def _read_message(error: HTTPError) -> str:
    try:
        return str(json.load(error)["message"])
    except (ValueError, KeyError, TypeError, OSError):
        return error.reason
