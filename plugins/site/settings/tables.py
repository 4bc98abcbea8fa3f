"""The tables of content/data/ that articles are read against."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryDirectory

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
    #: The files that they were read of, by name, where the digest is known: tables themselves
    #: cannot travel.
    files: Mapping[str, bytes] = field(default_factory=dict, repr=False)

    @cached_property
    def files_digest(self) -> bytes:
        """Stands for all the files, those that no article is read against as well."""
        return _digest_files(self.files)


#: The tables that no article is read against: what is on record, and what the site says.
ASIDE = (
    *("README.md", "addresses.csv", "county-tiles.csv", "glossary.yaml"),
    *("masks.csv", "newspapers.csv", "site.yaml", "sources.csv"),
)


def load_tables(folder: Path) -> Tables:
    """Read the tables. Raises ContentError that names file and line."""
    files = read_files(folder)
    figures = load_figure_tables(folder)
    subjects = load_subject_tables(folder)
    records = (read_addresses(folder), read_masks(folder), read_newspapers(folder))
    tables = Tables(subjects, figures, *records)
    if files != read_files(folder):
        # A table that was saved in between may have been read before or after.
        return tables
    # The one thing of site.yaml that decides who an article is about.
    known = digest(digest_tables(files), repr(subjects.people.national).encode())
    return replace(tables, digest=known, files=files)


def list_tables(folder: Path) -> list[Path]:
    """Return the files of content/data/, sorted; hidden ones are those of editors' programs."""
    return [f for f in sorted(folder.iterdir()) if f.is_file() and not f.name.startswith(".")]


def read_files(folder: Path) -> dict[str, bytes]:
    """Return the contents of the files of content/data/ by their names."""
    return {file.name: file.read_bytes() for file in list_tables(folder)}


def digest_tables(files: Mapping[str, bytes]) -> bytes:
    """Return the digest of the tables that articles are read against."""
    return _digest_files({name: one for name, one in files.items() if name not in ASIDE})


def _digest_files(files: Mapping[str, bytes]) -> bytes:
    return digest(*(part for name, one in files.items() for part in (name.encode(), one)))


def rebuild_tables(files: Mapping[str, bytes]) -> Tables:
    """Read tables of their files' contents, where there is no folder of them."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        for file, content in files.items():
            (folder / file).write_bytes(content)
        return load_tables(folder)
