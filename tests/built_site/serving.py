"""A static host for tests, which does as Netlify and Cloudflare Pages do.

It serves plain files below a base path, with the headers that the site's `_headers` asks for; what
is not there is answered by the site's 404.html. Outside the base path there is nothing.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

Rules = list[tuple[re.Pattern[str], str, str]]


def read_rules(folder: Path) -> Rules:
    """Read a folder's `_headers`, if it has one: (pattern of addresses, header, value)."""
    file = folder / "_headers"
    rules: Rules = []
    for line in file.read_text(encoding="utf-8").splitlines() if file.exists() else ():
        if line.startswith("/"):
            pattern = re.compile(re.sub(r":\w+", "[^/]+", re.escape(line).replace(r"\*", ".*")))
        elif line.strip():
            name, value = line.strip().split(": ", 1)
            rules.append((pattern, name, value))
    return rules


def headers_for(rules: Rules, path: str) -> dict[str, str]:
    """Give the headers of an address; what two rules set is joined, as Cloudflare Pages does."""
    headers: dict[str, str] = {}
    for pattern, name, value in rules:
        if pattern.fullmatch(path):
            headers[name] = f"{headers[name]}, {value}" if name in headers else value
    return headers


class StaticHost(SimpleHTTPRequestHandler):
    """Serves a folder below a base path such as /archive/, quietly."""

    def __init__(self, *request: object, base: str, directory: str, rules: Rules) -> None:
        self.base = base
        self.rules = rules
        super().__init__(*request, directory=directory)

    def translate_path(self, path: str) -> str:
        """Map an address to a file; what is not below the base path does not exist."""
        below = path.startswith(self.base)
        return super().translate_path(path.removeprefix(self.base) if below else "no-such-file")

    def end_headers(self) -> None:
        """Add the headers that the site asks for."""
        path = "/" + self.path.partition("?")[0].removeprefix(self.base)
        for name, value in headers_for(self.rules, path).items():
            self.send_header(name, value)
        super().end_headers()

    def send_error(self, code: int, *message: object, **more: object) -> None:
        """Show the site's own page where there is none below the base path."""
        page = Path(self.directory, "404.html")
        if code != HTTPStatus.NOT_FOUND or not self.path.startswith(self.base) or not page.exists():
            super().send_error(code, *message, **more)
            return
        body = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing: the tests look at what the browser got."""


@contextmanager
def serve(folder: Path, base: str) -> Iterator[int]:
    """Serve a folder below a base path of this machine; gives the port."""
    handler = partial(StaticHost, base=base, directory=str(folder), rules=read_rules(folder))
    host = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    Thread(target=host.serve_forever, daemon=True).start()
    try:
        yield host.server_port
    finally:
        host.shutdown()
        host.server_close()
