"""Captions that are printed on several lines, beside columns of another width."""

from plugins.newspaper.layout.caption_lines import is_credited, join_captions
from plugins.newspaper.layout.fragments import read_fragments


def test_a_caption_ends_with_its_credit() -> None:
    """图为… is one caption down to the line that says who took the picture."""
    lines = (
        "图为村民在院坝里晾晒",
        "红薯片。该村种植红薯",
        "三千亩。 记者 方敏 摄",
        "夜校开班",
    )
    joined = [f.text for f in join_captions(read_fragments(lines))]
    assert joined == ["".join(lines[:3]), lines[3]]


def test_without_a_credit_a_caption_is_a_line() -> None:
    """Text below a caption without a credit, or behind a blank line, is none of the caption."""
    lines = ("图为村民在院坝里晾晒红薯片。", "　　夜校每月一课。", "方敏 摄")
    assert len(join_captions(read_fragments(lines))) == 3
    apart = ("图为村民在院坝里晾晒", "", "红薯片。", "方敏 摄")
    assert len(join_captions(read_fragments(apart))) == 3


def test_an_agency_of_foreign_name_is_a_credit() -> None:
    """Who gave the picture may be written in letters, directly behind the stop."""
    assert is_credited("新设备让医生看清每一根血管。Xinhua Pictures供图")
    assert not is_credited("这台设备由公司CEO供图")
