"""Who wrote and who took the pictures, in one line."""

import pytest

from plugins.newspaper.evidence.credits import read_credits


def test_a_kind_of_text_closes_no_credits() -> None:
    """特写 stands in headlines behind a family's or a market's name."""
    assert read_credits("王贵 特写") is None and read_credits("年货 特写") is None


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("文字：方敏 图片：王程", "方敏:作者 王程:摄影"),
        ("撰文 方敏 供图 王程", "方敏:作者 王程:摄影"),
        ("采写 方敏 摄 王程", "方敏:作者 王程:摄影"),
        ("撰稿 方敏 供图 王程", "方敏:作者 王程:摄影"),
        ("作者：方敏 图片：王程", "方敏:作者 王程:摄影"),
        ("作者：方敏 摄", "方敏:作者"),
        ("记者：方敏 图片：王程", "方敏:记者 王程:摄影"),
        ("方敏 图/王程", "方敏:作者 王程:摄影"),
        ("方敏 图/王程 文", "方敏:摄影 王程:作者"),
        ("方敏 图/ 王程 文", "方敏:摄影 王程:作者"),
        ("摄影/王程 文/方敏", "王程:摄影 方敏:作者"),
    ],
)
def test_labels_tell_writers_from_photographers(line: str, told: str) -> None:
    """Behind a label for who wrote, or before a colon, a word for pictures labels what follows."""
    assert " ".join(f"{a.name}:{a.role}" for a in read_credits(line) or ()) == told
