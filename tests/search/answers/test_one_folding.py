"""One folding on both sides: what prints alike or means the same is found by the same query."""

from pathlib import Path

import pytest

from plugins.search.corpus.documents import SearchDocument
from plugins.search.corpus.folding import fold_all, fold_text
from tests.search.conftest import BuiltIndex, build

#: What is printed, and what finds it.
ALIKE = {
    "潯陰縣的農民夜校": ("浔阴县", "農民夜校", "农民夜校"),
    "平达县的贫困户": ("貧困戶", "平達縣"),
    "⽯潭县⼈⺠医院": ("石潭县人民医院", "⽯潭"),
    "建设Ⅲ期工程": ("III期", "ⅲ期", "Ⅲ期"),
    "建成II期工程": ("Ⅱ期", "ii期"),
    "人均住房25㎡": ("25㎡", "25m2", "25m²"),
    "每亩产茶30㎏": ("30kg", "30㎏"),
    "气温降到-5℃以下": ("-5℃", "-5°C", "５℃"),
    "完成率９９％": ("99%", "９９％"),
    "出生率15.6‰": ("15.6‰",),
    "镇\u200b湾\ufeff县": ("镇湾县", "镇\u200d湾"),
    "二○一八年脱贫": ("二〇一八年", "二O一八年", "2018年"),
    "𠮷祥村": ("𠮷祥",),
}


@pytest.fixture(scope="module")
def alike(tmp_path_factory: pytest.TempPathFactory) -> BuiltIndex:
    """Index an article for each printed form."""
    documents = [SearchDocument(f"{n}.html", "记", body=body) for n, body in enumerate(ALIKE)]
    return build(tmp_path_factory.mktemp("alike") / "search", documents, 6000)


def test_what_means_the_same_is_found(alike: BuiltIndex) -> None:
    """Scripts, widths, compatibility forms, symbols and invisible characters make no difference."""
    asked = [(n, query) for n, queries in enumerate(ALIKE.values()) for query in queries]
    answers = alike.ask(*((query, {}) for _, query in asked))
    for (number, query), answer in zip(asked, answers, strict=True):
        literal = {r["url"] for r in answer["results"] if r["how"] != "inside"}
        assert literal == {f"{number}.html"}, query


def test_text_is_shown_as_printed(alike: BuiltIndex) -> None:
    """Marks cover the printed characters, and no character is changed."""
    for query, printed in {
        "25m2": "25㎡",
        "浔阴县": "潯陰縣",
        "镇湾县": "镇\u200b湾\ufeff县",
    }.items():
        (result,) = alike.search(query)["results"]
        passage = result["passage"]
        assert printed in [passage["text"][start:end] for start, end in passage["marks"]]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("标题: 茶园", "a"), ("标题： 茶园", "a"), ("标题:茶园", "a"), ("、茶园……", "a"),
        ("“茶园”。", "a"), ("《茶园》", "a"), ("茶园、", "a"), ("茶 -核桃", "a"), ("核桃 -茶", ""),
        ("-核桃", "a"), ("茶-核桃", "b"), ("核桃 -5", "b"), ("-5℃", ""),
    ],
)  # fmt: skip
def test_marks_and_blanks_do_no_harm(tmp_path: Path, query: str, found: str) -> None:
    """A blank after a field, stops around a word and a minus inside one are read as meant."""
    documents = [
        SearchDocument("a.html", "茶园", body="采茶。"),
        SearchDocument("b.html", "记", body="茶-核桃套种。"),
    ]
    answer = build(tmp_path / "search", documents, 6000).search(query)
    assert "".join(sorted(result["url"][0] for result in answer["results"])) == found


@pytest.mark.parametrize("ends", ["", "\r", "\n", "\u2028"])
def test_texts_folded_together_are_as_folded_alone(ends: str) -> None:
    """No text is folded otherwise for those beside it, whatever line ends are in them."""
    texts = ["二○", "一九年", "〇", f"汉{ends}", f"{ends}陰", "", *ALIKE]
    assert fold_all(texts) == [fold_text(text) for text in texts]
