"""An edition for a disk or a USB stick: the site as a zip file in which search works too.

Browsers forbid pages opened from a disk to fetch files, but not to load scripts. So every file
of the search index becomes a script that hands over its content (script_files.js reads them):
`python -m plugins.output.disk_edition archive.zip`.
"""

import base64
import sys
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path

import click

from plugins.output.production import explained, run_pelican
from plugins.system.chinese_command import ChineseCommand
from plugins.system.folders.holding import hold_folder
from plugins.system.folders.work_folder import clear

#: The function that the scripts call; the same as in theme/static/js/search/script_files.js.
RECEIVER = "receiveArchiveFile"
INDEX = "search"
#: What serves only hosts or editors, or a browser's own copy: this edition is one already.
LEFT_OUT = ("404.html", "_headers", "admin/", "offline/", "offline-worker.js")
#: Where a site is built for it: beside the pages that builds keep, which another disk cannot share.
WORKSHOP = Path(".cache/zip")
#: The earliest time that a zip file can state: the same site gives the same bytes.
EPOCH = (1980, 1, 1, 0, 0, 0)


def edit_files(site: Path) -> Iterator[tuple[str, bytes]]:
    """Yield the edition's files, sorted by path: the site's, those of the index as scripts."""
    for file in sorted(path for path in site.rglob("*") if path.is_file()):
        path = file.relative_to(site).as_posix()
        if path.startswith(LEFT_OUT):
            continue
        content = file.read_bytes()
        if path.startswith(f"{INDEX}/"):
            packed = base64.b64encode(content).decode("ascii")
            yield f"{path}.js", f'{RECEIVER}("{packed}");\n'.encode()
        else:
            yield path, content


def write_edition(site: Path, target: Path) -> None:
    """Write the site in the folder `site` as the zip file `target`, whole or not at all."""
    fresh = target.with_name(target.name + ".new")
    try:
        with zipfile.ZipFile(fresh, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
            for path, content in edit_files(site):
                entry = zipfile.ZipInfo(path, EPOCH)
                entry.compress_type = zipfile.ZIP_DEFLATED
                entry.external_attr = 0o644 << 16
                archive.writestr(entry, content)
        fresh.replace(target)
    finally:
        fresh.unlink(missing_ok=True)


@contextmanager
def build_aside() -> Iterator[Path]:
    """Give a site built for this alone, cleared away after it; two commands take turns."""
    WORKSHOP.mkdir(parents=True, exist_ok=True)
    with hold_folder(WORKSHOP):
        site = WORKSHOP / "site"
        clear(site)
        try:
            run_pelican(site)
            yield site
        finally:
            clear(site)


@click.command(cls=ChineseCommand, help="把网站做成可以离线使用、也能搜索的压缩包。")
@click.argument("target", type=click.Path(path_type=Path))
@click.option("--site", type=click.Path(path_type=Path), help="已有的网站；不写就另外生成一份。")
def main(target: Path, site: Path | None) -> None:
    """Write the edition of a site, of one built for it unless there is one."""
    if site and not (site / "index.html").is_file():
        sys.exit(f"{site} 里没有网站，请先运行 make site")
    with (
        explained(target, lambda: f"没有生成新的 {target.name}"),
        nullcontext(site) if site else build_aside() as whole,
    ):
        write_edition(whole, target)


if __name__ == "__main__":
    main()
