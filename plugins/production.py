"""The production site: built beside the last one, and put in its place once it is whole.

`python -m plugins.production output` builds into `output.new`. A build that fails, a full disk or
a kill leave the last site as it is; what they leave behind, the next run clears away.
"""

import ctypes
import os
import shutil
import subprocess
import sys
from pathlib import Path

import click

#: Paths that do not depend on an open folder (fcntl.h of Linux).
_AT_FDCWD = -100
#: Flags that make a rename an exchange: RENAME_EXCHANGE (Linux), RENAME_SWAP (macOS).
_EXCHANGE = 2


def build_site(output: Path) -> bool:
    """Build the site and put it in the place of the folder `output`; say whether that was done."""
    fresh, old = _name_beside(output, "new"), _name_beside(output, "old")
    restore_site(output, old)
    for folder in (fresh, old):
        shutil.rmtree(folder, ignore_errors=True)
    command = [sys.executable, "-m", "pelican", "content", "-s", "publishconf.py", "-o", str(fresh)]
    built = subprocess.run([*command, "--fatal", "errors"], check=False)  # noqa: S603 - our own
    if built.returncode == 0:
        replace_site(fresh, output, old)
    for folder in (fresh, old):
        shutil.rmtree(folder, ignore_errors=True)
    return built.returncode == 0


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


def _name_beside(output: Path, ending: str) -> Path:
    return output.with_name(f"{output.name}.{ending}")


@click.command(help="按正式发布的设置生成网站。")
@click.argument("output", type=click.Path(path_type=Path, file_okay=False))
def main(output: Path) -> None:
    """Build the site into `output`, or say that the last one still stands."""
    if not build_site(output):
        kept = f"{output}/ 仍是上一次的内容" if output.exists() else f"还没有 {output}/"
        sys.exit(f"网站没有生成，原因见上；{kept}。")
    click.echo(f"网站已生成：用浏览器打开 {output}/index.html，或把 {output}/ 放到任何网站空间。")


if __name__ == "__main__":
    main()
