"""Raw files as read, and what they are called: by their place under content/raw/."""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from plugins.chinese.pinyin import slugify
from plugins.content.content_error import ContentError
from plugins.content.raw_folder import list_pages_beside, list_raw_pages
from plugins.desk.conversion.issues import Issue, find_issue, read_sidecar
from plugins.newspaper import read_raw_page
from plugins.newspaper.continued_articles import list_pointers
from plugins.newspaper.conversion import read_heads
from plugins.newspaper.sources.formats import find_limit
from plugins.system.refusal import RefusalError
from plugins.system.time_limit import limit_time

#: Seconds of the processor for a page, and the bytes for which it gets one more. A tenth of either
#: is enough for pages of every kind that were measured.
PAGE_SECONDS, BYTES_A_SECOND = 30.0, 3_000
#: A day and the number of a page; None where a raw page says neither.
_Place: TypeAlias = tuple[datetime.date | None, int | None]


@dataclass(frozen=True, slots=True)
class RawFile:
    """A raw file as read: all that articles are made of but the tables.

    `path` names it in messages, `place` is its path under content/raw/; `issue` is what the command
    and the sidecar say. `others` are those pages of its issue that its text leads to or comes from,
    whose own others are left out.
    """

    path: Path
    place: Path
    data: bytes
    issue: Issue
    others: tuple["RawFile", ...] = ()


class IssueIndex:
    """Which raw pages are of which issue: an archive is looked through once, when it is asked."""

    def __init__(self) -> None:
        self._folders = dict[Path, Mapping[_Place, Sequence[tuple[Path, Issue]]]]()

    def list_pages(self, raw: Path, issue: Issue, number: int) -> list[tuple[Path, Issue]]:
        """The other files of the raw page's archive that are page `number` of its issue.

        Of a page that is in none, the files beside it: what is in folders there nobody named.
        """
        own = raw.resolve()
        archive = next((p for p in own.parents if p.parts[-2:] == ("content", "raw")), None)
        folder = archive or raw.parent
        if folder not in self._folders:
            pages = list_raw_pages(archive) if archive else list_pages_beside(raw)
            self._folders[folder] = _index_pages(pages)
        same = self._folders[folder].get((issue.date, number), ())
        return [(p, i) for p, i in same if _is_same_paper(i, issue) and p.resolve() != own]


def _index_pages(pages: Iterable[Path]) -> Mapping[_Place, Sequence[tuple[Path, Issue]]]:
    index = defaultdict[_Place, list[tuple[Path, Issue]]](list)
    for path in pages:
        issue = _read_issue(path)
        index[issue.date, issue.page].append((path, issue))
    return index


def _is_same_paper(told: Issue, issue: Issue) -> bool:
    return len({told.newspaper, issue.newspaper} - {None}) < 2


def _read_issue(raw: Path) -> Issue:
    """Which issue a raw page is of; none where it cannot be read, which its conversion says."""
    try:
        data = raw.read_bytes()
        with limit_time(allow_seconds(data)):
            return read_sidecar(raw).fill(find_issue(read_heads(data, str(raw))))
    except (RefusalError, OSError):
        return Issue()


def read_raw_file(raw: Path, given: Issue, index: IssueIndex | None = None) -> RawFile:
    """Read a raw file; `given` is what the command says of its issue.

    Who reads many gives all the same `index`. Raises ContentError where its sidecar is broken,
    and OSError.
    """
    with raw.open("rb") as file:
        data = file.read(find_limit(raw.name) + 1)
    told = given.fill(read_sidecar(raw))
    others = _read_others(raw, data, told, index or IssueIndex())
    return RawFile(raw, locate_raw(raw), data, told, tuple(others))


def _read_others(raw: Path, data: bytes, told: Issue, index: IssueIndex) -> Iterator[RawFile]:
    """The raw pages of the same issue that a page's pointers name, but none that is there twice."""
    try:
        with limit_time(allow_seconds(data)):
            numbers = list_pointers(read_raw_page(data, str(raw)).lines)
            issue = told.fill(find_issue(read_heads(data, str(raw)))) if numbers else told
    except RefusalError:
        # Its conversion says what is wrong with it.
        return
    if not numbers or issue.date is None or issue.page is None:
        return
    for number in sorted(numbers - {issue.page}):
        same = index.list_pages(raw, issue, number)
        if len(same) == 1:
            ((path, known),) = same
            if (content := _read_if_there(path)) is not None:
                yield RawFile(path, locate_raw(path), content, known)


def _read_if_there(path: Path) -> bytes | None:
    """Another page's content; None where it has gone since the archive was looked through."""
    try:
        return path.read_bytes()
    except OSError:
        return None


def allow_seconds(data: bytes) -> float:
    """The seconds of the processor that a raw file of this content may take."""
    return PAGE_SECONDS + len(data) / BYTES_A_SECOND


def name_raw(raw: Path) -> str:
    """A raw file's name in ASCII, its folders under content/raw/ included."""
    return name_place(locate_raw(raw))


def name_place(place: Path) -> str:
    """The same of its path under content/raw/."""
    return slugify(str(place.with_suffix("")))


def refuse_same_names(raws: Sequence[Path]) -> None:
    """Raise ContentError where the articles of two raw files would have the same ids."""
    named: dict[str, Path] = {}
    for raw in raws:
        if name_raw(raw) in named:
            first = named[name_raw(raw)]
            raise ContentError(raw, None, f"和 {first} 的文章编号会相同，请给其中一个文件改名")
        named[name_raw(raw)] = raw


def locate_raw(raw: Path) -> Path:
    """Where a raw file stands under content/raw/; elsewhere only its name counts."""
    parts = raw.resolve().parts
    for i in range(len(parts) - 2, 0, -1):
        if parts[i - 1 : i + 1] == ("content", "raw"):
            return Path(*parts[i + 1 :])
    return Path(raw.name)
