"""A static host for tests: plain files below a base path, and nothing at the host's root."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread


class StaticHost(SimpleHTTPRequestHandler):
    """Serves a folder below a base path such as /archive/, quietly."""

    def __init__(self, *request: object, base: str, directory: str) -> None:
        self.base = base
        super().__init__(*request, directory=directory)

    def translate_path(self, path: str) -> str:
        """Map an address to a file; what is not below the base path does not exist."""
        below = path.startswith(self.base)
        return super().translate_path(path.removeprefix(self.base) if below else "no-such-file")

    def log_message(self, *_: object) -> None:
        """Say nothing: the tests look at what the browser got."""


@contextmanager
def serve(folder: Path, base: str) -> Iterator[int]:
    """Serve a folder below a base path of this machine; gives the port."""
    handler = partial(StaticHost, base=base, directory=str(folder))
    host = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    Thread(target=host.serve_forever, daemon=True).start()
    try:
        yield host.server_port
    finally:
        host.shutdown()
        host.server_close()
