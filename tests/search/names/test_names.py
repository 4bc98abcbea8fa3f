"""Names answer with themselves; what is misspelt is offered, and never silently used."""

from pathlib import Path

import pytest

from plugins.search.build import build_search
from plugins.search.corpus.documents import NamedThing, SearchDocument, SearchTables
from tests.search.conftest import BuiltIndex

DOCUMENTS = [
    SearchDocument(
        url="a.html",
        title="毛绒玩具厂开工",
        body="李哲在大河镇办起毛绒玩具厂，金龙村的农民夜校开班。驻村第一书记来了。",
        people=("李哲",),
        towns=("大河镇",),
        villages=("金龙村",),
    ),
    SearchDocument(
        url="b.html",
        title="毛绒玩具卖得好",
        body="农民夜校和毛绒玩具，驻村第一书记曾伟说，单家坝村也种茶，查账重庆来客。夜校里有农民。",
        people=("曾伟",),
        villages=("单家坝村",),
        authors=("仇小川",),
    ),
    SearchDocument(
        url="c.html", title="帮扶", body="李喜脱贫。毛绒玩具。李喜种茶。", withheld=("李喜",)
    ),
]
XUNBIN = ("浔滨区", "counties/xunbin.html")
THINGS = (
    NamedThing("桐阳市", "county", ("桐阳", "桐阳县"), "原桐阳县", "counties/tongyang.html"),
    NamedThing("大河镇", "town", (), "", "towns/dahe.html", (XUNBIN,), 1, 2),
    NamedThing("池河镇", "town", (), "", "", (XUNBIN,)),
    NamedThing("双龙村", "village", (), "", "", (("池河镇", ""), XUNBIN)),
    NamedThing("双龙村", "village", (), "", "", (("大河镇", "towns/dahe.html"), XUNBIN)),
    NamedThing("李哲", "person", (), "", "people/lizhe.html", (), 1, 0),
)


@pytest.fixture(scope="module")
def named(tmp_path_factory: pytest.TempPathFactory) -> BuiltIndex:
    """Index three articles with a table of names."""
    folder = tmp_path_factory.mktemp("names") / "search"
    tables = SearchTables(
        aliases=(("桐阳市", "桐阳", "桐阳县"),), things=THINGS, surnames=("李", "曾", "王", "双")
    )
    build_search(DOCUMENTS, folder, tables)
    return BuiltIndex(folder, DOCUMENTS)


def test_a_place_without_report_answers_with_itself(named: BuiltIndex) -> None:
    """A name of the tables, an old one too, finds no other place and no piece of it."""
    for query, name in {
        "桐阳市": "桐阳市", "桐阳县": "桐阳市", "桐阳": "桐阳市", "池河镇": "池河镇",
        "双龙村": "双龙村", "雙龍村": "双龙村",
    }.items():  # fmt: skip
        answer, nearest, meant = named.ask(
            (query, {}), (query, {"ask": "findNearest"}), (query, {"ask": "findMeant"})
        )
        assert answer["total"] == 0, query
        assert {card["name"] for card in answer["cards"]} == {name}, query
        assert all(card["reports"] == 0 for card in answer["cards"]), query
        assert (nearest["answer"], meant["answer"]) == (None, []), query


def test_places_of_one_name_are_told_apart(named: BuiltIndex) -> None:
    """Each place that is called so has a card with what it lies in."""
    cards = named.search("双龙村")["cards"]
    assert [card["places"][0]["name"] for card in cards] == ["池河镇", "大河镇"]
    assert cards[0]["note"] == ""
    assert named.search("桐阳")["cards"][0]["note"] == "原桐阳县"


def test_an_exact_name_has_a_card(named: BuiltIndex) -> None:
    """What it is, how many reports and figures, where to go; no card for what is none."""
    (card,) = named.search("大河镇")["cards"]
    assert (card["kind"], card["url"], card["reports"], card["figures"]) == (
        "town", "towns/dahe.html", 1, 2
    )  # fmt: skip
    assert [card["kind"] for card in named.search("李哲")["cards"]] == ["person"]
    assert named.search("毛绒玩具")["cards"] == named.search("李喜")["cards"] == []


def test_names_in_longer_queries_are_not_cut(named: BuiltIndex) -> None:
    """Words are looked for beside a place's whole name, never beside a piece of it."""
    for query in ("龘河镇毛绒玩具", "双龙村的毛绒玩具", "银龙村农民夜校"):
        answer = named.search(query)
        assert answer["total"] == 0, query
    assert named.search("大河镇的农民夜校")["total"] == 1


