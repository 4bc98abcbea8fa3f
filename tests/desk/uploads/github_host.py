"""A stand-in for GitHub's pull requests: the two calls that the desk makes, over real HTTP."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from urllib.parse import parse_qs, urlsplit

REPOSITORY = "kangning/archive"
REFUSAL = "GitHub Actions is not permitted to create or approve pull requests."
PULLS = f"/repos/{REPOSITORY}/pulls"


@dataclass
class GitHub:
    """The requests that were opened, and whether the next ones are refused."""

    requests: list[dict[str, str]] = field(default_factory=list)
    tokens: set[str] = field(default_factory=set)
    refuses: bool = False
    api: str = ""

    @property
    def environment(self) -> dict[str, str]:
        """What a runner's environment says of this host."""
        return {
            "GITHUB_API_URL": self.api,
            "GITHUB_SERVER_URL": "https://github.com",
            "GITHUB_REPOSITORY": REPOSITORY,
            "GITHUB_REF_NAME": "main",
            "GITHUB_TOKEN": "a-token",
        }


@contextmanager
def run_github() -> Iterator[GitHub]:
    """Run the stand-in on a free port."""
    github = GitHub()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked = urlsplit(self.path)
            head = parse_qs(asked.query)["head"][0]
            found = [r for r in github.requests if f"kangning:{r['head']}" == head]
            self.answer(200 if asked.path == PULLS else 404, found)

        def do_POST(self) -> None:
            github.tokens.add(self.headers["Authorization"])
            sent = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            if github.refuses:
                self.answer(403, {"message": REFUSAL})
                return
            number = len(github.requests) + 1
            opened = sent | {"html_url": f"https://github.com/{REPOSITORY}/pull/{number}"}
            github.requests.append(opened)
            self.answer(201, opened)

        def answer(self, status: int, told: object) -> None:
            body = json.dumps(told).encode()
            self.send_response(status)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    host = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    github.api = f"http://127.0.0.1:{host.server_port}"
    Thread(target=host.serve_forever, daemon=True).start()
    yield github
    host.shutdown()
    host.server_close()
