"""What a production build owes its readers; where it cannot keep that, it stops."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from plugins.archive.content_error import ContentError
from plugins.archive.sources import Source


def find_unconverted(content: Path, sources: Iterable[Source]) -> Iterator[ContentError]:
    """Yield an error for each raw page of the folder `content` without any article, drafts too.

    A production build never converts: nobody would have read what it publishes.
    """
    raw_folder = content / "raw"
    converted = {source.raw for source in sources}
    for file in sorted(raw_folder.rglob("*.txt")):
        name = file.relative_to(raw_folder).as_posix()
        if name not in converted:
            hint = "还没有整理成文章，请先运行 make site；没有文章的版面请移出 content/raw/"
            yield ContentError(Path(content.name) / "raw" / name, None, hint)
