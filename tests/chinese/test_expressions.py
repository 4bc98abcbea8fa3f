"""Expressions are compiled when they are first used, and do what re's own do."""

import re

import pytest

from plugins.chinese.expressions import compile_late


def test_does_what_an_expression_does() -> None:
    """Methods, groups and flags are those of re's expression, at the first use and after it."""
    late, early = compile_late(r"(?P<n>\d+)村", re.MULTILINE), re.compile(r"(?P<n>\d+)村", re.M)
    for text in ("双安镇3村", "没有", "12村和3村"):
        assert late.findall(text) == early.findall(text)
        assert late.sub("村", text) == early.sub("村", text)
        found = late.search(text)
        assert (found and found["n"]) == ((one := early.search(text)) and one["n"])
    assert (late.pattern, late.flags, late.groupindex) == (
        early.pattern, early.flags, early.groupindex,
    )  # fmt: skip


def test_nothing_is_compiled_before_it_is_used() -> None:
    """A pattern that is wrong is told by its first use."""
    wrong = compile_late("(")
    with pytest.raises(re.error):
        wrong.search("")
