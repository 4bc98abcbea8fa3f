"""What is not out yet: no byte of it is published, and a preview shows it marked as such."""

import datetime
import os
import subprocess
import sys
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from plugins.model import FrontMatter, find_publish_day
from plugins.site.settings.tables import Tables
from plugins.system.refusal import RefusalError
from tests.sites.files import read_files
from tests.sites.small_site import ARTICLES, build_site, write_content
from tests.structure.sources import ROOT

OUT = {"tongyang.md": ARTICLES["2018/tongyang.md"]}
EVE, DAY = datetime.date(2026, 11, 30), datetime.date(2026, 12, 1)
DRAFT = """\
---
title: 未定稿的鱼塘
status: draft
date: 2020-01-02
summary: 定河县廪上镇修鱼塘。
authors: [{name: 欧阳修, role: 记者}]
corrections: [{date: 2020-01-03, text: 应为虾塘。}]
review: [第9行没有句末标点，文章可能没有完]
---

定河县廪上镇养鱼八百六十尾，收入4.7万元。
"""
WAITING = DRAFT.replace("status: draft", "publish_on: 2026-12-01")


@pytest.fixture(scope="module")
def build(tmp_path_factory: pytest.TempPathFactory, tables: Tables):
    """Give a function that builds a site of two articles and gives its files."""

    def build_files(article: str | None, **settings: object) -> dict[str, bytes]:
        folder = tmp_path_factory.mktemp("waiting")
        content = write_content(folder, OUT | ({"yu.md": article} if article else {}))
        return read_files(
            build_site(content, folder / "output", LOAD_TABLES=lambda _: tables, **settings)
        )

    return build_files


def test_what_is_not_out_leaves_no_byte(build) -> None:
    """A site with a draft or with an article for a later day is the site without it."""
    without = build(None, PUBLISH_DAY=EVE)
    assert without["search/manifest.json"]
    assert build(DRAFT, PUBLISH_DAY=DAY) == without
    assert build(WAITING, PUBLISH_DAY=EVE) == without


def test_an_article_appears_on_its_day(build) -> None:
    """From its day on, an article that waited is published as if it had never waited."""
    plain = build(WAITING.replace("publish_on: 2026-12-01\n", ""), PUBLISH_DAY=DAY)
    assert "articles/yu.html" in plain
    assert build(WAITING, PUBLISH_DAY=DAY) == plain
    assert "尚待人工核对" not in plain["articles/yu.html"].decode()


@pytest.mark.parametrize(("article", "says"), [(DRAFT, "草稿"), (WAITING, "2026年12月1日发布")])
def test_a_preview_shows_what_waits(build, article: str, says: str) -> None:
    """A preview has its page, says on it and in lists what it waits for, and lists what waits."""
    files = build(article, PUBLISH_DAY=EVE, PREVIEW=True)
    page = BeautifulSoup(files["articles/yu.html"], "html.parser")
    assert says in page.find(class_="notice").get_text()
    assert "尚待人工核对" in page.get_text() and "文章可能没有完" in page.get_text()
    front = BeautifulSoup(files["index.html"], "html.parser").find(class_="notice")
    assert front.get_text().startswith("这是预览：有 1 篇草稿或定时的文章，网站上还没有。")
    listed = BeautifulSoup(files["drafts.html"], "html.parser").find(class_="stories")
    assert [item.get_text() for item in listed.select(".waits")] == [says]
    assert "未定稿的鱼塘" in listed.get_text()
    assert b"drafts.html" not in files["sitemap.xml"]
    assert 'class="waits"' not in files["articles/tongyang.html"].decode()


@pytest.mark.parametrize(
    ("environment", "day"),
    [
        ({"PUBLISH_DAY": "2026-12-01", "SOURCE_DATE_EPOCH": "0"}, DAY),
        # 16:00 in Greenwich is midnight in Shanghai.
        ({"SOURCE_DATE_EPOCH": "1796054399"}, EVE),
        ({"SOURCE_DATE_EPOCH": "1796054400"}, DAY),
    ],
)
def test_the_day_comes_from_the_environment(
    environment: dict[str, str], day: datetime.date
) -> None:
    """A given day counts most, then that of the build's given time, as it is in Shanghai."""
    assert find_publish_day(environment) == day
    assert FrontMatter(title="甲", publish_on=DAY).is_out(day) == (day == DAY)


@pytest.mark.parametrize("written", ["abc", "-1", "1e9", "１", "99999999999999"])
def test_a_time_that_is_none_is_refused(written: str) -> None:
    """A SOURCE_DATE_EPOCH that is no number of seconds is refused by a line that says what is."""
    with pytest.raises(RefusalError, match="应是 1970 年以来的秒数，如 1796054400"):
        find_publish_day({"SOURCE_DATE_EPOCH": written})


def test_without_either_the_day_is_todays() -> None:
    """Where the environment says nothing, the day is the clock's, in Shanghai."""
    shanghai = datetime.timezone(datetime.timedelta(hours=8))
    before = datetime.datetime.now(shanghai).date()
    assert before <= find_publish_day({}) <= datetime.datetime.now(shanghai).date()


def test_a_day_that_is_none_is_refused() -> None:
    """A day that does not exist is refused with what to write."""
    with pytest.raises(RefusalError, match="请写成 2019-11-21 这样"):
        find_publish_day({"PUBLISH_DAY": "2026-11-31"})


def test_a_build_for_no_day_ends_with_one_line(tmp_path: Path) -> None:
    """A build that is told a day that does not exist ends with a line that says what to write."""
    command = [sys.executable, "-m", "pelican", "content", "-s", "publishconf.py"]
    run = subprocess.run(
        [*command, "-o", str(tmp_path / "output")],
        cwd=ROOT,
        env={**os.environ, "PUBLISH_DAY": "明天", "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 1
    assert run.stderr == "PUBLISH_DAY：日期“明天”不存在或写法不对，请写成 2019-11-21 这样\n"
