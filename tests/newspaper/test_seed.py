"""The bulletin that the archive began with, converted afresh by the command editors use."""

import json
import subprocess
import sys
from difflib import unified_diff
from pathlib import Path
from typing import Any

import pytest
import yaml

from plugins.site.settings.glossary import load_glossary
from tests.prefecture.data import SHIPPED

SEED = Path(__file__).parent / "seed"
RAW, GOLDEN = SEED / "ankang-bulletin.txt", SEED / "ankang-bulletin.json"
TOPICS = SEED / "topics.yaml"


@pytest.fixture(scope="module")
def seed() -> dict[str, Any]:
    """Give what `--json` prints of the bulletin."""
    command = [sys.executable, "-m", "plugins.newspaper", "--json", str(RAW)]
    ran = subprocess.run(command, capture_output=True, check=True)
    page: dict[str, Any] = json.loads(ran.stdout)
    return page


def test_bulletin_converts_as_labelled(seed: dict[str, Any]) -> None:
    """Nine articles come out with heads, authors, bodies, places and line numbers as labelled.

    Figures and topics have tests of their own.
    """
    aside = ("figures", "topics")
    articles = [{k: v for k, v in a.items() if k not in aside} for a in seed["articles"]]
    golden = GOLDEN.read_text("utf-8").splitlines()
    found = json.dumps({**seed, "articles": articles}, ensure_ascii=False, indent=1).splitlines()
    assert found == golden, "\n".join(unified_diff(golden, found, "golden", "found", lineterm=""))


def test_bulletin_is_about_what_a_reader_finds(seed: dict[str, Any]) -> None:
    """Each article has the topics that a reader needs, and none but those that he allows."""
    truths = yaml.safe_load(TOPICS.read_text("utf-8"))
    assert [truth["title"] for truth in truths] == [a["title"] for a in seed["articles"]]
    for truth, article in zip(truths, seed["articles"], strict=True):
        needed, found = set(truth["needed"]), set(article["topics"])
        assert needed <= found <= needed | set(truth["allowed"]), truth["title"]


def test_cut_sentences_come_together() -> None:
    """Sentences cut by a column's end, and the tail above its own title, read on."""
    articles = json.loads(GOLDEN.read_text("utf-8"))["articles"]
    text = "\n".join(block["text"] for article in articles for block in article["body"])
    for whole in ("战天斗地", "人口全覆盖", "进度清单", "没有农村工作经验的驻村工作队员"):
        assert whole in text


def test_glossary_explains_its_slogans() -> None:
    """The shipped glossary is read, and every term of the bulletin's slogans is in it."""
    glossary = load_glossary(SHIPPED / "glossary.yaml")
    assert len(glossary.terms) >= 15
    for name in ("“57”标准", "八个一批", "两不愁三保障", "四支队伍", "三比一提升", "建档立卡"):
        term = glossary.term(name)
        assert term is not None and term.explanation
