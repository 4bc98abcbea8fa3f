"""The record of published addresses, kept: new pages added, withdrawn articles marked."""

import datetime
from collections.abc import Iterable
from pathlib import Path

from plugins.content.sources import Source
from plugins.content.tables import format_rows
from plugins.site.settings.addresses import COLUMNS, RAW, Address, Addresses
from plugins.system.folders.whole_files import write_files


def record_published(record: Addresses, pages: Iterable[str], day: datetime.date) -> list[str]:
    """Add those of the site's pages whose address is a promise; return the added ones.

    Raises OSError, with nothing written.
    """
    added = record.find_new(pages)
    if added:
        new = [Address(address=page, state="published", date=day) for page in added]
        write_record(record.path, [*(row for _, row in record.rows), *new])
    return added


def record_withdrawn(
    record: Addresses, source: Source, others: Iterable[Source], day: datetime.date
) -> None:
    """Mark an article's address as withdrawn, and its raw page unless `others` came from it.

    Raises OSError, with nothing written.
    """
    rows = {row.address: row for _, row in record.rows}
    gone = [(source.address, source.front.id)]
    if source.raw and source.raw not in {other.raw for other in others}:
        gone.append((RAW + source.raw, None))
    for address, identity in gone:
        rows[address] = Address(address=address, state="withdrawn", date=day, id=identity)
    write_record(record.path, rows.values())


def write_record(path: Path, rows: Iterable[Address]) -> None:
    """Write the record's file whole. Raises OSError, with nothing written."""
    write_files([(path, format_rows(COLUMNS, rows))])
