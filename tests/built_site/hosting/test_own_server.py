"""What docs/hosting.md says of a server of one's own: nginx's settings, and the daily run."""

import os
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

from tests.built_site.documentation.doc_commands import read_blocks
from tests.built_site.hosting.test_recipes import KEPT, SHORT, needs
from tests.built_site.serving import headers_for, read_rules
from tests.built_site.workflows.test_workflows import lint
from tests.structure.sources import ROOT

PAGE = ROOT / "docs/hosting.md"
SLOWEST = 120


def list_blocks(language: str) -> list[str]:
    """List the page's blocks in a language."""
    return [block.text for block in read_blocks(PAGE) if block.language == language]


def ask(port: int, path: str) -> HTTPResponse:
    """Ask the server for a path."""
    connection = HTTPConnection("127.0.0.1", port, timeout=SLOWEST)
    connection.request("GET", path)
    answer = connection.getresponse()
    answer.read()
    return answer


def wait_for(port: int) -> None:
    """Wait until the server answers."""
    deadline = time.monotonic() + SLOWEST
    while True:
        try:
            ask(port, "/")
        except OSError:
            assert time.monotonic() < deadline
            time.sleep(0.1)
        else:
            return


@contextmanager
def run_nginx(folder: Path, site: Path) -> Iterator[int]:
    """Run nginx with the page's settings on a site; gives the port."""
    server, kept = list_blocks("nginx")
    assert "root /var/www/archive;" in server
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    settings = [
        "user root;" if os.getuid() == 0 else "",
        f"daemon off; pid {folder}/pid; error_log {folder}/error.log; events {{}}",
        "http { include /etc/nginx/mime.types; access_log off;",
        kept,
        f"server {{ listen 127.0.0.1:{port};",
        server.replace("/var/www/archive", str(site)),
        "} }",
    ]
    file = folder / "nginx.conf"
    file.write_text("\n".join(settings), encoding="utf-8")
    serving = subprocess.Popen(["nginx", "-p", folder, "-c", file])
    try:
        wait_for(port)
        yield port
    finally:
        serving.terminate()
        serving.wait()


@needs("nginx")
def test_nginx_sends_what_the_site_asks_for(site: Path, tmp_path: Path) -> None:
    """Every file comes with its type, how long it may be kept, and headers as in `_headers`."""
    rules = read_rules(site)
    with run_nginx(tmp_path, site) as port:
        for file in (path for path in site.rglob("*") if path.is_file()):
            path = f"/{file.relative_to(site).as_posix()}"
            answer, asked = ask(port, path), headers_for(rules, path)
            assert answer.status == 200, path
            assert answer.headers["Cache-Control"] == (KEPT if "Cache-Control" in asked else SHORT)
            assert answer.headers["Content-Security-Policy"] == "frame-ancestors 'none'"
            for name in asked.keys() - {"Cache-Control", "Content-Security-Policy"}:
                assert answer.headers[name] == asked[name]
        assert ask(port, "/").headers["Content-Type"] == "text/html; charset=utf-8"
        lost = ask(port, "/articles/no/such.html")
        assert (lost.status, lost.headers["Content-Type"]) == (404, "text/html; charset=utf-8")


def test_headers_to_set_by_hand_are_those_of_the_site(site: Path) -> None:
    """The headers that the page lists are what `_headers` says, the policy in its short form."""
    (listed,) = (block for block in list_blocks("text") if "nosniff" in block)
    told = dict(line.split(": ", 1) for line in listed.splitlines())
    asked = headers_for(read_rules(site), "/index.html")
    assert told.keys() == asked.keys()
    assert asked["Content-Security-Policy"].endswith(told.pop("Content-Security-Policy"))
    assert told.items() <= asked.items()


def test_daily_workflow_is_sound(tmp_path: Path) -> None:
    """The workflow that wakes Netlify or Cloudflare Pages every day is clean for actionlint."""
    (workflow,) = list_blocks("yaml")
    file = tmp_path / "daily.yml"
    file.write_text(workflow, encoding="utf-8")
    assert lint([file]) == ""
