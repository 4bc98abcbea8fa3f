"""The site's scripts and its stylesheet, each bundled into one small file by esbuild.

The theme's sources stay small modules, one concept a file; a reader's phone asks for one file
of each kind. esbuild comes from npm (`make site` installs it into `node_modules`).
"""

import subprocess
from pathlib import Path

from pelican import Pelican, signals

#: What pages ask for, in the theme's static folder; whatever these import goes into them.
ENTRIES = ("css/site.css", "js/site.js", "js/search-page.js")

#: The oldest engines that readers have: those inside WeChat and UC, and iOS 14.
BROWSERS = "chrome80,safari14"

PACKAGES = Path(__file__).parents[1] / "node_modules"


class BundleError(Exception):
    """The pages' scripts or styles could not be bundled; says what to do, in Chinese."""


def _esbuild() -> Path:
    """Find the program itself: npm installs the one package that fits this machine."""
    for program in PACKAGES.glob("@esbuild/*/bin/esbuild"):
        return program
    raise BundleError("没有找到打包脚本用的 esbuild：请先运行一次 make site，它会自动安装")


def bundle(sources: Path, target: Path) -> None:
    """Bundle every entry of `sources` (a theme's static folder) into the same path of `target`.

    Raises BundleError when esbuild is not installed or refuses a source.
    """
    command = [
        str(_esbuild()),
        *(str(sources / entry) for entry in ENTRIES),
        "--bundle",
        "--minify",
        "--charset=utf8",
        "--format=iife",
        f"--target={BROWSERS}",
        f"--outbase={sources}",
        f"--outdir={target}",
        "--log-level=warning",
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - a fixed program on the theme's own files
    if done.returncode:
        raise BundleError(f"主题的脚本或样式有错，未能打包：\n{done.stderr.strip()}")


def _remove_sources(target: Path) -> None:
    """Take the parts out of the output: the bundles hold them."""
    kept = {target / entry for entry in ENTRIES}
    for folder in {target / Path(entry).parent for entry in ENTRIES}:
        for file in folder.rglob("*"):
            if file.is_file() and file not in kept:
                file.unlink()


def bundle_theme(pelican: Pelican) -> None:
    """Bundle the theme's entries once Pelican has copied the theme to the output."""
    sources = Path(pelican.settings["THEME"]) / "static"
    target = Path(pelican.settings["OUTPUT_PATH"]) / pelican.settings["THEME_STATIC_DIR"]
    _remove_sources(target)
    bundle(sources, target)


def register() -> None:
    """Tell Pelican to bundle when its output is complete."""
    signals.finalized.connect(bundle_theme)
