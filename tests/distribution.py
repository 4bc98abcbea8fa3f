"""How processes share the tests: a file's or a folder's stay together, for they share what is made.

Marks of xdist's own groups would say the same, if pytest still read the names that they change.
"""

from xdist.scheduler import LoadScopeScheduling

#: Folders whose tests share what is dear to make: parsed pages or sources, a preview, warm
#: processes, a site of attacks, a cluster.
TOGETHER = (
    "tests/built_site/pages/",
    "tests/desk/review/",
    "tests/faults/",
    "tests/hostile/",
    "tests/structure/",
    "tests/system/cluster/",
)
#: What takes longest, by how it begins: it begins first, so that no process is alone with it at the
#: end.
DEAR = (
    "tests/built_site/reading/test_kinds.py",
    "tests/built_site/documentation/",
    "tests/faults/",
    "tests/hostile/",
    "tests/built_site/reading/test_large_archive.py",
    "tests/built_site/web_editor/",
    "tests/built_site/workflows/",
    "tests/system/cluster/",
    "tests/built_site/",
    "tests/laws/",
    "tests/newspaper/test_recovery.py",
    "tests/newspaper/test_damaged_pages.py",
    "tests/desk/review/",
    "tests/search/",
    "tests/site/",
    "tests/desk/",
    "tests/structure/",
    "tests/figures/naming/",
    "tests/output/",
    "tests/system/",
)


class Distribution(LoadScopeScheduling):
    """Gives a process the tests of one unit after those of another, in the order of their names."""

    def _split_scope(self, nodeid: str) -> str:
        return find_unit(nodeid)


def find_unit(nodeid: str) -> str:
    """Name the folder or the file whose tests stay together with one."""
    file = nodeid.partition("::")[0]
    return next((folder for folder in TOGETHER if file.startswith(folder)), file)


def rank(nodeid: str) -> int:
    """Tell how early a test begins: the first is 0."""
    return next((n for n, place in enumerate(DEAR) if nodeid.startswith(place)), len(DEAR))
