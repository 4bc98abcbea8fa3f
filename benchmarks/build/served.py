"""The preview's part: `python -m benchmarks.build.served` builds, edits, and builds again."""

import time
from pathlib import Path

from plugins.desk.preview import Preview

EDIT = "\n\n驻村工作队帮助合作社建起茶叶加工厂，带动120户增收。\n"


def edit_one(articles: Path) -> None:
    """Add a paragraph to the article in the middle."""
    files = sorted(articles.rglob("*.md"))
    file = files[len(files) // 2]
    file.write_text(f"{file.read_text('utf-8')}{EDIT}", encoding="utf-8")


def main() -> None:
    """Print how long the preview takes after a save: by the clock, and of its processor."""
    preview = Preview("pelicanconf.py", Path(".cache/preview"))
    preview.build()
    edit_one(Path("content/articles"))
    start, used = time.perf_counter(), time.process_time()
    preview.build()
    Path("served.txt").write_text(
        f"{time.perf_counter() - start} {time.process_time() - used}", encoding="utf-8"
    )


if __name__ == "__main__":
    main()
