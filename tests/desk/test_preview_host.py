"""The preview's host and the web editor: it is shown as it is, whatever else is wrong."""

import threading
from pathlib import Path
from urllib.request import urlopen

from plugins.desk.preview import Preview
from plugins.desk.preview_host import open_host


def test_web_editor_stays_while_content_is_mended(tmp_path: Path) -> None:
    """A save in the web editor does not load it again, nor does a broken build hide it."""
    page = "<html lang=zh-CN><head></head><body>编辑</body></html>"
    preview = Preview("pelicanconf.py", tmp_path, problems=("坏了",))
    (preview.site / "admin").mkdir(parents=True)
    (preview.site / "admin/index.html").write_text(page, "utf-8")
    with open_host(preview, 0) as host:
        threading.Thread(target=host.serve_forever, daemon=True).start()
        with urlopen(f"http://127.0.0.1:{host.server_port}/admin/") as answer:
            assert answer.read().decode() == page
        host.shutdown()
