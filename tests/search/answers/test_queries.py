"""The query language: what readers type, and what they are told."""

import datetime
from pathlib import Path
from typing import Any

import pytest

from plugins.search.corpus.documents import SearchDocument
from tests.search.conftest import BuiltIndex, build

DOCUMENTS = [
    SearchDocument(
        url="a.html",
        title="浔滨区办起毛绒玩具厂",
        byline="通讯员 李哲",
        body="茶叶产业带动贫困户增收，种茶三千亩，1~8月见效。五招 + 五单，8:30开会。",
        date=datetime.date(2019, 11, 21),
        counties=("浔滨区",),
        topics=("产业扶贫",),
        kind="人物通讯",
    ),
    SearchDocument(
        url="b.html",
        title="桐阳县脱贫",
        byline="记者 张涛",
        body="浔滨来的李哲看了核桃和茶叶，3000亩。2018-2019年有贫困。",
        counties=("桐阳县",),
        estimated_year=2019,
        date_label="约2019年",
        kind="简讯",
        people=("王大明",),
        towns=("嵇河镇",),
    ),
    SearchDocument(url="c.html", title="石潭", body="茶园春色。重庆来客。", counties=("石潭县",)),
]
#: What is typed, and the articles that it means.
MEANT = {
    "茶叶": "a b", "茶叶 核桃": "b", "茶叶 -核桃": "a", "-茶叶": "c",
    "+茶叶 +核桃": "b", "标题:浔滨": "a", "标题：浔滨": "a", "作者：李哲": "a",
    "正文:李哲": "b", "李哲": "a b", "县:浔滨": "a", "县：浔滨区": "a", "-县:浔滨": "b c",
    "县:桐阳市": "b", "县:潯濱": "a", "专题:产业": "a", "体裁:通讯": "a", "年:2019": "a b",
    "年:2019 茶叶 县:桐阳": "b", "1~8月": "a", "１～８月": "a", "五招 + 五单": "a", "8:30": "a",
    "“五招+五单”": "a", "“五招 + 五单”": "a", "五招+五单": "a", "茶叶 -五招+五单": "b",
    "茶叶 -“五招+五单”": "b",
    "2018-2019": "b", "“茶叶产业”": "a", "「茶叶产业」": "a", '"茶叶产业': "a",
    "茶*": "a b c", "茶叶产业带*": "a",
    "茶叶~1": "a b c", "茶叶^2 核桃": "b", "xunbin": "a b", "xb": "a b",
    "tuopin": "b", "chongqing": "c", "潯濱": "a b", "貧困": "a b", "３０００亩": "a b",
    "‘茶叶产业’": "a", "标题:‘浔滨’": "a", "'茶叶 产业'": "", '"茶叶"^0': "a b",
    "三千亩": "a b", "桐阳市": "b", "*": "", "-": "", "~~": "", "标题:": "", "": "",
}  # fmt: skip
#: What is typed by mistake, and what is said of it.
MISTAKES = {
    "*": "请输入汉字、字母或数字", "“茶叶": "引号没有成对",
    "县:北京": "没有“县:北京”这一项", "茶" * 300: "只用了前200个字",
    " ".join("茶叶核桃石潭贫困浔滨李哲张涛"): "只用了前12个",
    "茶叶~8": "按2个查", "茶叶~1": "只查“茶”开头的词",
}  # fmt: skip


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> BuiltIndex:
    """Index three articles."""
    return build(tmp_path_factory.mktemp("queries") / "search", DOCUMENTS, 6000)


def _urls(answer: dict[str, Any]) -> str:
    return " ".join(sorted(r["url"][0] for r in answer["results"]))


def test_queries_find_what_they_mean(small: BuiltIndex) -> None:
    """Operators, fields, marks, pinyin, traditional characters, numerals and aliases are read."""
    answers = small.ask(*((query, {}) for query in MEANT))
    assert {q: _urls(answer) for q, answer in zip(MEANT, answers, strict=True)} == MEANT


def test_mistakes_get_a_gentle_message(small: BuiltIndex) -> None:
    """What cannot be read as it stands is answered as well as it can be, and said."""
    answers = small.ask(*((query, {}) for query in MISTAKES))
    for answer, told in zip(answers, MISTAKES.values(), strict=True):
        assert any(told in message for message in answer["messages"])


def test_near_words_are_not_called_literal(small: BuiltIndex) -> None:
    """What ~ finds is literal only where the typed run stands; what * finds begins with it."""
    near, prefix = small.ask(("茶叶~1", {}), ("茶*", {}))
    assert {r["url"]: r["literal"] for r in near["results"]} == {
        "a.html": True, "b.html": True, "c.html": False
    }  # fmt: skip
    assert all(r["literal"] for r in prefix["results"])


def test_a_mark_before_a_title_leads_to_no_other_article(tmp_path: Path) -> None:
    """A mark typed before what a title begins with finds that article, not the one before it."""
    documents = [
        SearchDocument(url=f"{n:02}.html", title="脱贫户" if n % 2 else "贫困户", body="茶叶")
        for n in range(60)
    ]
    wanted = {document.url for document in documents if document.title == "贫困户"}
    answer, *_ = build(tmp_path / "search", documents, 25).ask((":贫困户", {"limit": 60}))
    assert {result["url"] for result in answer["results"]} == wanted
    assert not any(result["literal"] for result in answer["results"])


