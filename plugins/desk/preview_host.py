"""The preview's host: the built pages with a script that reloads them, on this machine only."""

import html
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files
from pathlib import Path

from plugins.desk.preview import Preview

SCRIPT, VERSION = "/_preview/reload.js", "/_preview/version"
#: The web editor: what it saves must not load it again, and it mends what is wrong.
EDITOR = "/admin/"
TAG = f'<script src="{SCRIPT}" defer></script></head>'
PROBLEMS = """<!DOCTYPE html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>网站没有生成</title>
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy"
 content="default-src 'none'; script-src 'self'; connect-src 'self'">
</head><body><main><h1>网站没有生成</h1>
<p>改正下面各处并保存，这一页会自动更新。</p><ol>{}</ol></main></body></html>"""


class PreviewHandler(SimpleHTTPRequestHandler):
    """Serves the preview's pages, or while a build is broken what is wrong with it."""

    def __init__(self, *request: object, preview: Preview) -> None:
        self.preview = preview
        super().__init__(*request, directory=str(preview.site))  # type: ignore[arg-type] # socketserver's own arguments

    def do_GET(self) -> None:
        """Answer a request; every page carries the reloading script."""
        path = self.path.partition("?")[0]
        if path == VERSION:
            self._send(str(self.preview.version), "text/plain")
        elif path == SCRIPT:
            script = files("plugins.desk").joinpath("reload.js").read_text(encoding="utf-8")
            self._send(script, "text/javascript")
        elif path.startswith(EDITOR) or not path.endswith(("/", ".html")):
            super().do_GET()
        elif self.preview.problems:
            listed = "".join(f"<li>{html.escape(line)}</li>" for line in self.preview.problems)
            self._send(self._mark(PROBLEMS.format(listed)), "text/html", 500)
        else:
            self._send_page(path)

    def _send_page(self, path: str) -> None:
        file = Path(self.translate_path(path))
        file = file / "index.html" if file.is_dir() else file
        found = file.is_file()
        page = file if found else self.preview.site / "404.html"
        text = self._mark(page.read_text(encoding="utf-8"))
        self._send(text, "text/html", 200 if found else 404)

    def _mark(self, page: str) -> str:
        """Put the script, and the version that the page is of, into a page."""
        version = f'<html data-version="{self.preview.version}" '
        return page.replace("</head>", TAG, 1).replace("<html ", version, 1)

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


def open_host(preview: Preview, port: int) -> ThreadingHTTPServer:
    """Return a host for the preview. Raises OSError where the port is taken."""
    return ThreadingHTTPServer(("127.0.0.1", port), partial(PreviewHandler, preview=preview))
