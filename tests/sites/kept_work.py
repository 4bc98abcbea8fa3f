"""What the builds of the tests share, for it is the same for all of them: none is made twice.

A build from nothing is what tests/built_site/production compares with one that was not.
"""

from pathlib import Path

from tests.sites.compiled_templates import CompiledTemplates
from tests.structure.sources import ROOT

#: Kept under the digest of all that goes into it: the theme's bundles, the web editor's script,
#: the tables of words and of traditional characters.
SHARED = ("admin", "dictionary", "theme", "traditional")


def share_kept(cache: Path) -> Path:
    """Let a site's folder of kept work have what is every site's from here; return it."""
    cache.mkdir(parents=True, exist_ok=True)
    for name in SHARED:
        shared = ROOT / ".cache" / name
        shared.mkdir(parents=True, exist_ok=True)
        if not (cache / name).exists():
            (cache / name).symlink_to(shared)
    return cache


#: Compiling takes a third of a small site's build.
COMPILED = CompiledTemplates()
