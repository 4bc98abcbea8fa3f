"""What single rules of finding subjects promise."""

import datetime
import pickle

from plugins.subjects import Town, find_subjects
from tests.subjects.passages import find


def test_printed_form_is_kept(tables):
    """An office's short name is listed officially and mentioned as printed."""
    found = find(tables, "江北办朱家湾村的群众搬进新居。")
    assert found.towns == ("江北街道",)
    assert found.evidence["江北街道"] == ("江北办",)
    assert found.evidence["朱家湾村"] == ("朱家湾村",)


def test_village_stands_under_its_town(tables):
    """A village named after its town, or alone in a story of one town, belongs to it."""
    found = find(tables, "前厂镇宽坪村通了自来水。", "宽坪村的老人笑了，随后记者走进石梯村。")
    villages = {m.place.name: m.place.town for m in found.mentions if not isinstance(m.place, Town)}
    assert villages["宽坪村"] == "前厂镇"


def test_county_name_follows_the_time(tables):
    """Bare 桐阳 is 桐阳县 by the date or by what the story calls it, else today's 桐阳市."""
    text = "桐阳今年种烤烟8万亩。"
    assert find(tables, text, date=datetime.date(2019, 5, 1)).counties == ("桐阳县",)
    assert find(tables, text, date=datetime.date(2022, 5, 1)).counties == ("桐阳市",)
    assert find(tables, text + "全县群众增收。").counties == ("桐阳县",)
    assert find(tables, text).counties == ("桐阳市",)


def test_title_names_the_main_county(tables):
    """The title's county comes first, though another is named more often."""
    text = "纯阳县、纯阳县、纯阳县的经验值得定河县学习。"
    assert find(tables, text, title="定河取经记").counties == ("定河县", "纯阳县")


def test_towns_of_one_name_are_told_apart(tables):
    """Two 城关镇 in one story: the second carries its county, as the name alone would mislead."""
    found = find(tables, "定河县城关镇与平达县城关镇结对，定河县先行一步。")
    assert found.towns == ("城关镇", "平达县城关镇")
    assert [tables.town(name, found.counties).county for name in found.towns] == [
        "定河县",
        "平达县",
    ]


def test_authors_are_not_people(tables):
    """Whoever wrote the story is not among its people."""
    text = "驻村第一书记吴玲说，村里变了样。"
    assert [p.name for p in find(tables, text).people] == ["吴玲"]
    assert find(tables, text, authors=["吴玲"]).people == ()


def test_poor_household_stays_private_though_honoured(tables):
    """A poor household with an honour or a company is not public; with an office it is."""
    honoured = find(tables, "贫困户田大军说好。田大军荣获先进个人。").people
    assert [(p.role, p.public) for p in honoured] == [("受访群众", False)]
    elected = find(tables, "贫困户田大军当选了。村主任田大军说好。").people
    assert [(p.role, p.public) for p in elected] == [("公职", True)]


def test_topic_words_show_why(tables):
    """A topic shows the words that gave it."""
    found = find(tables, "饮水安全工程完工，自来水入户率达99%，告别吃水难。", title="清泉进农家")
    assert found.topics == ("饮水安全",)
    assert found.evidence["饮水安全"] == ("饮水安全", "自来水入户率", "吃水难")


def test_village_in_passing_makes_no_country_topic(tables):
    """News of a town has no topic of poor villages for one village that it names."""
    town = ["省城的景区里游客不断，旅游收入又创新高，观光巴士加开了班次。"] * 9
    passing = "有人还去了城外的村庄。"
    assert find(tables, *town, passing, title="假日的省城").topics == ()
    assert find(tables, *town, passing * 3, passing, title="假日的山村").topics == ("旅游扶贫",)


def test_empty_article(tables):
    """An article without text has no subjects."""
    found = find_subjects("", None, [], tables)
    assert (found.counties, found.towns, found.topics, found.people) == ((), (), (), ())


def test_tables_and_results_travel_between_processes(tables):
    """Results can be sent to another process and come back equal."""
    found = find(tables, "定河县前厂镇宽坪村发展产业扶贫。")
    assert pickle.loads(pickle.dumps(found)) == found  # noqa: S301 - our own bytes
