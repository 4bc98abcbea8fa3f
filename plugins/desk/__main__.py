"""The desk's command line: what editors do with articles before they are published."""

import click

from plugins.system.chinese_command import ChineseGroup

#: Where each command is found; only the one that is called is loaded.
COMMANDS = {
    "accept": "plugins.desk.conversion.accept_command",
    "addresses": "plugins.desk.editing.privacy_commands",
    "annotate": "plugins.desk.editing.annotate_command",
    "check": "plugins.desk.checking.check_command",
    "mask": "plugins.desk.editing.privacy_commands",
    "new": "plugins.desk.editing.new_command",
    "prefecture": "plugins.desk.prefecture.command",
    "propose": "plugins.desk.uploads.upload_command",
    "redo": "plugins.desk.conversion.redo_command",
    "serve": "plugins.desk.preview.serve_command",
    "withdraw": "plugins.desk.editing.privacy_commands",
}


@click.group(
    cls=ChineseGroup, modules=COMMANDS, help="编辑的工具：检查、新建、补全文章，预览网站。"
)
def main() -> None:
    """Run one of the desk's commands."""


if __name__ == "__main__":
    # Options of `new` may come by the environment: DESK_NEW_TITLE and so on.
    main(auto_envvar_prefix="DESK")
