"""Which reader a raw page's file goes to, by its name's ending."""

from collections.abc import Callable
from functools import lru_cache
from pathlib import PurePath

from plugins.newspaper.sources.alto_file import read_alto
from plugins.newspaper.sources.json_file import read_json
from plugins.newspaper.sources.pdf_file import read_pdf
from plugins.newspaper.sources.plain_text import read_plain_text
from plugins.newspaper.sources.raw_page import Line, RawPage, make_raw_page, refuse
from plugins.newspaper.sources.web_page import read_web_page
from plugins.newspaper.sources.word_file import read_word

Reader = Callable[[bytes, str], list[Line]]
READERS: dict[str, Reader] = {
    ".txt": read_plain_text,
    ".html": read_web_page,
    ".htm": read_web_page,
    ".docx": read_word,
    ".pdf": read_pdf,
    ".json": read_json,
    ".xml": read_alto,
}
#: One page of a broadsheet holds some 10,000 characters; this is a hundred times as much.
_MOST_TEXT = 4_000_000
#: With pictures and type inside.
_MOST_FILE = 40_000_000


def find_limit(name: str) -> int:
    """How many bytes a file called `name` may have."""
    return _MOST_FILE if _get_suffix(name) in (".pdf", ".docx") else _MOST_TEXT


@lru_cache(maxsize=2)
def read_raw_page(data: bytes, name: str) -> RawPage:
    """The lines of `data`, the content of the file called `name`.

    A page is looked through for what it leads to before it is converted, so the last ones are
    remembered. Raises ContentError for what is empty, too large, broken, locked or of no format in
    use. Of a file larger than its limit it is enough to give one byte more than that.
    """
    limit = find_limit(name)
    if len(data) > limit:
        raise refuse(name, f"一个版面不应超过 {limit:,} 字节，请按版面分成几个文件")
    suffix = _get_suffix(name)
    read = READERS.get(suffix)
    if read is None:
        kinds = "、".join(READERS)
        raise refuse(name, f"不认识 {suffix or '没有扩展名的'} 文件，可以放 {kinds}")
    return make_raw_page(name, read(data, name))


def _get_suffix(name: str) -> str:
    return PurePath(name).suffix.lower()
