"""The tables of content/data/ that articles are read against."""

from dataclasses import dataclass
from pathlib import Path

from plugins.content.content_error import ContentError
from plugins.figures import FigureTables
from plugins.figures import load_tables as load_figure_tables
from plugins.privacy.masks import Masks, read_masks
from plugins.site.settings.addresses import Addresses, read_addresses
from plugins.site.settings.newspapers import Newspapers, read_newspapers
from plugins.subjects import SubjectTables
from plugins.subjects import load_tables as load_subject_tables
from plugins.system.digests import digest


@dataclass(frozen=True)
class Tables:
    """The tables of content/data/: what subjects and figures are found with, what is on record."""

    subjects: SubjectTables
    figures: FigureTables
    addresses: Addresses
    masks: Masks
    newspapers: Newspapers
    #: Stands for what subjects and figures are found with, b"" where that is unknown.
    digest: bytes = b""


#: The tables that no article is read against: what is on record, and what the site says.
ASIDE = (
    *("README.md", "addresses.csv", "county-tiles.csv", "glossary.yaml"),
    *("masks.csv", "newspapers.csv", "site.yaml", "sources.csv"),
)


def load_tables(folder: Path) -> Tables:
    """Read the tables. Raises ContentError that names file and line."""
    read = digest_tables(folder)
    try:
        figures = load_figure_tables(folder)
    except ValueError as error:
        raise ContentError(folder, None, str(error)) from None
    subjects = load_subject_tables(folder)
    return Tables(
        subjects,
        figures,
        read_addresses(folder),
        read_masks(folder),
        read_newspapers(folder),
        # The one thing of site.yaml that decides who an article is about. A table that was saved
        # in between may have been read before or after.
        digest(read, repr(subjects.people.national).encode())
        if read == digest_tables(folder)
        else b"",
    )


def list_tables(folder: Path) -> list[Path]:
    """Return the files of content/data/, sorted; hidden ones are those of editors' programs."""
    return [f for f in sorted(folder.iterdir()) if f.is_file() and not f.name.startswith(".")]


def digest_tables(folder: Path) -> bytes:
    """Return the digest of the tables that articles are read against."""
    files = [file for file in list_tables(folder) if file.name not in ASIDE]
    return digest(*(part for file in files for part in (file.name.encode(), file.read_bytes())))
