"""The production site: built beside the last one, and put in its place once it is whole.

`python -m plugins.output.production output` builds into `output.new`. A build that fails, a full
disk or a kill leave the last site as it is; what they leave behind, the next run clears away.
"""

import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path

import click

from plugins.content.content_error import BuildStoppedError
from plugins.output.unchanged import is_unchanged, name_sources, name_states, record_site
from plugins.system.chinese_command import ChineseCommand, explain_disk
from plugins.system.folders.exchange import replace_folder, restore_folder
from plugins.system.folders.holding import hold_folder
from plugins.system.folders.work_folder import clear, name_left
from plugins.system.refusal import RefusalError

#: By name: Pelican's settings, and what is set besides. What is published has no line of a raw
#: page that nobody has settled; a preview has drafts, and the raw pages beside the articles.
EDITIONS: Mapping[str, tuple[str, Mapping[str, bool]]] = {
    "site": ("publishconf.py", {}),
    "publish": ("publishconf.py", {"PUBLISHING": True}),
    "preview": ("pelicanconf.py", {"PREVIEW": True, "DELETE_OUTPUT_DIRECTORY": True}),
}


class BusyError(RefusalError):
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
        restore_folder(output, old)
        clear(*left)
        held.callback(clear, *left)
        states, sources = name_states(), name_sources(edition)
        if is_unchanged(output, edition, sources):
            return False
        run_pelican(fresh, edition)
        replace_folder(fresh, output, old)
        # What was saved while it was built may be in it or not.
        if (states and states == name_states()) or sources == name_sources(edition):
            record_site(output, edition, sources)
        return True


def run_pelican(target: Path, edition: str = "site") -> None:
    """Write an edition into a folder. Raises what stops it."""
    # Where nothing has changed nobody needs it.
    from plugins.site.written_site import write_site

    settings, own = EDITIONS[edition]
    write_site(target, settings, own)


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
    except (BuildStoppedError, KeyboardInterrupt):
        sys.exit(f"{describe()}。")
    except RefusalError as error:
        sys.exit(f"{error}（{describe()}）")


def describe_kept(output: Path) -> str:
    """Say what stands where a new site was to be."""
    kept = f"{output}/ 仍是上一次的内容" if output.exists() else f"还没有 {output}/"
    return f"网站没有生成，{kept}"


if __name__ == "__main__":
    main()
