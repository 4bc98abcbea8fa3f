"""What `make check` says: errors that stop the build, warnings, and gentle hints."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from plugins.content.content_error import ContentError

Level = Literal["错误", "警告", "提示"]
#: The same for GitHub's workflow commands.
_COMMANDS: dict[Level, str] = {"错误": "error", "警告": "warning", "提示": "notice"}


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One line of the report; `line` counts from 1, 0 stands for the whole file."""

    path: Path
    line: int
    level: Level
    message: str

    def __str__(self) -> str:
        place = f"{self.path} 第 {self.line} 行" if self.line else str(self.path)
        return f"{self.level} {place}：{self.message}"

    def as_github(self) -> str:
        """Return the workflow command that marks the line on GitHub.

        Its escapes are those of GitHub's toolkit (actions/toolkit, command.ts).
        """
        message = self.message.replace("%", "%25").replace("\n", "%0A")
        path = str(self.path).replace("%", "%25").replace(":", "%3A").replace(",", "%2C")
        place = f"file={path}" + (f",line={self.line}" if self.line else "")
        return f"::{_COMMANDS[self.level]} {place}::{message}"


def report_error(error: ContentError, level: Level = "错误") -> Finding:
    """Return an error of the build as a finding."""
    return Finding(error.path, error.line or 0, level, error.message)
