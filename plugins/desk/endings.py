"""How the desk's commands end where content or the disk is at fault."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from plugins.system.chinese_command import UNWRITTEN, explain_disk
from plugins.system.refusal import RefusalError


@contextmanager
def end_in_words(folder: Path, kept: str = UNWRITTEN) -> Iterator[None]:
    """Let a command end with one line where its content or the disk is at fault (explain_disk).

    What is at fault in the code is raised as it is.
    """
    try:
        yield
    except RefusalError as error:
        sys.exit(str(error))
    except OSError as error:
        sys.exit(explain_disk(error, folder, kept))
