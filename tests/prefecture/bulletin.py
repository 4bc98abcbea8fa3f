"""An archive of the invented prefecture: one page of its daily, and the articles of that."""

import shutil
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from plugins.desk.conversion.article_folder import read_article_folder
from plugins.desk.conversion.issues import Issue
from plugins.desk.conversion.page_conversion import convert
from tests.prefecture.data import read_tables, write_data
from tests.structure.sources import ROOT

#: What a page of the daily says, in the manner of such pages; the words are our own.
PAGE = "kangning-bulletin"


@cache
def bulletin_content() -> Path:
    """Give its content folder to copy or to read, made once a process and removed with it."""
    content = Path(_keep().name) / "content"
    write_data(content / "data")
    shutil.copytree(ROOT / "content" / "pages", content / "pages")
    (content / "images").mkdir()
    (content / "raw").mkdir()
    for suffix in (".txt", ".yaml"):
        shutil.copy(Path(__file__).parent / f"{PAGE}{suffix}", content / "raw")
    page = convert(content / "raw" / f"{PAGE}.txt", Issue(), read_tables())
    (content / "articles").mkdir()
    read_article_folder(content / "articles").write([page], "published")
    return content


@cache
def _keep() -> "TemporaryDirectory[str]":
    return TemporaryDirectory(prefix="archive-tests-")
