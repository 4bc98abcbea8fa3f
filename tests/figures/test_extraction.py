"""Figures of whole articles: what they measure, where, whose, how firm, and how they belong."""

import datetime
from collections import Counter
from pathlib import Path

import pytest

from evaluation.figures.passages import GOLDEN, HELD_BACK, TUNED, read_passages
from evaluation.figures.scores import (
    Score,
    extract,
    is_right,
    match,
    names_it,
    score_passage,
    table,
)
from plugins.figures import FigureTables, Place, extract_figures
from plugins.model import Block, Figure

FILES = sorted(path.stem for path in TUNED.glob("*.txt"))
#: Floors that must never drop silently: share of labels that are right, by field.
FLOORS = {"bound": 0.99, "indicator": 0.97, "place": 0.98, "period": 0.97, "scope": 0.92,
          "nature": 0.98, "per": 1.0}  # fmt: skip

#: Share of what is labelled that is said and right with the lines of confidence that pages have: of
#: all labelled passages, and of those held back.
SAID = {"indicator": 0.985, "place": 0.99, "period": 0.9, "scope": 0.91, "nature": 0.99}
SAID_HELD_BACK = {"indicator": 0.94, "place": 0.99, "scope": 0.99, "nature": 0.99}

#: Floors under what was held back, a little below what was reached when it was written.
LEAST_RECALL, LEAST_PRECISION, LEAST_NAMED = 0.9, 0.9, 0.85


def figures(text: str, tables: FigureTables, *places: Place) -> tuple[Figure, ...]:
    """Return the figures of one paragraph."""
    return extract_figures([Block("paragraph", text)], places, datetime.date(2019, 11, 21), tables)


@pytest.mark.parametrize("name", FILES)
def test_labelled_passages(outspoken: FigureTables, name: str) -> None:
    """Every labelled figure is found with value and unit, nothing else is, and fields hold."""
    score = Score()
    for passage in read_passages(TUNED / f"{name}.txt"):
        score_passage(passage, outspoken, score)
    assert (score.missed, score.extra) == (0, 0), score.errors
    for field, floor in FLOORS.items():
        if score.total[field]:
            assert score.right[field] / score.total[field] >= floor, score.errors


def test_what_is_said_is_right(tables: FigureTables) -> None:
    """Of what is said of the labelled passages, no more than one part in a hundred is wrong."""
    wrong: Counter[str] = Counter()
    said: Counter[str] = Counter()
    for passage in (p for name in FILES for p in read_passages(TUNED / f"{name}.txt")):
        for figure, label in match(passage, extract(passage, tables)):
            for field in ("place", "period", "scope", "nature"):
                fits = is_right(label, figure, field)
                if getattr(figure, field) is not None and fits is not None:
                    said[field] += 1
                    wrong[field] += not fits
    assert {field for field, count in said.items() if wrong[field] > count / 100} == set()


@pytest.mark.parametrize(("folder", "floors"), [(TUNED, SAID), (HELD_BACK, SAID_HELD_BACK)])
def test_enough_is_said(tables: FigureTables, folder: Path, floors: dict[str, float]) -> None:
    """Being sure silences little: most of what is labelled is said, and right."""
    said: Counter[str] = Counter()
    labelled: Counter[str] = Counter()
    for passage in (p for path in sorted(folder.glob("*.txt")) for p in read_passages(path)):
        for figure, label in match(passage, extract(passage, tables)):
            for field in floors:
                is_name = field == "indicator"
                if is_name or label.fields.get(field, ("",)) != ("",):
                    fits = names_it(label, figure) if is_name else is_right(label, figure, field)
                    labelled[field] += 1
                    said[field] += bool(fits) and getattr(figure, field) is not None
    shares = {field: said[field] / labelled[field] for field in floors}
    assert {field for field, floor in floors.items() if shares[field] < floor} == set(), shares


def test_passages_held_back_keep_their_floors(tables: FigureTables) -> None:
    """Of passages that no rule was tuned on, most figures are found, and few that are none."""
    score = Score()
    for path in HELD_BACK.glob("*.txt"):
        for passage in read_passages(path):
            score_passage(passage, tables, score)
    right = score.right["value"]
    assert right / (right + score.missed) >= LEAST_RECALL, score.errors
    assert right / (right + score.extra) >= LEAST_PRECISION, score.errors
    assert score.right["indicator"] / score.total["indicator"] >= LEAST_NAMED, score.errors


