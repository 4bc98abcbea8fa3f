from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from plugins.chinese.pinyin import SLUG, name_slug, pinyin
from plugins.site.groups.list_parts import part_list
from plugins.site.settings.tables import Tables
from tests.sites.small_site import build_in_memory, write_content


def article(title: str, *fields: str) -> str:
    """Return an article's text with the given lines of front matter."""
    return "\n".join(["---", f"title: {title}", *fields, "---", "", "正文。", ""])


def test_homophones_have_addresses_of_their_own() -> None:
    """Names that sound alike never share an address, and an address never depends on others."""
    assert pinyin("张涛") == pinyin("张韬") == "zhang-tao"
    assert name_slug("张涛") == "zhang-tao-a7d015"
    assert len({name_slug(name) for name in ("陕西日报", "山西日报", "张涛", "张韬")}) == 4


@given(st.text(min_size=1))
def test_every_name_has_a_safe_address(name: str) -> None:
    """No name leads out of its folder or needs quoting in an address."""
    assert SLUG.fullmatch(name_slug(name))


def test_groups_stand_in_order(tmp_path: Path, tables: Tables) -> None:
    """Counties go by the table, topics by their articles, months newest first with undated last."""
    articles = {
        "a.md": article("甲", "date: 2018-03-01", "topics: [产业扶贫]", "counties: [纯阳县]"),
        "b.md": article("乙", "date: 2019-11-21", "topics: [就业扶贫]", "counties: [浔滨区]"),
        "c.md": article("丙", "topics: [就业扶贫]", "counties: [桐阳县]", "villages: [金龙村]"),
        "d.md": article("丁", "date_estimate: {interval: 2019-12/2020-01}", "topics: []"),
    }
    archive = build_in_memory(write_content(tmp_path, articles), tables)
    assert [one.title for one in archive.articles] == ["乙", "甲", "丁", "丙"]
    counties = archive.kind["county"].groups
    assert [group.name for group in counties] == [
        county.name for county in tables.subjects.gazetteer.counties if not county.is_former
    ]
    assert [g.key for g in archive.kind["topic"].groups] == ["jiuye-fupin", "chanye-fupin"]
    dates = archive.kind["date"].groups
    assert [group.key for group in dates] == ["2019-11", "2018-03", "undated"]
    assert [label for label, _ in part_list(dates[-1])[0].years] == ["约2019—2020年", "日期不详"]
    tongyang = next(group for group in counties if group.key == "tongyang")
    assert (tongyang.name, tongyang.note, tongyang.count) == ("桐阳市", "原桐阳县", 1)


def test_town_stands_under_its_county(tmp_path: Path, tables: Tables) -> None:
    """A town is its county's child, a former town its successor, a village its town's child."""
    fields = ("counties: [浔滨区]", "towns: [岩转镇, 褚坝镇]", "villages: [金龙村]")
    articles = {"a.md": article("甲", *fields)}
    archive = build_in_memory(write_content(tmp_path, articles), tables)
    towns = {group.name: group for group in archive.kind["town"].groups}
    assert towns["洪山镇"].url == "towns/xunbin-hongshan.html"
    assert "岩转镇" in towns["洪山镇"].aliases and towns["洪山镇"].note == "含原岩转镇"
    assert towns["褚坝镇"].parent is archive.kind["county"].groups[0]
    assert [village.name for village in towns["褚坝镇"].children] == ["金龙村"]
    assert archive.articles[0].place_notes == ("岩转镇 → 今洪山镇",)


def test_related_articles_share_subjects(tmp_path: Path, tables: Tables) -> None:
    """Of many articles, the five that share the rarest subjects come first, and never itself."""
    articles = {
        f"n{number}.md": article(f"第{number}篇", "counties: [浔滨区]", "topics: [产业扶贫]")
        for number in range(60)
    }
    articles["x.md"] = article("甲", "counties: [定河县]", "topics: [产业扶贫, 电力扶贫]")
    articles["y.md"] = article("乙", "counties: [定河县]", "topics: [电力扶贫]")
    archive = build_in_memory(write_content(tmp_path, articles), tables)
    article_ = next(one for one in archive.articles if one.title == "甲")
    related = archive.neighbours[article_].related
    assert related[0].title == "乙"
    assert len(related) == 5 and article_ not in related


def test_issue_is_in_the_pages_order(tmp_path: Path, tables: Tables) -> None:
    """Articles of one raw page follow their ordinals, whatever their file names."""
    raw = "provenance: {raw: p.txt, sha256: x}"
    articles = {
        "a.md": article("第十", "id: p-10", raw),
        "b.md": article("第二", "id: p-02", raw),
        "c.md": article("第一", "id: p-01", raw, "newspaper: 康宁日报"),
    }
    archive = build_in_memory(write_content(tmp_path, articles), tables)
    (issue,) = archive.kind["issue"].groups
    assert [one.title for one in issue.articles] == ["第一", "第二", "第十"]
    beside = archive.neighbours[issue.articles[1]]
    assert (beside.before, beside.after) == (issue.articles[0], issue.articles[2])


def test_town_has_its_own_figures(tmp_path: Path, tables: Tables) -> None:
    """Of a town count the figures told of it, and not all of the articles that name it."""
    body = "浔滨区褚坝镇金龙村新修水渠3公里。\n\n全区投资860万元，修建安置点12个。"
    text = article("甲", "counties: [浔滨区]", "towns: [褚坝镇]", "villages: [金龙村]")
    articles = {"a.md": text.replace("正文。", body)}
    archive = build_in_memory(write_content(tmp_path, articles), tables)
    town, county = archive.kind["town"].groups[0], archive.kind["county"].groups[0]
    assert [shown.figure.raw for shown in town.list_figures()] == ["3公里"]
    assert len(list(county.list_figures())) == 3