def test_scores_are_finite_whatever_the_boost(small: BuiltIndex) -> None:
    """A boost of nothing, or beyond all measure, still ranks."""
    for answer in small.ask(
        *((f"{run}^{n}", {}) for run in ("茶叶", '"茶叶"') for n in (0, 10**40))
    ):
        assert len(answer["results"]) == 2
        assert all(isinstance(r["score"], float) for r in answer["results"])


def test_suggestions_complete_what_is_typed(small: BuiltIndex) -> None:
    """Counties, topics, towns, public people and words come by prefix, pinyin and initials."""
    wanted = {
        "浔": ("浔滨区", "county"), "tongyang": ("桐阳县", "county"), "st": ("石潭县", "county"),
        "产业": ("产业扶贫", "topic"), "jihe": ("嵇河镇", "town"), "王大": ("王大明", "person"),
        "茶": ("茶叶", "word"), "chaye": ("茶叶", "word"), "潯": ("浔滨区", "county"),
    }  # fmt: skip
    answers = small.ask(*((typed, {"ask": "suggest"}) for typed in wanted))
    for (typed, (text, kind)), answer in zip(wanted.items(), answers, strict=True):
        assert {"text": text, "kind": kind} in answer["answer"], typed


def test_withheld_people_are_never_suggested(tmp_path: Path) -> None:
    """Who is kept from public is found as text, and no suggestion is the name or a part of it."""
    name = "欧阳付东"
    documents = [
        SearchDocument(
            url=f"{n}.html", title=f"{name}脱贫", body=f"{name}养蜂。" * 9, withheld=(name,)
        )
        for n in range(9)
    ]
    # Elsewhere the name stands in an article that does not list it.
    documents.append(SearchDocument(url="x.html", title="养蜂", body=f"记者见到{name}。" * 5))
    index = build(tmp_path / "search", documents, 6000)
    typed = [
        *(name[:n] for n in (1, 2, 3, 4)),
        "付",
        "付东",
        "ouyangfudong",
        "oyfd",
        "fudong",
        "fd",
    ]
    for answer in index.ask(*((part, {"ask": "suggest"}) for part in typed)):
        assert answer["answer"] == []
    assert index.search(name)["total"] == 10
    assert index.ask(("养", {"ask": "suggest"}))[0]["answer"]


def test_nearest_query_is_whole_words(small: BuiltIndex) -> None:
    """What is proposed instead begins and ends in words, and leaves out no number and no place."""
    asked = {
        "茶叶产业龘龘": "茶叶产业", "2018-2077": None, "茶叶 龘龘": "茶叶", "龘龘": None,
        "桐阳县龘龘": "桐阳县", "龘河镇茶叶": None, "茶叶5077亩": None, "茶叶 龘河镇": None,
        "龘龘 桐阳县": "桐阳县",
    }  # fmt: skip
    answers = small.ask(*((query, {"ask": "findNearest"}) for query in asked))
    assert [answer["answer"] for answer in answers] == list(asked.values())


def test_facets_count_what_a_choice_would_find(small: BuiltIndex) -> None:
    """A facet's counts leave its own filter aside, so that other values can be chosen too."""
    answer = small.search("茶", filters={"county": ["浔滨区"]})
    assert answer["total"] == 1
    counts = {v["name"]: v["count"] for v in answer["facets"]["county"]}
    assert counts == {"浔滨区": 1, "桐阳县": 1, "石潭县": 1}
    assert {v["name"]: v["count"] for v in answer["facets"]["kind"]} == {"人物通讯": 1, "通讯": 1}


def test_a_filter_that_empties_the_result_leaves_its_counts(small: BuiltIndex) -> None:
    """Words of pinyin that are found only elsewhere keep what the other choices would find."""
    answer = small.search("xunbin tuopin", filters={"county": ["石潭县"]})
    assert answer["total"] == 0
    assert {v["name"] for v in answer["facets"]["county"] if v["count"]} == {"桐阳县"}


def test_few_results_tell_their_own_facets(index: BuiltIndex) -> None:
    """Where all results are shown, the facets come from their texts as they do from the file."""
    runs = (d.body[20:30] for d in index.documents if d.counties and d.body[20:30].isalpha())
    run = next(runs)
    holding = [d for d in index.documents if run in f"{d.title}\n{d.body}"]
    by_texts, _, by_file = index.ask((f'"{run}"', {}), ("年:2018", {}), (f'"{run}"', {}))
    assert by_texts["total"] == len(holding) <= 10
    assert by_texts["facets"] == by_file["facets"]
    assert {v["name"] for v in by_texts["facets"]["county"]} == {d.counties[0] for d in holding}


def test_sorting_by_date_puts_the_newest_first(small: BuiltIndex) -> None:
    """Sorted by date, dated articles come first, undated ones last."""
    answer = small.search("茶", sort="date")
    assert [r["url"] for r in answer["results"]] == ["a.html", "b.html", "c.html"]
