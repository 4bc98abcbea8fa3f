"""The record of published addresses, content/data/addresses.csv: each leads somewhere for good.

`state` says where: `published`, the page stands; `redirected`, it has moved to `target`;
`withdrawn`, a page in its place says so. A withdrawn article's `id` keeps the converter from
writing it again; a raw page, all of whose articles were withdrawn, is recorded as raw/NAME.txt.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from plugins.content.content_error import ContentError
from plugins.content.raw_folder import SUFFIXES
from plugins.content.tables import check_unique, read_rows
from plugins.model.days import Day

FILE = "addresses.csv"
COLUMNS = ("address", "state", "target", "date", "id")
RAW = "raw/"
#: Pages that readers may hold the address of. Other groups' lists come and go with the articles,
#: and an address of a person, put on record, would outlast the name's removal.
PROMISED = ("*.html", "articles/*.html", "counties/*.html")
NOT_PROMISED = ("404.html", "corrections.html", "drafts.html")
RAW_PAGE = "|".join(suffix.removeprefix(".") for suffix in SUFFIXES)
PAGE = r"^(?:[a-z0-9-]+/)*[a-z0-9-]+\.html$"


class Address(BaseModel):
    """One row of the record."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    address: Annotated[str, Field(pattern=rf"{PAGE}|^raw/.+\.(?i:{RAW_PAGE})$")]
    state: Literal["published", "redirected", "withdrawn"]
    target: Annotated[str | None, Field(pattern=PAGE)] = None
    date: Day
    id: str | None = None


@dataclass(frozen=True)
class Addresses:
    """The record with its file and each row's line."""

    path: Path
    rows: tuple[tuple[int, Address], ...]

    def list_in(self, state: str) -> list[Address]:
        """Return the addresses of pages in a state, in the order of the file."""
        rows = (row for _, row in self.rows if row.state == state)
        return [row for row in rows if not row.address.startswith(RAW)]

    @property
    def withdrawn_raws(self) -> frozenset[str]:
        """The raw pages without articles by intention, by their names below content/raw/."""
        rows = (row.address for _, row in self.rows if row.state == "withdrawn")
        return frozenset(name.removeprefix(RAW) for name in rows if name.startswith(RAW))

    @property
    def withdrawn_ids(self) -> frozenset[str]:
        """The ids of withdrawn articles."""
        return frozenset(row.id for row in self.list_in("withdrawn") if row.id)

    @property
    def withdrawn_names(self) -> frozenset[str]:
        """The ids of withdrawn articles, and the last parts of their addresses."""
        pages = (PurePosixPath(row.address) for row in self.list_in("withdrawn"))
        return self.withdrawn_ids.union(page.stem for page in pages)

    def find_new(self, pages: Iterable[str]) -> list[str]:
        """Return the promised ones among pages' addresses that are not on record, sorted."""
        known = {row.address for _, row in self.rows}
        return sorted(page for page in pages if is_promised(page) and page not in known)

    def find_broken(self, pages: Collection[str]) -> Iterator[ContentError]:
        """Yield an error for each row that the site's own `pages` do not bear out."""
        for line, row in self.rows:
            if not row.address.startswith(RAW) and (problem := _judge(row, pages)):
                yield ContentError(self.path, line, f"“{row.address}”{problem}")


def read_addresses(folder: Path) -> Addresses:
    """Read the record in a folder of tables. Raises ContentError."""
    path = folder / FILE
    rows = read_rows(path, Address)
    check_unique(path, ((line, row.address, f"网址“{row.address}”") for line, row in rows))
    for line, row in rows:
        if (row.state == "redirected") != bool(row.target):
            message = "state 是 redirected 时要在 target 写新网址，别的时候 target 要留空。"
            raise ContentError(path, line, message)
    return Addresses(path, tuple(rows))


def is_promised(page: str) -> bool:
    """Say whether an address is kept for good once it has been published.

    Further pages of a long article, a.2.html, are not: they come and go with its length.
    """
    path = PurePosixPath(page)
    patterns = (PurePosixPath(pattern) for pattern in PROMISED)
    return (
        page not in NOT_PROMISED
        and "." not in path.stem
        and any(len(path.parts) == len(one.parts) and path.match(str(one)) for one in patterns)
    )


def _judge(row: Address, pages: Collection[str]) -> str | None:
    if row.state == "published" and row.address not in pages:
        return (
            "发布过，现在没有这一页：改了网址，请把 state 改成 redirected，target 写新网址；"
            "撤下了，请改成 withdrawn；其实还没有发布过，请删去这一行"
        )
    if row.state == "redirected" and row.target not in pages:
        return f"要转到的“{row.target}”不是网站上的页面，请改正 target"
    if row.state == "redirected" and row.address in pages:
        return "登记为改了网址，却有页面用它，请把 state 改回 published，target 留空"
    if row.state == "withdrawn" and row.address in pages:
        return "登记为撤下，却有文章用它，请移走文章；要重新发布，请把 state 改成 published"
    return None
