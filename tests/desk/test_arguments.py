"""Files as `make` hands them to the desk's commands, and what is said where there are none."""

from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from plugins.desk.arguments import split_files
from plugins.desk.conversion.accept_command import accept
from plugins.desk.editing.privacy_commands import mask, withdraw


@pytest.mark.parametrize(
    ("text", "files"),
    [
        ("a.md", ["a.md"]),
        ("第 3 版.txt a.md", ["第 3 版.txt", "a.md"]),
        ("a.md  no.md 第 3 版.txt", ["a.md", "no.md", "第 3 版.txt"]),
        ("", []),
    ],
)
def test_blanks_stand_between_names_or_within_one(
    text: str, files: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A name with blanks that is there is one file; what is not there ends at the next blank."""
    for name in ("a.md", "第 3 版.txt"):
        (tmp_path / name).touch()
    monkeypatch.chdir(tmp_path)
    assert list(split_files(text)) == [Path(file) for file in files]


@pytest.mark.parametrize(
    ("command", "said"),
    [
        (accept, "没有说明是哪个文件，请写成 make accept FILES=content/raw/原文的文件名"),
        (mask, "没有说明是哪个文件，请写成 make mask FILE=文章 WORDS=要隐去的文字"),
        (withdraw, "没有说明是哪个文件，请写成 make withdraw FILE=要撤下的文章"),
    ],
)
def test_commands_say_what_to_write(command: click.Command, said: str, tmp_path: Path) -> None:
    """Without a file a command says how it is written, and does nothing."""
    done = CliRunner().invoke(command, ["", "--content", str(tmp_path)])
    assert done.exit_code == 2 and done.output.startswith(said)