def test_misspelt_names_and_words_are_offered(named: BuiltIndex) -> None:
    """What sounds alike or is one character off is offered, and the answer stays empty."""
    meant = {
        "李折": "李哲", "李喆": "李哲", "毛绒完具": "毛绒玩具", "毛绒坑具": "毛绒玩具",
        "驻村第一书计": "驻村第一书记", "毛绒玩俱": "毛绒玩具", "曾卫": "曾伟", "大核": "大河",
    }  # fmt: skip
    for query, wanted in meant.items():
        answer, offered = named.ask((query, {}), (query, {"ask": "findMeant"}))
        assert wanted in offered["answer"], (query, offered)
        assert not any(result["literal"] for result in answer["results"]), query


def test_parts_that_stand_in_no_article_together_are_counted(named: BuiltIndex) -> None:
    """Each part alone, with how many articles have it, where there are several."""
    asked = ("种茶 重庆", "种茶 重庆 火星", "种茶")
    counted = [one["answer"] for one in named.ask(*((q, {"ask": "countParts"}) for q in asked))]
    told = [[(part["text"], part["total"] > 0) for part in parts] for parts in counted]
    assert told == [[("种茶", True), ("重庆", True)]] * 2 + [[]]


def test_what_stands_as_typed_gets_no_offer(named: BuiltIndex) -> None:
    """Offers are for what stands nowhere."""
    for query in ("李哲", "毛绒玩具", "农民夜校", '"毛绒完具"', "2019年11月", "驻村第二书记"):
        assert named.ask((query, {"ask": "findMeant"}))[0]["answer"] == [], query


def test_who_is_kept_from_public_is_never_offered(named: BuiltIndex) -> None:
    """No homophone, misspelling, pinyin or beginning brings up a withheld name."""
    for query in ("李西", "李细", "里喜", "李囍", "李"):
        assert "李喜" not in str(named.ask((query, {"ask": "findMeant"}))), query
    for query in ("李", "lixi", "lx", "xi"):
        assert "喜" not in str(named.ask((query, {"ask": "suggest"}))[0]["answer"]), query
    assert named.search("lixi")["total"] == 0
    assert named.search("李喜")["total"] == 1


@pytest.mark.parametrize(
    ("typed", "urls"),
    [
        ("zengwei", "b"), ("shanjiabacun", "b"), ("chongqing", "b"), ("nongminyexiao", "ab"),
        ("lizhe", "a"), ("maorongwanju", "abc"), ("cengwei", ""), ("nongmin yexiao", "ab"),
        ("zeng wei", "b"), ("li xi", ""),
    ],
)  # fmt: skip
def test_pinyin_as_people_type_it(named: BuiltIndex, typed: str, urls: str) -> None:
    """Surnames by their own readings, several words in a row, parts with blanks."""
    found = {result["url"][0] for result in named.search(typed)["results"]}
    assert found == set(urls)


def test_pinyin_of_a_name_shows_its_card(named: BuiltIndex) -> None:
    """A name by its reading is what the name is, also one that no article has."""
    for typed, name in {"lizhe": "李哲", "li zhe": "李哲", "dahezhen": "大河镇"}.items():
        assert [card["name"] for card in named.search(typed)["cards"]] == [name], typed


def test_suggestions_have_every_kind_of_name(tmp_path: Path) -> None:
    """Villages, months, authors and people come by their beginning and by pinyin."""
    import datetime

    dated = [
        SearchDocument(
            url=f"{n}.html", title="茶", body="茶园", date=datetime.date(2019, 11, n + 1)
        )
        for n in range(3)
    ]
    build_search([*DOCUMENTS, *dated], tmp_path / "search")
    index = BuiltIndex(tmp_path / "search", [])
    wanted = {
        "金龙": ("金龙村", "village"), "shanjia": ("单家坝村", "village"),
        "2019": ("2019年11月", "date"), "qiuxiao": ("仇小川", "author"), "曾": ("曾伟", "person"),
    }  # fmt: skip
    answers = index.ask(*((typed, {"ask": "suggest"}) for typed in wanted))
    for (typed, (text, kind)), answer in zip(wanted.items(), answers, strict=True):
        assert {"text": text, "kind": kind} in answer["answer"], typed


def test_a_place_is_looked_for_beside_any_number_of_words(tmp_path: Path) -> None:
    """However long a query is, no article of another place is found by its other words."""
    words = "茶叶产业和核桃产业，合作社的毛绒玩具，农民夜校与驻村第一书记。"
    documents = [
        SearchDocument(url="a.html", title="浔滨区", body=f"浔滨的{words}"),
        SearchDocument(url="b.html", title="石潭县", body=f"石潭的{words}"),
    ]
    tables = SearchTables(aliases=(("浔滨区", "浔滨"), ("石潭县", "石潭")))
    build_search(documents, tmp_path / "search", tables)
    index = BuiltIndex(tmp_path / "search", documents)
    for name in ("浔滨", "浔滨区"):
        for query in (
            f"{name}茶叶核桃合作社毛绒玩具农民夜校",
            f"驻村第一书记毛绒玩具核桃{name}夜校",
        ):
            found = {result["url"] for result in index.search(query)["results"]}
            assert found <= {"a.html"}, query
