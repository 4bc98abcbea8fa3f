"""Which reader a raw page's file goes to, by its name's ending."""

from collections.abc import Callable
from functools import lru_cache
from importlib import import_module
from pathlib import PurePath

from plugins.newspaper.sources.raw_page import Line, RawPage, make_raw_page, refuse

Reader = Callable[[bytes, str], list[Line]]
#: The module of each reader and its name there: it is loaded for the first file of its kind.
READERS = {
    ".txt": ("plain_text", "read_plain_text"),
    ".html": ("web_page", "read_web_page"),
    ".htm": ("web_page", "read_web_page"),
    ".docx": ("word_file", "read_word"),
    ".pdf": ("pdf_file", "read_pdf"),
    ".json": ("json_file", "read_json"),
    ".jsonl": ("json_file", "read_json"),
    ".xml": ("alto_file", "read_alto"),
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
    if suffix not in READERS:
        kinds = "、".join(READERS)
        raise refuse(name, f"不认识 {suffix or '没有扩展名的'} 文件，可以放 {kinds}")
    return make_raw_page(name, _load_reader(suffix)(data, name))


def _load_reader(suffix: str) -> Reader:
    module, function = READERS[suffix]
    reader: Reader = getattr(import_module(f"{__package__}.{module}"), function)
    return reader


def _get_suffix(name: str) -> str:
    return PurePath(name).suffix.lower()
