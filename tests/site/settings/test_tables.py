"""What is kept of articles is kept for the tables that they were read against, and no others."""

import shutil
from pathlib import Path

import pytest

from plugins.site.settings import tables as module
from plugins.site.settings.tables import (
    ASIDE,
    Tables,
    digest_tables,
    list_tables,
    load_tables,
    read_files,
    rebuild_tables,
)
from plugins.subjects import SubjectTables
from tests.prefecture.data import data_folder


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Give a folder of tables to change."""
    return Path(shutil.copytree(data_folder(), tmp_path / "data"))


def change(table: Path) -> None:
    """Change one byte of a table."""
    content = table.read_bytes()
    table.write_bytes(content[:-1] + bytes([content[-1] ^ 1]))


def test_each_table_decides_what_articles_say(data: Path) -> None:
    """A changed byte of any table gives another digest, but of those that no article asks."""
    told = {}
    for table in list_tables(data):
        before = digest_tables(read_files(data))
        change(table)
        told[table.name] = digest_tables(read_files(data)) != before
    assert told == {name: name not in ASIDE for name in told}
    assert len(told) > len(ASIDE)


def test_hidden_files_are_no_tables(data: Path) -> None:
    """The marks that editors' programs leave beside an open table change nothing."""
    before = digest_tables(read_files(data))
    (data / ".#topics.yaml").symlink_to("someone@host.4711")
    (data / ".topics.yaml.swp").write_bytes(b"")
    assert digest_tables(read_files(data)) == before


def test_a_table_saved_while_tables_are_read_is_unknown(
    data: Path, tables: Tables, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is kept for tables of which one was saved after it was read, or before it."""

    def read_and_save(folder: Path) -> SubjectTables:
        change(folder / "topics.yaml")
        return tables.subjects

    monkeypatch.setattr(module, "load_subject_tables", lambda _: tables.subjects)
    assert load_tables(data).digest == load_tables(data).digest != b""
    monkeypatch.setattr(module, "load_subject_tables", read_and_save)
    assert load_tables(data).digest == b""
    assert load_tables(data).files == {}


def test_tables_are_those_of_their_files(tables: Tables) -> None:
    """Where only the files' contents are, tables are read of them, and told by the same digest."""
    assert tables.digest and rebuild_tables(tables.files).digest == tables.digest
