"""The preview's host: pages that tell how the site stands, and the web editor as it is."""

import json
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

import plugins.desk.preview.host as host
from plugins.desk.preview.host import open_host
from plugins.desk.preview.preview import Preview
from plugins.desk.preview.workshop import Problem

#: What is done at a moment that comes once.
Deeds = list[Callable[[], object]]
PAGE = "<html lang=zh-CN><head></head><body>编辑</body></html>"


@pytest.fixture
def preview(tmp_path: Path) -> Preview:
    """Give a preview with a site of one page and the web editor, and something wrong."""
    preview = Preview("pelicanconf.py", tmp_path, problems=[Problem("坏了")])
    for folder in ("admin", "articles", "theme/css"):
        (preview.site / folder).mkdir(parents=True)
    for file in ("admin/index.html", "articles/one.html", "404.html"):
        (preview.site / file).write_text(PAGE, "utf-8")
    return preview


@pytest.fixture
def home(preview: Preview) -> Iterator[str]:
    """Give the address of its host."""
    with open_host(preview, 0) as host:
        threading.Thread(target=host.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{host.server_port}"
        host.shutdown()


def read(address: str) -> str:
    """Return what an address answers."""
    with urlopen(address) as answer:  # noqa: S310 - the host of this test
        return str(answer.read().decode())


def ask_state(home: str, page: str) -> dict[str, object]:
    """Return what a page is told of the site."""
    state: dict[str, object] = json.loads(read(f"{home}/_preview/state?page={page}"))
    return state


def test_web_editor_stays_while_content_is_mended(home: str) -> None:
    """A save in the web editor does not load it again, nor does a broken build hide it."""
    assert read(f"{home}/admin/") == PAGE


def test_a_page_is_loaded_again_when_it_looks_different(preview: Preview, home: str) -> None:
    """Its version is another once its text or the style sheet is; another page's save is none."""
    page = "/articles/one.html"
    versions = [ask_state(home, page)["version"]]
    assert f'data-version="{versions[0]}"' in read(home + page)
    (preview.site / "404.html").write_text("", "utf-8")
    assert ask_state(home, page)["version"] == versions[0]
    for file in ("articles/one.html", "theme/css/site.css"):
        (preview.site / file).write_text(f"{PAGE}!", "utf-8")
        versions.append(ask_state(home, page)["version"])
    assert len(set(versions)) == 3


def test_pages_are_told_what_is_wrong(home: str) -> None:
    """What is wrong is told to the page that is open; what is nowhere is a page that says so."""
    told = ask_state(home, "/articles/one.html")
    assert (told["problems"], told["renewing"]) == (["坏了"], "")
    with pytest.raises(HTTPError, match="404"):
        read(f"{home}/none.html")


def test_what_is_gone_at_this_moment_is_no_fault(preview: Preview, home: str) -> None:
    """A file that is there and cannot be read, as while sites change places, is as if it were not.

    Nor is a state that is asked for without saying which page is open.
    """
    unreadable = Path("/proc/self/mem")
    if not unreadable.is_file():
        pytest.skip("only Linux has a file that nobody can read")
    for file in ("articles/gone.html", "theme/css/site.css"):
        (preview.site / file).symlink_to(unreadable)
    with pytest.raises(HTTPError, match="404"):
        read(f"{home}/articles/gone.html")
    assert json.loads(read(f"{home}/_preview/state"))["problems"] == ["坏了"]


@pytest.fixture
def at_second_reading(preview: Preview, monkeypatch: pytest.MonkeyPatch) -> Deeds:
    """Give a list whose one deed is done as the page is read for the second time: as it is sent."""
    deeds: Deeds = []
    read_file, page, readings = host._read, preview.site / "articles/one.html", [0]

    def read_late(file: Path) -> bytes:
        readings[0] += file == page
        text = read_file(file)
        if readings[0] == 2 and deeds:
            deeds.pop()()
            return text if page.exists() else b""
        return text

    monkeypatch.setattr(host, "_read", read_late)
    return deeds


def test_a_page_saved_as_it_is_sent_is_loaded_again(
    preview: Preview, home: str, at_second_reading: Deeds
) -> None:
    """What was read before a save has not the version of what was saved."""
    page = "/articles/one.html"
    at_second_reading.append(lambda: (preview.site / page[1:]).write_text(f"{PAGE}!", "utf-8"))
    sent = read(home + page)
    assert sent.endswith("编辑</body></html>") and not at_second_reading
    assert f'data-version="{ask_state(home, page)["version"]}"' not in sent


def test_a_page_gone_as_it_is_sent_asks_again(
    preview: Preview, home: str, at_second_reading: Deeds
) -> None:
    """Where nothing could be read the page says so, and carries the script that follows."""
    at_second_reading.append((preview.site / "articles/one.html").unlink)
    with pytest.raises(HTTPError, match="500") as refused:
        read(f"{home}/articles/one.html")
    assert "_preview/bar.js" in refused.value.read().decode()


def test_before_there_is_a_site_a_page_waits_for_it(tmp_path: Path) -> None:
    """Where the first build has failed, what is wrong stands in a page of its own."""
    with open_host(Preview("pelicanconf.py", tmp_path), 0) as host:
        threading.Thread(target=host.serve_forever, daemon=True).start()
        with pytest.raises(HTTPError, match="500") as refused:
            read(f"http://127.0.0.1:{host.server_port}/")
        host.shutdown()
    assert "网站没有生成" in refused.value.read().decode()
