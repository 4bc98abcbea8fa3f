"""No article vanishes without a word, and none appears that nobody meant to publish."""

from pathlib import Path

import pytest
from pelican import signals

from plugins.content.content_error import BuildStoppedError
from tests.sites.small_site import build_site, write_content

GOOD = "---\ntitle: 好文章\n---\n\n正文。\n"


def test_hidden_files_are_not_published(tmp_path: Path) -> None:
    """What an editor's program keeps in hidden folders, such as deleted articles, stays away."""
    hidden = {".trash/deleted.md": GOOD, "2019/.trash/other.md": GOOD, "._good.md": GOOD}
    content = write_content(tmp_path, {"good.md": GOOD} | hidden)
    site = build_site(content, tmp_path / "output")
    assert [page.name for page in (site / "articles").iterdir()] == ["good.html"]


def test_fewer_pages_than_articles_stop_the_build(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """An article that was read and has no page in the end is named, and the build fails."""

    def lose(path: str, **_: object) -> None:
        if path.endswith("articles/lost.html"):
            Path(path).unlink()

    content = write_content(tmp_path, {"good.md": GOOD, "lost.md": GOOD.replace("好", "丢失的")})
    signals.content_written.connect(lose)
    try:
        with pytest.raises(BuildStoppedError):
            build_site(content, tmp_path / "output")
    finally:
        signals.content_written.disconnect(lose)
    assert capsys.readouterr().err.endswith("lost.md：没有写成网页\n")
