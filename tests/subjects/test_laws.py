"""Laws of finding subjects, whatever the text."""

import dataclasses
import random
import re
import shutil
from itertools import pairwise

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plugins.model import Block
from plugins.subjects import SUBTITLE, TITLE, find_subjects
from plugins.subjects.tables.gazetteer import read_gazetteer
from tests.amounts import choose
from tests.prefecture.data import data_folder
from tests.subjects.passages import find_in, read_passages

PIECES = re.findall(
    r"\S+",
    """
    浔滨 浔滨区 纯阳 桐阳 桐阳县 定河县 城关镇 石门镇 大河镇 江北办 江北办事处 衡口示范区 骆驼村
    水磨村 村 社区 、 ， 。 的 在 和 县 镇 “ ” ( ) 5组 贫困户 书记 李哲 王某 江苏 南阳市 苏岷协作
    产业扶贫 三镇 党建+ 大河、泠湖、裴坝 皂树村、小李村和勤俭村 全县 本报纯阳讯 通讯员
    """,
)
texts = st.lists(st.sampled_from(PIECES) | st.text(max_size=4), max_size=14).map("".join)
blocks = st.lists(
    st.builds(Block, st.sampled_from(["paragraph", "heading", "caption"]), texts), max_size=4
)
lawful = settings(
    max_examples=choose(60, 2000), suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@lawful
@given(title=texts, subtitle=st.none() | texts, body=blocks)
def test_mentions_give_back_their_characters(title, subtitle, body, tables):
    """Every mention and topic word stands at its offsets, and no two mentions overlap."""
    found = find_subjects(title, subtitle, body, tables)
    text = {TITLE: title, SUBTITLE: subtitle or ""} | {i: b.text for i, b in enumerate(body)}
    for mention in found.mentions:
        assert text[mention.block][mention.start : mention.end] == mention.printed != ""
    for word in found.topic_words:
        assert text[word.block][word.start : word.end] == word.word
    spans = sorted((m.block, m.start, m.end) for m in found.mentions)
    assert all(a[0] < b[0] or a[2] <= b[1] for a, b in pairwise(spans))


@lawful
@given(title=texts, body=blocks)
def test_names_are_known_and_have_evidence(title, body, tables):
    """Counties, towns and topics are in the registry, and every topic shows its words."""
    found = find_subjects(title, None, body, tables)
    assert all(tables.county(name) for name in found.counties)
    assert all(tables.town(name, found.counties) for name in found.towns)
    assert all(tables.topic(name) and found.evidence[name] for name in found.topics)
    assert len(set(found.counties)) == len(found.counties)
    assert all("某" not in person.name for person in found.people)


def test_order_of_rows_does_not_matter(tables, tmp_path):
    """Shuffled tables of places find the same subjects."""
    folder = shutil.copytree(data_folder(), tmp_path / "data")
    for path in sorted(folder.glob("*.csv")):
        header, *rows = path.read_text(encoding="utf-8").splitlines()
        random.Random(7).shuffle(rows)  # noqa: S311 - a fixed order, no secret
        path.write_text("\n".join([header, *rows]) + "\n", encoding="utf-8")
    shuffled = dataclasses.replace(tables, gazetteer=read_gazetteer(folder))
    for passage in read_passages("tuned_places") + read_passages("tuned_hard"):
        assert find_in(passage, shuffled) == find_in(passage, tables)


def test_topics_do_not_depend_on_their_order(tables):
    """A reversed table of topics gives the same topics in the same order."""
    reverse = dataclasses.replace(tables, topics=tables.topics[::-1])
    for passage in read_passages("tuned_topics"):
        assert find_in(passage, reverse).topics == find_in(passage, tables).topics
