"""Expressions are compiled when they are first used, and do what re's own do."""

import copy
import pickle
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


@pytest.mark.parametrize("used", [False, True])
def test_is_copied_and_sent(used: bool) -> None:
    """A copy, also in another process, finds what the expression finds."""
    late = compile_late("桥|渡", re.MULTILINE)
    if used:
        late.search("")
    sent = pickle.loads(pickle.dumps(late))  # noqa: S301 - our own
    for one in (copy.copy(late), copy.deepcopy(late), sent):
        assert one.findall("桥头的渡口") == ["桥", "渡"]
        assert one.flags == late.flags


def test_has_what_it_is_asked_for_or_says_so() -> None:
    """Names that no expression has are missing before the first use as after it."""
    late = compile_late("桥")
    for name in ("__len__", "_inner", "find_bridge", "__len__"):
        assert not hasattr(late, name)
