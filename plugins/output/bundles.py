"""The site's scripts and its stylesheet, each bundled into one small file by esbuild.

The theme's sources stay small modules, one concept a file; a reader's phone asks for one file
of each kind. esbuild comes from npm (`make site` installs it into `node_modules`).
"""

import shutil
import subprocess
from collections.abc import Iterable, Mapping
from functools import partial
from pathlib import Path

from pelican import Pelican, signals
from pelican.generators import Generator

from plugins.system.code_version import name_code
from plugins.system.digests import digest, hex_digest
from plugins.system.kept_arrays import make_once
from plugins.system.refusal import RefusalError

#: What pages ask for by fixed names, in the theme's static folder; whatever these import goes
#: into them.
ENTRIES = ("css/site.css", "js/site.js", "js/figures-page.js", "js/offline-page.js")

#: The search page's script is large and seldom changes: its name tells its content, so that
#: hosts and browsers may keep it for ever.
SEARCH_ENTRY = "js/search-page.js"

#: A worker serves what lies below its own address, so this one stands at the site's root.
WORKER = "offline-worker.js"

#: The same search for other pages and programs, as an ES module under a name that stays.
MODULES = ("js/search/search.js",)

#: The oldest engines that readers have: those inside WeChat and UC, and iOS 14.
BROWSERS = "chrome80,safari14"

PACKAGES = Path(__file__).parents[2] / "node_modules"
MISSING = "没有找到打包脚本用的 {}：请先运行一次 make site，它会自动安装"


class BundleError(RefusalError):
    """The pages' scripts or styles could not be bundled; says what to do, in Chinese."""


def bundle(sources: Path, entry: str, *options: str, kind: str = "iife") -> bytes:
    """Return an entry of `sources` (a theme's static folder) with all that it imports.

    `kind` is esbuild's output format: iife for classic scripts, esm for modules; `options` are
    others of its own. Raises BundleError when esbuild is not installed or refuses a source.
    """
    return run_esbuild(
        str(sources / entry),
        f"--format={kind}",
        f"--target={BROWSERS}",
        # Safari 14.0 fails only at `[a, ...rest] = [literal]`, which no source writes.
        "--supported:destructuring=true",
        *options,
    )


def bundle_search(sources: Path) -> bytes:
    """Return the search page's script: lunr as a script of its own, and then all else.

    Within the function that holds all else, it would take browsers twice as long to begin.
    Raises BundleError when lunr or esbuild is not installed, or esbuild refuses a source.
    """
    try:
        lunr = (PACKAGES / "lunr" / "lunr.min.js").read_text("utf-8")
    except FileNotFoundError:
        raise BundleError(MISSING.format("lunr")) from None
    left = f"--alias:lunr={sources.resolve() / 'js' / 'search-page' / 'lunr.js'}"
    return bundle(sources, SEARCH_ENTRY, left, f"--banner:js={lunr}")


def run_esbuild(*arguments: str) -> bytes:
    """Bundle and minify, and return what esbuild writes where it is given no file.

    Raises BundleError when esbuild is not installed or refuses a source.
    """
    fixed = ["--bundle", "--minify", "--charset=utf8", "--log-level=warning"]
    command = [str(_esbuild()), *arguments, *fixed]
    done = subprocess.run(command, capture_output=True, check=False)  # noqa: S603 - a fixed program on the project's own files
    if done.returncode:
        problem = done.stderr.decode(errors="replace").strip()
        raise BundleError(
            f"脚本或样式有错，未能打包（刚更新过程序的话，先运行一次 make site）：\n{problem}"
        )
    return done.stdout


def _esbuild() -> Path:
    """Find the program itself: npm installs the one package that fits this machine."""
    for program in PACKAGES.glob("@esbuild/*/bin/esbuild"):
        return program
    raise BundleError(MISSING.format("esbuild"))


def bundle_theme(sources: Path, cache: Path | None = None) -> Mapping[str, bytes]:
    """Return all files that pages ask for, by their path below the theme's folder, and the worker.

    In a folder `cache` they are kept for as long as no source of them changes.
    """
    files = sorted(path for kind in ("css", "js") for path in (sources / kind).rglob("*.*"))
    return make_once(cache, name_bundle(sources, files), partial(_bundle_theme, sources))


def name_bundle(folder: Path, files: Iterable[Path]) -> bytes:
    """Return the digest of all that decides what becomes of files in a folder."""
    code = name_code((), "package-lock.json", "plugins/output/bundles.py", "plugins/output/admin")
    parts = ((str(file.relative_to(folder)).encode(), file.read_bytes()) for file in files)
    return digest(code.encode(), *(content for part in parts for content in part))


def _bundle_theme(sources: Path) -> dict[str, bytes]:
    files = {entry: bundle(sources, entry) for entry in ENTRIES}
    files |= {entry: bundle(sources, entry, kind="esm") for entry in MODULES}
    script = bundle_search(sources)
    files[SEARCH_ENTRY.replace(".js", f"-{hex_digest(script, 10)}.js")] = script
    return files | {WORKER: bundle(sources, f"js/{WORKER}")}


class BundleGenerator(Generator):  # type: ignore[misc] # Pelican has no types
    """Tells templates the name of the bundle that has no fixed one."""

    def generate_context(self) -> None:
        """Name the search page's script in the context. Raises BundleError as bundle() does."""
        files = bundle_theme(_sources(self.settings), _cache(self.settings))
        script = next(name for name in files if name.startswith(SEARCH_ENTRY[:-3]))
        self.context["SEARCH_SCRIPT"] = script


def _sources(settings: dict[str, str]) -> Path:
    return Path(settings["THEME"]) / "static"


def _cache(settings: dict[str, str]) -> Path:
    return Path(settings["CACHE_PATH"]) / "theme"


def _remove_sources(target: Path) -> None:
    """Take the parts out of the output: the bundles hold them."""
    for folder in {target / Path(entry).parts[0] for entry in (*ENTRIES, *MODULES)}:
        shutil.rmtree(folder, ignore_errors=True)


def write_bundles(pelican: Pelican) -> None:
    """Write the bundles once Pelican has copied the theme to the output."""
    output = Path(pelican.settings["OUTPUT_PATH"])
    target = output / pelican.settings["THEME_STATIC_DIR"]
    sources = _sources(pelican.settings)
    _remove_sources(target)
    for name, content in bundle_theme(sources, _cache(pelican.settings)).items():
        path = output / name if name == WORKER else target / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def _give_generator(_pelican: Pelican) -> type[BundleGenerator]:
    return BundleGenerator


def register() -> None:
    """Tell Pelican to name the script for templates; plugins.output.finish writes the bundles."""
    signals.get_generators.connect(_give_generator)
