"""The web editor's files in the output's folder admin/: a page, a script, fonts, its settings."""

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from jinja2 import Environment

from plugins.chinese.expressions import compile_late
from plugins.content.tables import read_rows
from plugins.output.admin.config import describe_records, list_hosts, make_config
from plugins.output.bundles import PACKAGES, BundleError, name_bundle, run_esbuild
from plugins.site.settings.site_settings import load_site
from plugins.subjects.tables.places import County
from plugins.subjects.tables.topics import read_topics
from plugins.system.kept_arrays import make_once

FOLDER = "admin"
SOURCES = Path(__file__).parent
CMS = PACKAGES / "@sveltia/cms"

#: What Sveltia CMS loads when asked for and no form of ours asks for: maps, syntax colours,
#: conversion of pictures, which the build does. An import that is left out fails by itself.
LEFT_OUT = (
    *("@shikijs/*", "./chunks/shiki*", "./chunks/react-dom*", "leaflet/*", "terra-draw*"),
    *("./chunks/heic*", "./chunks/webp*", "svgo/*", "exifr/*", "turndown/*"),
)
LANGUAGE = "zh-CN.json"
FONTS = ("*.woff2", "*.LICENSE.txt")
#: A font's address elsewhere: its name and its style.
FOREIGN_FONT = compile_late(
    r"https://cdn\.jsdelivr\.net/fontsource/fonts/([\w-]+)(?::vf)?@[\d.]+/([\w-]+)\.woff2"
)
#: Where Sveltia CMS asks how GitHub is, and what it is answered instead: that nobody knows.
STATUS_PAGE = compile_late(r"https://www\.githubstatus\.com/api/v2/status\.json")
UNKNOWN_STATUS = "data:application/json,%7B%22status%22:%7B%7D%7D"


def write_editor(site: Path, data: Path, cache: Path | None = None) -> None:
    """Write the web editor into a built site, with what the tables of the folder `data` say.

    In a folder `cache` its script is kept for as long as nothing that it is made of changes.
    Raises BundleError, ContentError.
    """
    target = site / FOLDER
    target.mkdir(parents=True, exist_ok=True)
    settings = load_site(data / "site.yaml", "")
    config = make_config(settings, _read_choices(data, settings.newspapers))
    content = {"config": config, "records": describe_records()}
    (target / "config.json").write_text(json.dumps(content, ensure_ascii=False), "utf-8")
    key = name_bundle(SOURCES, sorted(SOURCES.glob("*.js")))
    for path, script in make_once(cache, key, _make_script).items():
        (target / path).parent.mkdir(exist_ok=True)
        (target / path).write_bytes(script)
    shutil.copyfile(SOURCES / "admin.css", target / "admin.css")
    page = Environment(autoescape=True, trim_blocks=True).from_string(
        (SOURCES / "index.html").read_text("utf-8")
    )
    policy = write_policy(list_hosts(settings.repository))
    (target / "index.html").write_text(page.render(settings=settings, policy=policy), "utf-8")


def write_policy(hosts: list[str]) -> str:
    """Return the page's Content-Security-Policy; `hosts` keep the repository."""
    return "; ".join(
        [
            "default-src 'none'",
            "script-src 'self'",
            # Svelte puts the styles of what it shows into the page.
            "style-src 'self' 'unsafe-inline'",
            "font-src 'self'",
            # Pictures of the repository come as blobs, icons as data.
            "img-src 'self' blob: data:",
            " ".join(["connect-src 'self' blob: data:", *hosts]),
            "form-action 'none'",
            "base-uri 'none'",
        ]
    )


def _read_choices(data: Path, newspapers: tuple[str, ...]) -> dict[str, list[str]]:
    """Return the words that an article's fields may hold, from the editors' tables."""
    return {
        "newspaper": list(newspapers),
        "counties": [county.name for _, county in read_rows(data / "counties.csv", County)],
        "topics": [topic.name for topic in read_topics(data / "topics.yaml")],
    }


def _make_script() -> dict[str, bytes]:
    """Return the script's files and its fonts, by their paths in the editor's folder."""
    with TemporaryDirectory() as folder:
        target = Path(folder)
        _bundle_script(target)
        _stay_at_home(target)
        files = sorted(path for path in target.rglob("*") if path.is_file())
        return {path.relative_to(target).as_posix(): path.read_bytes() for path in files}


def _bundle_script(target: Path) -> None:
    languages = (path.name for path in sorted((CMS / "locales").iterdir()))
    left_out = [*LEFT_OUT, *(f"*/locales/{name}" for name in languages if name != LANGUAGE)]
    run_esbuild(
        str(SOURCES / "admin.js"),
        f"--outdir={target}",
        "--splitting",
        # Without the hashes that esbuild makes of folders of this machine.
        "--chunk-names=[name]",
        "--format=esm",
        # Editors' browsers are newer than readers': Sveltia CMS wants the last two years' ones.
        "--target=esnext",
        *(f"--external:{name}" for name in left_out),
    )


def _stay_at_home(target: Path) -> None:
    """Copy the fonts and their licences, and have the script ask no other host.

    It names each font twice: here, and at a host that spreads fonts, which browsers ask as well;
    and it asks how GitHub is.
    """
    assets = target / "assets"
    assets.mkdir(exist_ok=True)
    for pattern in FONTS:
        for font in sorted((CMS / "npm/assets").glob(pattern)):
            shutil.copyfile(font, assets / font.name)
    names = [font.name for font in assets.iterdir()]
    script = target / "admin.js"

    def find_here(url: re.Match[str]) -> str:
        return next(f"assets/{name}" for name in names if name.startswith(f"{url[1]}-{url[2]}-"))

    text = replace_known(FOREIGN_FONT, find_here, script.read_text("utf-8"))
    script.write_text(replace_known(STATUS_PAGE, lambda _: UNKNOWN_STATUS, text), "utf-8")


def replace_known(
    address: re.Pattern[str], put: Callable[[re.Match[str]], str], script: str
) -> str:
    """Return a script that asks elsewhere. Raises BundleError where it has no such address."""
    text, count = address.subn(put, script)
    if not count:
        raise BundleError(f"Sveltia CMS 里没有 {address.pattern} 了，请看它现在问哪里")
    return text
