"""No expression is passed over that finds something."""

import re

import pytest

from plugins.chinese.needed_characters import may_find, write_heads
from plugins.figures.context import natures, scopes

TEXTS = (
    "2019年底，全县3.2万户参加合作社，据介绍，今年前三季度将达到去年的95%。",
    "村民老刘家里“十三五”期间种了5亩茶，近三年来每亩收入１２００元。\n（一）本报讯",
    "K12+300处、PM2.5、第三位、五年计划、国庆期间，3:1，三个一批，自2016年以来𠮷的",
)


@pytest.mark.parametrize(
    ("pattern", "text"),
    [(r"(?<=甲)乙?丙*丁", "丁"), (r"[^子丑]寅|卯", "卯"), (r"(?P<a>[子丑])(?P=a)", "丑"),
     (r"(?:天|地){0,2}人", "人"), (r"\d+(?:户|人)", "户"), (r"(?=金)\w", "金"), ("", ""),
     ("(?i)km", "5KM"), ("(?i:km)", "5KM"), ("(?x) 金  # 金", "金")],
)  # fmt: skip
def test_a_text_that_has_what_an_expression_needs_is_searched(pattern: str, text: str) -> None:
    """Whatever an expression may find, it is not told to find nothing."""
    assert may_find(re.compile(pattern), frozenset(text))


def test_most_texts_have_nothing_that_a_cue_needs() -> None:
    """A text without the characters of a cue is told by them alone."""
    assert not may_find(re.compile(r"[该全本]县|县(?:上|域内)"), frozenset("茶园里采茶的人"))
    assert not may_find(re.compile(r"(?:村民|农户)[张王]"), frozenset("茶园里采茶的老人"))


def test_cues_are_found_wherever_they_stand() -> None:
    """No cue of scopes or natures is passed over that its expression finds."""
    cues = [cue[-1] for cue in (*scopes.CUES, *natures.CUES, *natures._LOCAL)]
    for text in TEXTS:
        for cue in cues:
            assert may_find(cue, frozenset(text)) or not cue.search(text)


def test_heads_stand_alone_or_before_their_second_character() -> None:
    """What begins with one character is sought at that, what begins with two at both."""
    heads = re.compile(write_heads(r"\d甲", ("乙丙", "丁"), ("戊", r"\d")))
    found = [match.span() for match in heads.finditer("甲乙丙丁戊7戊")]
    assert found == [(0, 1), (2, 3), (4, 5), (5, 6)]
