"""Numbers over time."""

from pathlib import Path

from plugins.site.charts.series import HEIGHT, WIDTH, find_series
from plugins.site.settings.tables import Tables
from tests.sites.small_site import build_in_memory, write_content


def article(county: str, year: int, size: int) -> str:
    """Return an article that tells a county's tea gardens of one year."""
    head = f"title: {county}种茶{year}\ndate: {year + 1}-05-04\ncounties: [{county}]"
    return f"---\n{head}\n---\n\n{year}年，{county}茶园面积{size}万亩。\n"


def test_three_periods_of_one_place_make_a_chart(tmp_path: Path, tables: Tables) -> None:
    """A county's number in three years is drawn in their order; two years are no development."""
    years = {2017: 3, 2018: 6, 2020: 12}
    texts = {f"h{year}.md": article("浔阴县", year, size) for year, size in years.items()}
    texts |= {f"z{year}.md": article("纯阳县", year, 24) for year in (2017, 2018)}
    archive = build_in_memory(write_content(tmp_path, texts), tables)
    (series,) = find_series(archive.figures)
    assert (series.title, series.place, series.unit) == ("茶园面积", "浔阴县", "亩")
    assert [point.label for point in series.points] == ["2017年", "2018年", "2020年"]
    assert [point.shown.raw for point in series.points] == ["3万亩", "6万亩", "12万亩"]
    assert all(0 <= point.x <= WIDTH and 0 <= point.y <= HEIGHT for point in series.points)
    # Twice the time is twice the way, and the most stands highest.
    first, second, third = (point.x for point in series.points)
    assert abs((third - second) - 2 * (second - first)) < 0.5
    assert series.points[2].y == min(point.y for point in series.points)