@pytest.mark.parametrize("name", FILES)
def test_what_must_never_be_taken(tables: FigureTables, name: str) -> None:
    """Nothing that is labelled as no figure is taken for one."""
    for passage in read_passages(TUNED / f"{name}.txt"):
        labelled = {label.raw for label in passage.labels} | set(passage.optional)
        taken = {figure.raw for figure in extract(passage, tables)} - labelled
        assert not taken & set(passage.never), passage.title


@pytest.mark.parametrize("name", FILES)
def test_golden(tables: FigureTables, name: str) -> None:
    """Every field of every figure is as in the golden table.

    Look at any difference; `python -m benchmarks.figures --golden` then writes the tables anew.
    """
    wanted = (GOLDEN / f"{name}.txt").read_text(encoding="utf-8")
    assert table(TUNED / f"{name}.txt", tables).splitlines() == wanted.splitlines()


def test_change_keeps_both_ends(tables: FigureTables) -> None:
    """The two sides of a change are linked, with the period of each."""
    before, after = figures("使全区自来水入户率从“十二五”末的68%提高到目前的99%以上。", tables)
    assert before.group == after.group is not None
    assert (before.part, after.part) == ("变化前", "变化后")
    assert (before.period, after.period) == ("“十二五”末", "目前")
    assert before.indicator == after.indicator == "自来水入户率"


def test_growth_is_linked_to_its_base(tables: FigureTables) -> None:
    """A growth rate names what grew and is linked to the amount before it."""
    base, growth = figures("已完成固定资产投资67.18亿元,同比增长10.25%。", tables)
    assert (base.part, growth.part) == ("基数", "变化量")
    assert growth.indicator is not None
    assert growth.indicator.endswith("固定资产投资同比增长")
    assert growth.kind == "变化"


def test_increase_by_and_increase_to_differ(tables: FigureTables) -> None:
    """增加了 is a change, 增加到 a level."""
    by, to = figures("床位增加了30%。入学率增加到30%。", tables)
    assert (by.kind, to.kind) == ("变化", "比例")


def test_range_keeps_both_ends(tables: FigureTables) -> None:
    """The ends of a range are linked and measure the same."""
    low, high = figures("每户安装3-5千瓦的户用光伏系统。", tables)
    assert (low.part, high.part, low.group == high.group) == ("下限", "上限", True)
    assert low.indicator == high.indicator


def test_family_is_not_the_county(tables: FigureTables) -> None:
    """One family's income is the family's, and the county's is the county's."""
    own, all_ = figures(
        "贫困户李家福今年分到务工分红2341元。目前,全县兑现分红3200万元。",
        tables, Place("石潭县", "县区", ("石潭",)),
    )  # fmt: skip
    assert own.scope in ("个人", "家庭")
    assert (all_.scope, all_.place) == ("县区", "石潭县")


def test_place_follows_the_text(tables: FigureTables) -> None:
    """A town named as subject owns its figures until the county is spoken of again."""
    town, county = figures(
        "大河镇引进设备125台。该县新建社区工厂31家。", tables, Place("浔滨县", "县区")
    )
    assert [(f.place, f.scope) for f in (town, county)] == [
        ("大河镇", "镇"), ("浔滨县", "县区")
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "nature"),
    [
        ("远期可提供岗位400个。", "预计"),
        ("提前完成市上下达的30家毛绒玩具厂考核目标任务。", "目标"),
        ("计划投资5000万元。", "目标"),
        ("对投资5000万元以上的重点项目建立台账。", "门槛"),
        ("预计年产值可达2亿元。", "预计"),
        ("完成投资5000万元。", "实际"),
    ],
)
def test_nature(tables: FigureTables, text: str, nature: str) -> None:
    """Aims, forecasts and thresholds are not results."""
    (figure,) = figures(text, tables)
    assert figure.nature == nature


def test_id_survives_edits_elsewhere(tables: FigureTables) -> None:
    """A figure's id stays when another sentence changes, and no two figures share one."""
    first = figures("新建道路3公里。植树5亩、5亩。", tables)
    second = figures("硬化道路4公里和桥2座。植树5亩、5亩。", tables)
    assert [f.id for f in first[1:]] == [f.id for f in second[2:]]
    assert len({f.id for f in first}) == len(first)


def test_numbers_of_a_table_are_no_figures(tables: FigureTables) -> None:
    """A row has numbers whose meaning stands above them: none is a figure, text around it has."""
    blocks = [
        Block("paragraph", "全县建成茶园三万亩。"),
        Block("row", "红岩村 5亩 98.5%"),
        Block("paragraph", "全年产茶六十吨。"),
    ]
    found = extract_figures(blocks, (), datetime.date(2019, 11, 21), tables)
    assert [(figure.raw, figure.paragraph) for figure in found] == [("三万亩", 0), ("六十吨", 2)]
