"""Raw pages converted by the processes of this machine, or by the workers of a cluster.

To a worker travel the tables' files and the raw files. Where the conversion of many pages ends
before their articles are written, those that are done are kept for the next run.
"""

import pickle
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager, suppress
from functools import lru_cache, partial
from pathlib import Path

from plugins.desk.conversion.issues import Issue
from plugins.desk.conversion.manuscripts import ConvertedPage
from plugins.desk.conversion.page_conversion import convert_file
from plugins.desk.conversion.raw_files import IssueIndex, RawFile, read_raw_file
from plugins.site.kept.plain_pickles import load_plain
from plugins.site.settings.addresses import Addresses, read_addresses
from plugins.site.settings.tables import Tables, load_tables, rebuild_tables
from plugins.system.cluster.sharing import has_cluster, share_far
from plugins.system.cluster.worker import Errand, read_versions
from plugins.system.digests import DIGEST_BYTES, digest

DATA = Path(__file__).parents[3] / "content" / "data"
KEPT = Path(".cache/conversion")
#: From so many files on, the work is shared among processes and a progress bar shows how far.
_MANY = 4
#: Pages that travel together: some seconds' work.
BLOCK = 4


def convert_all(raws: Sequence[Path], issue: Issue) -> list[ConvertedPage]:
    """Convert each page; many pages on all processors, with a progress bar. Nothing is written.

    Raises ContentError, OSError, and ClusterError where the cluster that was asked for fails.
    """
    return _convert(_read_files(raws, issue), {})


@contextmanager
def convert_resumably(raws: Sequence[Path], issue: Issue) -> Iterator[list[ConvertedPage]]:
    """Give the pages, as convert_all does, to a block that writes their articles.

    Where either does not come to its end, the pages that are done are kept for the next run.
    """
    files = _read_files(raws, issue)
    if not _are_shared(files):
        yield _convert(files, {})
        return
    unfinished = UnfinishedPages(files)
    pages = unfinished.find()
    try:
        yield _convert(files, pages)
    except BaseException:
        unfinished.keep(pages)
        raise
    unfinished.remove()


def _read_files(raws: Sequence[Path], issue: Issue) -> list[RawFile]:
    index = IssueIndex()
    return [read_raw_file(raw, issue, index) for raw in raws]


def _are_shared(files: Sequence[RawFile]) -> bool:
    # Tables that were saved while they were read have no name: nothing is shared or kept by them.
    return len(files) >= _MANY and bool(read_tables().digest)


def _convert(files: Sequence[RawFile], pages: dict[int, ConvertedPage]) -> list[ConvertedPage]:
    """Convert the files whose numbers `pages` lacks, and put them there as they come."""
    new = [number for number in range(len(files)) if number not in pages]
    if _are_shared(files):
        done = _show_progress(_convert_many([files[number] for number in new]), len(new))
    else:
        done = enumerate(_convert_here(files[number]) for number in new)
    for place, page in done:
        pages[new[place]] = page
    return [pages[number] for number in range(len(files))]


def _show_progress(
    coming: Iterator[tuple[int, ConvertedPage]], count: int
) -> Iterable[tuple[int, ConvertedPage]]:
    from rich.console import Console
    from rich.progress import track

    # Processes begin as copies of this one, which must have no thread that draws by itself.
    return track(coming, "转换版面", count, console=Console(stderr=True), auto_refresh=False)


def _convert_many(files: Sequence[RawFile]) -> Iterator[tuple[int, ConvertedPage]]:
    """Yield the number of each file and the page that it becomes, as they come."""
    if not (has_cluster() and len(files) > BLOCK):
        with ProcessPoolExecutor() as pool:
            yield from enumerate(pool.map(_convert_here, files))
        return
    tables = read_tables()
    errand = Errand(prepare_conversion, tables.files_digest, tables.files)
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


class UnfinishedPages:
    """Pages of a run that has not come to its end, each in a file named by all that decides it.

    What other runs have left is not touched, unless other code has.
    """

    def __init__(self, files: Sequence[RawFile]) -> None:
        ground = digest(repr(read_versions()).encode(), read_tables().files_digest)
        self._folder = KEPT / digest(ground).hex()
        self._paths = [self._folder / f"{_name(file).hex()}.kept" for file in files]

    def find(self) -> dict[int, ConvertedPage]:
        """Return the pages that are there, by the numbers of their files."""
        found = ((number, _load_page(path)) for number, path in enumerate(self._paths))
        return {number: page for number, page in found if page}

    def keep(self, pages: Mapping[int, ConvertedPage]) -> None:
        """Keep these beside what is there."""
        if not pages:
            return
        self._folder.mkdir(parents=True, exist_ok=True)
        for other in set(KEPT.iterdir()) - {self._folder}:
            shutil.rmtree(other, ignore_errors=True)
        for number, page in pages.items():
            content = pickle.dumps(page, pickle.HIGHEST_PROTOCOL)
            self._paths[number].write_bytes(digest(content) + content)

    def remove(self) -> None:
        """Forget them: their articles are written."""
        for path in self._paths:
            path.unlink(missing_ok=True)
        with suppress(OSError):
            self._folder.rmdir()
            KEPT.rmdir()


def _name(file: RawFile) -> bytes:
    told = repr([(one.path, one.place, one.issue) for one in (file, *file.others)]).encode()
    return digest(told, file.data, *(other.data for other in file.others))


def _load_page(path: Path) -> ConvertedPage | None:
    content = path.read_bytes() if path.exists() else b""
    seal, content = content[:DIGEST_BYTES], content[DIGEST_BYTES:]
    if digest(content) != seal:
        return None
    page = load_plain(content)
    return page if isinstance(page, ConvertedPage) else None
