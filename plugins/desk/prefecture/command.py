"""`make prefecture`: an empty archive of another prefecture, after a question and a yes."""

import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import click

from plugins.desk.arguments import CONTENT, WRITE, is_agreed
from plugins.desk.editing.drafts import split_names
from plugins.desk.endings import end_in_words
from plugins.desk.prefecture.divisions import Prefecture, find_prefecture
from plugins.desk.prefecture.history import find_unsaved
from plugins.desk.prefecture.plan import Plan, plan_archive
from plugins.desk.prefecture.remains import find_remains, list_words
from plugins.desk.prefecture.statements import Names, propose_names
from plugins.subjects.tables.gazetteer import read_gazetteer
from plugins.system.chinese_command import ChineseCommand, explain_disk
from plugins.system.folders.whole_files import write_files
from plugins.system.refusal import RefusalError

#: So many names are told one by one.
_MOST_TOLD = 12


@click.command(cls=ChineseCommand, help="换成另一个地级市（州、盟、地区）的档案，从空的开始。")
@click.option("--name", default="", help="地级市（州、盟、地区）的名称，如 某某市。")
@click.option("--province", default="", help="省（自治区、直辖市），有同名的才要写。")
@click.option("--counties", default="", help="收哪些县：代码或名称，用顿号隔开；不写就是全部。")
@click.option("--site", default="", help="网站名称。")
@click.option("--newspaper", default="", help="报纸名称。")
@WRITE
@CONTENT
def prefecture(
    name: str, province: str, counties: str, site: str, newspaper: str, write: bool, content: Path
) -> None:
    """Ask for what is not given, show what will be done, and do it after a yes."""
    ask = _ask if sys.stdin.isatty() and not write else _keep
    with end_in_words(content, "什么也没有改"):
        chosen = _choose(name, province, counties, ask)
        proposed = propose_names(chosen)
        names = Names(
            ask("网站名称", site or proposed.site), ask("报纸名称", newspaper or proposed.newspaper)
        )
        words = list_words(read_gazetteer(content / "data"))
        plan = plan_archive(content, chosen, names)
        _tell(plan, chosen, names, content)
        if plan.removed:
            _refuse_unsaved(content)
        if not is_agreed("照这样做吗？", write=write):
            sys.exit("什么也没有改。要写入，请在终端里回答 y，或加上 WRITE=1。")
        carry_out(plan, content)
        _tell_remains(words, content)


def _ask(question: str, given: str) -> str:
    return str(click.prompt(question, default=given, show_default=bool(given))).strip()


def _keep(_: str, given: str) -> str:
    return given


def _choose(name: str, province: str, counties: str, ask: Callable[[str, str], str]) -> Prefecture:
    name = name or ask("地级市（州、盟、地区）的名称", "")
    if not name:
        raise RefusalError("没有名称，请写成 make prefecture NAME=某某市")
    found = find_prefecture(name, province, split_names(counties))
    listed = "、".join(f"{one.code} {one.name}" for one in found.counties)
    click.echo(f"{found.province.name}{found.name}：{listed}")
    return found


def _tell(plan: Plan, chosen: Prefecture, names: Names, content: Path) -> None:
    """Say what will be done, and what the nation's list leaves to the editors."""
    written = "、".join(path.relative_to(content).as_posix() for path, _ in plan.files)
    if plan.removed or len(plan.files) > 1:
        click.echo(f"网站：{names.site}，收录 {names.newspaper}，{len(chosen.counties)} 个县区。")
    click.echo(f"要写：{written or '没有，表里都有了'}。")
    if plan.removed:
        folders = "articles/、raw/"
        click.echo(f"要清空：{folders} 里的 {len(plan.removed)} 个文件，登记的网址和隐去的文字。")
    _tell_names("名单里看不出是镇还是村、没有写进表的", plan.left)
    _tell_names("表里有、名单里没有的（没有动）", plan.unknown)
    _tell_names("原来没有收、这次补上的县区", plan.joining)
    if plan.joining:
        click.echo("它们的方块（county-tiles.csv）和网站的说明（site.yaml）请自己写上。")


def _tell_names(what: str, names: Sequence[str]) -> None:
    if names:
        more = "等" if len(names) > _MOST_TOLD else ""
        click.echo(f"{what} {len(names)} 个：{'、'.join(names[:_MOST_TOLD])}{more}。")


def _refuse_unsaved(content: Path) -> None:
    """Leave where Git could not give back all that is to be emptied; say so where there is none."""
    unsaved = find_unsaved(content)
    if unsaved is None:
        click.echo(f"{content} 不在 Git 里：清空的找不回来，要留的请先另存一份。")
    elif unsaved:
        _tell_names("还没有提交到 Git 的", unsaved)
        sys.exit("什么也没有改。请先提交（git add、git commit），再运行一次：清空以后才找得回来。")


def carry_out(plan: Plan, content: Path) -> None:
    """Write the tables, all or none; only then remove what is of the old archive."""
    write_files(plan.files)
    try:
        for path in plan.removed:
            path.unlink()
        for path in {path.parent for path in plan.removed}:
            _remove_empty(path, content)
    except OSError as error:
        kept = "表已经写好，articles/、raw/ 里没有删完，请手工删去余下的文件"
        sys.exit(explain_disk(error, content, kept))
    click.echo(f"写好了 {len(plan.files)} 个文件。")


def _tell_remains(before: set[str], content: Path) -> None:
    """Say where words of the old archive's place still stand."""
    after = list_words(read_gazetteer(content / "data"))
    remains = list(find_remains(content, before - after))
    if remains:
        click.echo("这些地方还写着原来的地名，请看一看要不要改：")
        for one in remains:
            click.echo(f"  {one}")


def _remove_empty(folder: Path, content: Path) -> None:
    """Remove a folder within articles/ or raw/ that has become empty, and those above it.

    It may have gone before, with one that lay in it.
    """
    while folder.parent != content and folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent
