"""`make withdraw` removes an article for good and keeps its address on record."""

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from plugins.desk.conversion import page_errand
from plugins.desk.convert_command import main
from plugins.desk.editing.privacy_commands import addresses, withdraw
from plugins.site.settings.addresses import read_addresses
from tests.desk.conversion.test_command import put
from tests.desk.desk_checkout import copy_content

RAW = "content/raw/kangning-bulletin.txt"


@pytest.fixture(scope="module")
def recorded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a folder with the content and its built articles, their addresses recorded."""
    folder = tmp_path_factory.mktemp("recorded")
    copy_content(folder)
    for page in ("index", *(f"articles/{file.stem}" for file in list_articles(folder))):
        put(folder / f"output/{page}.html", "页")
    # A long article's further page comes and goes with its length.
    put(folder / "output/articles/long.2.html", "页")
    assert record(folder).exit_code == 0
    assert "articles/long.2.html" not in states(folder)
    return folder


@pytest.fixture
def folder(tmp_path: Path, recorded: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give such a folder to change, and work in it."""
    shutil.copytree(recorded, tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def states(folder: Path) -> dict[str, str]:
    """Read the record: each address with its state."""
    return {row.address: row.state for _, row in read_addresses(folder / "content/data").rows}


def record(folder: Path) -> Result:
    """Record the addresses of the folder's built site, as publishing does."""
    output, content = str(folder / "output"), str(folder / "content")
    return CliRunner().invoke(addresses, [output, "--content", content])


def list_articles(folder: Path) -> list[Path]:
    """List the article files."""
    return sorted((folder / "content/articles").rglob("*.md"))


def remove(file: Path, *options: str) -> Result:
    """Run the command on an article."""
    return CliRunner().invoke(withdraw, [str(file), *options])


def convert(folder: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Convert the folder's raw page with the folder's own tables; give what was said."""
    monkeypatch.setattr(page_errand, "DATA", folder / "content/data")
    page_errand.read_tables.cache_clear()
    done = CliRunner().invoke(main, [RAW])
    page_errand.read_tables.cache_clear()
    assert done.exit_code == 0, done.output
    return done.output


def test_an_address_is_recorded_once(recorded: Path) -> None:
    """Publishing records every article, and doing so again adds nothing."""
    table = recorded / "content/data/addresses.csv"
    written = table.read_bytes()
    articles = {f"articles/{file.stem}.html" for file in list_articles(recorded)}
    assert articles <= set(states(recorded))
    assert record(recorded).exit_code == 0
    assert table.read_bytes() == written


def test_a_withdrawn_article_stays_away(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its file goes, its address is recorded as withdrawn, and a conversion leaves it out."""
    file, *others = list_articles(folder)
    assert remove(file, "--write").exit_code == 0
    gone = [address for address, state in states(folder).items() if state == "withdrawn"]
    assert gone == [f"articles/{file.stem}.html"]
    convert(folder, monkeypatch)
    assert list_articles(folder) == others


def test_a_page_without_articles_left_is_not_converted(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With its last article the raw page is recorded too, and no conversion reads it again."""
    for file in list_articles(folder):
        assert remove(file, "--write").exit_code == 0
    assert states(folder)["raw/kangning-bulletin.txt"] == "withdrawn"
    assert "文章已撤下，不再转换" in convert(folder, monkeypatch)
    assert list_articles(folder) == []


def test_nothing_happens_without_a_yes(folder: Path) -> None:
    """Where nobody can be asked, the command only says what it would do."""
    files = list_articles(folder)
    done = remove(files[0])
    assert (done.exit_code, list_articles(folder)) == (1, files)
    assert "还没有撤下" in done.output
