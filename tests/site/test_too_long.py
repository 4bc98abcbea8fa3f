"""An article that takes too long stops the build with one line that names it."""

from pathlib import Path

import pytest

from plugins.content.content_error import BuildStoppedError
from plugins.site.kept import article_errand
from plugins.site.settings.tables import Tables
from tests.sites.small_site import build_in_memory, build_site, write_content

SHORT = "---\ntitle: 石潭县修路\n---\n\n石潭县修路3公里。\n"
#: About 27,000 characters, nearly as many as an article may have: a quarter of a second.
LONG = f"{SHORT}\n" + "浔滨区大河镇投资5万元，种茶30亩，村民张三说好。\n\n" * 1_000
SECONDS = 0.05


@pytest.mark.parametrize("processes", [1, 2])
def test_a_build_names_the_article(
    processes: int,
    tables: Tables,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """A text that takes longer than it may stops the build, in whichever process it is read."""
    # The first text waits for the dictionaries.
    build_in_memory(write_content(tmp_path / "first", {"short.md": SHORT}), tables)
    monkeypatch.setattr(article_errand, "count_processes", lambda _: processes)
    content = write_content(tmp_path, {"a/short.md": SHORT, "b/long.md": LONG, "c/too.md": SHORT})
    with pytest.raises(BuildStoppedError):
        build_site(
            content, tmp_path / "output", LOAD_TABLES=lambda _: tables, ARTICLE_SECONDS=SECONDS
        )
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith("content/articles/b/long.md：从正文里认地名、人名和数字，0.05 秒")
    assert list((tmp_path / "output").rglob("*.html")) == []
