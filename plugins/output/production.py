"""The production site: built beside the last one, and put in its place once it is whole.

`python -m plugins.output.production output` builds into `output.new`. A build that fails, a full
disk or a kill leave the last site as it is; what they leave behind, the next run clears away.
"""

import ctypes
import gc
import logging
import os
import shutil
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path

import click

from plugins.content.content_error import BuildRefusedError, BuildStoppedError
from plugins.output.unchanged import is_unchanged, name_sources, record_site
from plugins.system.chinese_command import ChineseCommand, explain_disk
from plugins.system.folders.holding import hold_folder
from plugins.system.folders.work_folder import name_work_folder

#: By name: Pelican's settings, and what is set besides. What is published has no line of a raw
#: page that nobody has settled; a preview has drafts, and the raw pages beside the articles.
EDITIONS: Mapping[str, tuple[str, Mapping[str, bool]]] = {
    "site": ("publishconf.py", {}),
    "publish": ("publishconf.py", {"PUBLISHING": True}),
    "preview": ("pelicanconf.py", {"PREVIEW": True, "DELETE_OUTPUT_DIRECTORY": True}),
}
#: So many new objects are let be, some megabytes, before garbage is looked for among them.
_COLLECTED_AT = 20_000
#: Paths that do not depend on an open folder (fcntl.h of Linux).
_AT_FDCWD = -100
#: Flags that make a rename an exchange: RENAME_EXCHANGE (Linux), RENAME_SWAP (macOS).
_EXCHANGE = 2


class BusyError(BuildRefusedError):
    """Another build is at work on the same output; says so in Chinese."""


def build_site(output: Path, edition: str = "site") -> bool:
    """Build an edition and put it in the place of the folder `output`, or leave that as it is.

    That is done where a build fails, or where nothing has changed since it was built
    (unchanged.py): only then is nothing built, and False returned.
    Raises BusyError, what the build's stages raise, and OSError where the disk refuses.
    """
    left = fresh, old, _ = name_left(output)
    output.parent.mkdir(parents=True, exist_ok=True)
    with ExitStack() as held:
        try:
            held.enter_context(hold_folder(output.parent, wait=False))
        except BlockingIOError:
            raise BusyError("另一个 make site 正在生成网站，请等它结束再运行") from None
        restore_site(output, old)
        clear(*left)
        held.callback(clear, *left)
        sources = name_sources(edition)
        if is_unchanged(output, edition, sources):
            return False
        run_pelican(fresh, edition)
        replace_site(fresh, output, old)
        # What was saved while it was built may be in it or not.
        if name_sources(edition) == sources:
            record_site(output, edition, sources)
        return True


def run_pelican(target: Path, edition: str = "site") -> None:
    """Write an edition into a folder. Raises what stops it."""
    # Where nothing has changed nobody needs Pelican, which takes a second to import.
    from pelican import Pelican
    from pelican.log import console
    from pelican.log import init as init_logging
    from pelican.settings import read_settings

    from plugins.site.later import end_begun

    handler = logging.StreamHandler()
    handler.addFilter(_stop_at_refusal)
    init_logging(fatal="errors", handler=handler)
    settings, own = EDITIONS[edition]
    # Pelican's own words are for developers, and English.
    console.quiet = True
    pelican = Pelican(read_settings(settings, override={**own, "OUTPUT_PATH": str(target)}))
    with _seldom_collecting():
        try:
            pelican.run()
        finally:
            end_begun(pelican.settings)


@contextmanager
def _seldom_collecting() -> Iterator[None]:
    """Look for garbage seldom: nearly all that a build makes it keeps to its end."""
    before = gc.get_threshold()
    gc.set_threshold(_COLLECTED_AT, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)


def _stop_at_refusal(record: logging.LogRecord) -> bool:
    """Raise what the disk refused, where Pelican would only warn and leave the file out."""
    for told in record.args or ():
        if isinstance(told, OSError):
            raise told
    return True


def clear(*folders: Path) -> None:
    """Remove what builds leave behind."""
    for folder in folders:
        shutil.rmtree(folder, ignore_errors=True)


def restore_site(output: Path, old: Path) -> None:
    """Bring back the last site where a kill struck between the two renames of replace_site."""
    if old.exists() and not output.exists():
        old.rename(output)


def replace_site(fresh: Path, output: Path, old: Path) -> None:
    """Put the folder `fresh` in the place of `output`, in one step where the system has one.

    Elsewhere there are two renames with no site between them, which takes microseconds.
    """
    if not output.exists():
        fresh.rename(output)
    elif not _exchange(fresh, output):
        output.rename(old)
        fresh.rename(output)


def _exchange(one: Path, other: Path) -> bool:
    """Let two folders change places at once; False where the system or the disk cannot."""
    system = ctypes.CDLL(None)
    names = os.fsencode(one), os.fsencode(other)
    if hasattr(system, "renameat2"):
        return bool(system.renameat2(_AT_FDCWD, names[0], _AT_FDCWD, names[1], _EXCHANGE) == 0)
    if hasattr(system, "renamex_np"):
        return bool(system.renamex_np(*names, _EXCHANGE) == 0)
    return False


def name_left(output: Path) -> tuple[Path, Path, Path]:
    """Return the folders that a killed build may leave: the new site, the last one, its work."""
    fresh = _name_beside(output, "new")
    return fresh, _name_beside(output, "old"), name_work_folder(fresh)


def _name_beside(output: Path, ending: str) -> Path:
    return output.with_name(f"{output.name}.{ending}")


@click.command(cls=ChineseCommand, help="按正式发布的设置生成网站。")
@click.argument("output", type=click.Path(path_type=Path, file_okay=False))
@click.option("--publish", "edition", flag_value="publish", help="没有归入文章的行都核对过才生成。")
@click.option("--preview", "edition", flag_value="preview", help="连同草稿和原文对照。")
def main(output: Path, edition: str | None) -> None:
    """Build the site into `output`, or say what stopped it and that the last one still stands."""
    with explained(output, partial(describe_kept, output)):
        done = "已生成" if build_site(output, edition or "site") else "没有变化，仍是上次生成的"
    if edition == "preview":
        click.echo(f"预览{done}：用浏览器打开 {output}/index.html，原文对照在 {output}/review/。")
    else:
        click.echo(f"网站{done}：用浏览器打开 {output}/index.html，或放到任何网站空间。")


@contextmanager
def explained(output: Path, describe: Callable[[], str]) -> Iterator[None]:
    """Leave with what stopped a build, and with what `describe` says of what stands there."""
    try:
        yield
    except OSError as error:
        sys.exit(explain_disk(error, output, describe()))
    except BuildRefusedError as error:
        sys.exit(f"{error}（{describe()}）")
    except (BuildStoppedError, KeyboardInterrupt):
        sys.exit(f"{describe()}。")


def describe_kept(output: Path) -> str:
    """Say what stands where a new site was to be."""
    kept = f"{output}/ 仍是上一次的内容" if output.exists() else f"还没有 {output}/"
    return f"网站没有生成，{kept}"


if __name__ == "__main__":
    main()
