"""The preview's host: the built pages with a script that follows them, on this machine only."""

import json
from contextlib import suppress
from functools import lru_cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from plugins.desk.preview.preview import Preview
from plugins.system.digests import digest

#: Where the preview's own files are asked for, and the kind of each.
OWN = "/_preview/"
KINDS = {f"{OWN}bar.js": "text/javascript", f"{OWN}bar.css": "text/css"}
STATE = f"{OWN}state"
#: The web editor: what it saves must not load it again, and it mends what is wrong.
EDITOR = "/admin/"
TAGS = (
    f'<link rel="stylesheet" href="{OWN}bar.css"><script src="{OWN}bar.js" defer></script></head>'
)
#: What else a page is shown by; where one of these is another, it is loaded again.
SHOWN_BY = ("theme/css/site.css", "theme/js/site.js")
SEARCHED_BY = {"search.html": ("search/manifest.json",)}
#: The page for what is not there, and the status with which pages are sent that are no answer.
MISSING = "404.html"
STATUS = {MISSING: 404, "": 500}
NOTHING = """<!DOCTYPE html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>网站没有生成</title>
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy"
 content="default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'">
</head><body><main><h1>网站没有生成</h1></main></body></html>"""


class PreviewHandler(SimpleHTTPRequestHandler):
    """Serves the preview's pages, and tells them what is wrong and what is being renewed."""

    def __init__(self, *request: object, preview: Preview) -> None:
        self.preview = preview
        super().__init__(*request, directory=str(preview.site))  # type: ignore[arg-type] # socketserver's own arguments

    def do_GET(self) -> None:
        """Answer a request; every page carries the script."""
        asked = urlsplit(self.path)
        path = asked.path
        if path == STATE:
            page = parse_qs(asked.query).get("page", ["/"])[0]
            self._send(self._tell_state(page), "application/json")
        elif path in KINDS:
            script = files("plugins.desk.preview").joinpath(path.removeprefix(OWN))
            self._send(script.read_text(encoding="utf-8"), KINDS[path])
        elif path.startswith(EDITOR) or not path.endswith(("/", ".html")):
            super().do_GET()
        else:
            self._send_page(path)

    def _tell_state(self, page: str) -> str:
        version = self._name_version(self._find_page(page))
        problems, renewing = [told.words for told in self.preview.problems], self.preview.renewing
        return json.dumps({"version": version, "problems": problems, "renewing": renewing})

    def _send_page(self, path: str) -> None:
        file = self._find_page(path)
        # Before it is read: what takes its place in between has another, and is loaded at once.
        version = self._name_version(file)
        text = _read(file).decode() if file else ""
        status = STATUS.get(file.name if file and text else "", 200)
        shown = (text or NOTHING).replace("</head>", TAGS, 1)
        self._send(
            shown.replace("<html ", f'<html data-version="{version}" ', 1), "text/html", status
        )

    def _find_page(self, path: str) -> Path | None:
        """Return the file that answers for an address, None where nothing does."""
        asked = Path(self.translate_path(path))
        candidates = (asked / "index.html", asked, self.preview.site / MISSING)
        return next(filter(_name_file, candidates), None)

    def _name_version(self, file: Path | None) -> str:
        """Return what stands for all that decides how a page looks."""
        names = (*SHOWN_BY, *SEARCHED_BY.get(file.name if file else "", ()))
        others = [self.preview.site / name for name in names]
        return digest(*map(_name_file, [file, *others] if file else others)).hex()

    def _send(self, text: str, kind: str, status: int = 200) -> None:
        body = text.encode()
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def end_headers(self) -> None:
        """Keep browsers from showing an earlier build."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing: the terminal is for what editors must know."""


def _read(file: Path) -> bytes:
    """Return what a file holds, nothing where it is gone: a new site may just take its place."""
    # ValueError: no file can have such a name.
    with suppress(OSError, ValueError):
        return file.read_bytes()
    return b""


def _name_file(file: Path) -> bytes:
    """Return the digest of what a file holds, nothing where that is nothing.

    Every page that is open asks three times a second: it is read again when its state is another.
    """
    with suppress(OSError, ValueError):
        state = file.stat()
        return _name_content(file, (state.st_ino, state.st_size, state.st_mtime_ns))
    return b""


@lru_cache(maxsize=100)
def _name_content(file: Path, _state: tuple[int, ...]) -> bytes:
    content = _read(file)
    return digest(content) if content else b""


def open_host(preview: Preview, port: int) -> ThreadingHTTPServer:
    """Return a host for the preview. Raises OSError where the port is taken."""
    return ThreadingHTTPServer(("127.0.0.1", port), partial(PreviewHandler, preview=preview))
