"""Raw pages converted by the processes of this machine, or by the workers of a cluster.

To a worker travel the tables' files and the raw files. Where the conversion of many pages ends
before all are done, those that are done are kept for the next run.
"""

import pickle
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import lru_cache, partial
from pathlib import Path

from rich.console import Console
from rich.progress import track

from plugins.desk.conversion.issues import Issue
from plugins.desk.conversion.manuscripts import ConvertedPage, convert_file
from plugins.desk.conversion.raw_files import RawFile, read_raw_file
from plugins.site.kept.kept_values import KeptValues
from plugins.site.kept.plain_pickles import load_plain
from plugins.site.settings.addresses import Addresses, read_addresses
from plugins.site.settings.tables import Tables, load_tables, rebuild_tables
from plugins.system.cluster.sharing import has_cluster, share_far
from plugins.system.cluster.worker import Errand, read_versions
from plugins.system.digests import Bytes, digest

DATA = Path(__file__).parents[3] / "content" / "data"
KEPT = Path(".cache/conversion")
#: From so many files on, the work is shared among processes and a progress bar shows how far.
_MANY = 4
#: Pages that travel together: some seconds' work.
BLOCK = 4


def convert_all(raws: Sequence[Path], issue: Issue) -> list[ConvertedPage]:
    """Convert each page; many pages on all processors, with a progress bar.

    Raises ContentError, OSError, and ClusterError where the cluster that was asked for fails.
    """
    files = [read_raw_file(raw, issue) for raw in raws]
    # Tables that were saved while they were read have no name: nothing is shared or kept by them.
    if len(files) < _MANY or not read_tables().digest:
        return [_convert_here(file) for file in files]
    kept = _KeptPages()
    pages = {number: page for number, file in enumerate(files) if (page := kept.find(file))}
    new = [number for number in range(len(files)) if number not in pages]
    done = _convert_many([files[number] for number in new])
    try:
        for place, page in track(done, "转换版面", len(new), console=Console(stderr=True)):
            pages[new[place]] = page
            kept.add(files[new[place]], page)
    except BaseException:
        kept.keep()
        raise
    kept.clear()
    return [pages[number] for number in range(len(files))]


def _convert_many(files: Sequence[RawFile]) -> Iterator[tuple[int, ConvertedPage]]:
    """Yield the number of each file and the page that it becomes, as they come."""
    if not (has_cluster() and len(files) > BLOCK):
        with ProcessPoolExecutor() as pool:
            yield from enumerate(pool.map(_convert_here, files))
        return
    errand = Errand(prepare_conversion, _name_tables(), read_tables().files)
    yield from share_far(errand, _convert_here, files, BLOCK)


def _convert_here(file: RawFile) -> ConvertedPage:
    return convert_file(file, read_tables())


def prepare_conversion(tables: Mapping[str, bytes]) -> Callable[[RawFile], ConvertedPage]:
    """Return what converts a raw file on a worker, by the files of the tables."""
    return partial(convert_file, tables=rebuild_tables(tables))


def read_record() -> Addresses:
    """The record of addresses: the one table that is needed where no page is new."""
    return read_addresses(DATA)


@lru_cache(maxsize=1)
def read_tables() -> Tables:
    """The editors' tables, read once a process; they cannot travel between processes."""
    return load_tables(DATA)


def _name_tables() -> bytes:
    files = read_tables().files.items()
    return digest(*(part for name, content in files for part in (name.encode(), content)))


class _KeptPages:
    """Pages that a run has converted before it was ended, by all that decides them."""

    def __init__(self) -> None:
        self._ground = _name_tables()
        name = digest(repr(read_versions()).encode()).hex()
        self._values: KeptValues[ConvertedPage] = KeptValues(KEPT / f"{name}.arrays")

    def _name(self, file: RawFile) -> bytes:
        told = repr([(one.path, one.place, one.issue) for one in (file, *file.others)]).encode()
        return digest(self._ground, told, file.data, *(other.data for other in file.others))

    def find(self, file: RawFile) -> ConvertedPage | None:
        return self._values.find(self._name(file), _load_page)

    def add(self, file: RawFile, page: ConvertedPage) -> None:
        content = pickle.dumps(page, pickle.HIGHEST_PROTOCOL)
        self._values.add(self._name(file), content, page)

    def keep(self) -> None:
        self._values.keep()

    def clear(self) -> None:
        """Forget them: their articles are about to be written."""
        shutil.rmtree(KEPT, ignore_errors=True)


def _load_page(content: Bytes) -> ConvertedPage:
    page = load_plain(content)
    if not isinstance(page, ConvertedPage):
        raise pickle.UnpicklingError(f"{type(page)} is no page")
    return page
