"""What is wrong with a command as typed, or with a disk, as one line of Chinese."""

import errno
import logging
import os
import sys
from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from typing import Any

import click

#: What was left as it was, where a command says nothing else.
UNWRITTEN = "没有写入文章"
#: What to do about a file or folder that the system refuses, by error number.
_ADVICE = {
    errno.ENOENT: "没有这个文件，请检查文件名",
    errno.EISDIR: "是文件夹，请给出文件",
    errno.ENOTDIR: "路径中有一段不是文件夹，请检查路径",
    errno.EACCES: "没有读写的权限，请检查权限",
    errno.EPERM: "没有读写的权限，请检查权限",
    errno.EROFS: "这里只能读，不能写，请换一个文件夹",
    errno.ENOSPC: "磁盘满了，请腾出空间",
    errno.EDQUOT: "磁盘配额用完了，请腾出空间",
    errno.EFBIG: "超过了文件大小的限制，请腾出空间",
    errno.ENAMETOOLONG: "文件名太长，请改短",
}


class ChineseCommand(click.Command):
    """A command whose usage errors are one Chinese line on standard error, with status 2."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the arguments as click does, or leave with what is wrong with them."""
        try:
            return super().parse_args(ctx, args)
        except click.UsageError as error:
            click.echo(explain_usage(error), err=True)
            sys.exit(2)

    def invoke(self, ctx: click.Context) -> object:
        """Run the command; Ctrl-C ends it with a line instead of click's English one."""
        try:
            return super().invoke(ctx)
        except (KeyboardInterrupt, click.Abort):
            sys.exit("已停止。")


class ChineseGroup(click.Group):
    """A group of commands whose usage errors are one Chinese line, with status 2.

    `modules` name the module that each command is found in, which is loaded when it is asked for.
    """

    def __init__(self, *, modules: Mapping[str, str], **settings: Any) -> None:  # noqa: ANN401 - click's own
        super().__init__(**settings)
        self._modules = modules

    def list_commands(self, ctx: click.Context) -> list[str]:
        """List the names of the commands."""
        return sorted(self._modules)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load a command; None where none has that name."""
        if cmd_name not in self._modules:
            return None
        command: click.Command = getattr(import_module(self._modules[cmd_name]), cmd_name)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command as click does, or leave with the names that there are."""
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError:
            names = "、".join(self.list_commands(ctx))
            click.echo(f"没有“{args[0]}”这个命令，可用的有：{names}", err=True)
            sys.exit(2)


def explain_usage(error: click.UsageError) -> str:
    """Put one of click's usage errors into Chinese, with what to write instead."""
    if isinstance(error, click.NoSuchOption):
        near = f"，是不是 {error.possibilities[0]}？" if error.possibilities else ""
        return f"没有 {error.option_name} 这个选项{near or '，可用 --help 查看全部选项'}"
    if isinstance(error, click.MissingParameter):
        return "没有说明是哪个文件，请在命令后面写上文件名，如 content/raw/2019-11-21-03.txt"
    if isinstance(error, click.BadOptionUsage):
        return f"{error.option_name} 后面要写上内容，可用 --help 查看写法"
    if isinstance(error, click.BadParameter) and error.param is not None:
        hint = getattr(error.param, "help", None) or "可用 --help 查看写法"
        return f"{error.param.opts[-1]} 的内容不对（{hint.rstrip('。')}）"
    return "命令写得不对，可用 --help 查看写法"


def explain_disk(error: OSError, folder: Path, kept: str = UNWRITTEN) -> str:
    """Say what the system refused, what to do, and what was left as it was.

    `folder` stands in where no file is named.
    """
    reason = _ADVICE.get(error.errno or 0) or f"读写失败（{os.strerror(error.errno or 0)}）"
    return f"{error.filename2 or error.filename or folder}：{reason}（{kept}）"


def keep_warnings_back() -> None:
    """Leave warnings of the log unsaid until the running command ends."""
    logging.disable(logging.WARNING)
    click.get_current_context().call_on_close(lambda: logging.disable(logging.NOTSET))
