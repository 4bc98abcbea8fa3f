"""An archive of the tests' own prefecture: one raw page, and the articles converted of it."""

import shutil
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from plugins.desk.conversion.article_folder import read_article_folder
from plugins.desk.conversion.issues import Issue
from plugins.desk.conversion.manuscripts import convert
from tests.prefecture.data import read_tables, write_data
from tests.structure.sources import ROOT

#: Beside the tests of the converter: what it makes of this page is labelled there.
SEED = ROOT / "tests" / "newspaper" / "seed"


@cache
def bulletin_content() -> Path:
    """Give its content folder to copy or to read, made once a process and removed with it."""
    content = Path(_keep().name) / "content"
    write_data(content / "data")
    shutil.copytree(ROOT / "content" / "pages", content / "pages")
    (content / "images").mkdir()
    (content / "raw").mkdir()
    for name in ("ankang-bulletin.txt", "ankang-bulletin.yaml"):
        shutil.copy(SEED / name, content / "raw")
    page = convert(content / "raw" / "ankang-bulletin.txt", Issue(), read_tables())
    (content / "articles").mkdir()
    read_article_folder(content / "articles").write([page], "published")
    return content


@cache
def _keep() -> "TemporaryDirectory[str]":
    return TemporaryDirectory(prefix="archive-tests-")
