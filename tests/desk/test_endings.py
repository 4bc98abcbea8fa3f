"""How the desk's commands end where something is at fault."""

import errno
from pathlib import Path

import pytest

from plugins.content.content_error import ContentError
from plugins.desk.endings import end_in_words
from plugins.system.refusal import RefusalError

FILE = Path("content/a.md")


@pytest.mark.parametrize(
    ("fault", "told"),
    [
        (RefusalError("没有名称"), "没有名称"),
        (ContentError(FILE, 3, "没有题目"), f"{FILE} 第 3 行：没有题目"),
        (OSError(errno.ENOSPC, "full"), f"{FILE}：磁盘满了，请腾出空间（没有写入文章）"),
    ],
)
def test_what_people_can_mend_is_one_line(fault: Exception, told: str) -> None:
    """What is wrong with words or a disk ends the command with one line."""
    with pytest.raises(SystemExit, match=told.replace("（", ".")), end_in_words(FILE):
        raise fault


def test_what_is_wrong_with_the_code_is_seen() -> None:
    """A value that the code itself should not have met is no editor's fault, and raised."""
    with pytest.raises(ValueError, match="invalid literal"), end_in_words(FILE):
        int("甲")
