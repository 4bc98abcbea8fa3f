"""How processes share the tests: a file's tests stay together, for they share what one has made.

Marks of xdist's own groups would say the same, if pytest still read the names that they change.
"""

from xdist.scheduler import LoadScopeScheduling

#: Where not a file's but other tests stay together, by how their names begin: a folder's, which
#: share a cluster, a site of attacks, warm processes, parsed sources; and what is half of a file.
TOGETHER = (
    "tests/built_site/documentation/test_documentation.py::test_commands_of_a_page_work[README",
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
    "tests/desk/review/",
    "tests/search/",
    "tests/site/",
    "tests/desk/",
    "tests/structure/",
)


class Distribution(LoadScopeScheduling):
    """Gives a process the tests of one unit after those of another, in the order of their names."""

    def _split_scope(self, nodeid: str) -> str:
        return find_unit(nodeid)


def find_unit(nodeid: str) -> str:
    """Name the tests that stay together with one, itself included."""
    file = nodeid.partition("::")[0]
    return next((place for place in TOGETHER if nodeid.startswith(place)), file)


def rank(nodeid: str) -> int:
    """Tell how early a test begins: the first is 0."""
    return next((n for n, place in enumerate(DEAR) if nodeid.startswith(place)), len(DEAR))
