"""What stands behind a text's last stop, and closes it."""

import pytest

from plugins.newspaper.evidence.signatures import has_end_mark


@pytest.mark.parametrize(
    "mark", ["②11", "⑧3方敏摄", "（据新华社西安9月9日电）", "（完）", "（本报青河7月2日讯）"]
)
def test_a_story_ends_with_a_mark(mark: str) -> None:
    """An editor's code, an agency's day and （完） close a text; within one they do not."""
    assert has_end_mark("全乡的茶园都通了路。" + mark)
    assert not has_end_mark(mark + "全乡的茶园都通了路。")
    assert not has_end_mark("全乡的茶园都通了路" + mark)
