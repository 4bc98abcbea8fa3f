"""The archive counted."""

from pathlib import Path

from bs4 import BeautifulSoup

from plugins.site.settings.tables import Tables
from plugins.site.views.statistics_views import view_statistics
from tests.sites.small_site import build_in_memory, build_site, write_content


def test_months_without_reports_show_as_a_gap(tmp_path: Path, tables: Tables) -> None:
    """Every month from the first to the last is counted, the others beside the greatest."""
    dates = ["2019-11-02", "2019-11-03", "2020-02-01", None]
    texts = {
        f"{number}.md": "\n".join(
            ["---", f"title: 第{number}篇", *([f"date: {date}"] if date else []), "---", "", "文。"]
        )
        for number, date in enumerate(dates)
    }
    view = view_statistics(build_in_memory(write_content(tmp_path, texts), tables))
    assert [(one.group.name, one.count, one.share) for one in view.months] == [
        ("2019年11月", 2, 100.0), ("2019年12月", 0, 0.0), ("2020年1月", 0, 0.0),
        ("2020年2月", 1, 50.0),
    ]  # fmt: skip
    assert (view.count, view.undated, len(view.counties)) == (4, 1, 10)


def test_a_long_feature_lists_its_headings(small_site: Path, tmp_path: Path) -> None:
    """From four sub-headlines on a list leads to each; an article of one has none."""
    heads = "".join(f"## 小标题{number}\n\n正文。\n\n" for number in range(4))
    text = f"---\ntitle: 通讯\n---\n\n{heads}"
    site = build_site(write_content(tmp_path, {"a.md": text}), tmp_path / "output")
    page = BeautifulSoup((site / "articles/a.html").read_bytes(), "html.parser")
    links = [str(link["href"]) for link in page.select(".contents a")]
    assert links == ["#p1", "#p3", "#p5", "#p7"]
    assert all(page.find(id=link[1:]).name == "h2" for link in links)
    short = (small_site / "articles/xunbin-banqian.html").read_text("utf-8")
    assert 'class="contents"' not in short
