"""The attacks as one content folder, and what the build makes of it."""

import io
from collections.abc import Iterable
from contextlib import redirect_stderr
from dataclasses import dataclass, field
from pathlib import Path

from plugins.chinese.control_characters import CONTROL
from plugins.content.content_error import BuildStoppedError, ContentError
from plugins.content.raw_folder import SIDECAR
from plugins.desk.conversion.issues import Issue
from plugins.desk.conversion.page_conversion import convert
from plugins.site.kept.kept_articles import KEPT, KeptArticles
from plugins.site.settings.tables import Tables
from tests.hostile.corpus import Case, choose_cases
from tests.hostile.pictures import write_pictures
from tests.sites.small_site import build_site, write_content

SITE_URL = "http://archive.example/archive"
#: What other cases claim to be, and what all may refer to.
GOOD = "---\ntitle: 浔滨茶园\nid: first-01\ndate: 2019-11-21\n---\n\n浔滨区种茶8亩，种桑9亩。\n"
WORDS = "<script>alert(1)</script><img src=//evil.example/x onerror=alert(1)>{{ 7 * 7 }}"
PAGE = f"---\ntitle: '{WORDS}'\ndescription: '{WORDS}'\n---\n\n<script>alert(1)</script>{{% x %}}\n"
#: Tables that editors may change, and the words in them.
ATTACKED = {
    "site.yaml": (
        "name tagline description publisher contact rights code_licence data_licence "
        "historical_note icp police"
    ),
    "glossary.yaml": "explanation",
}
#: Links, fields and text, what is told of them, double names and dead links: one after the other.
MOST_ROUNDS = 6


@dataclass
class HostileSite:
    """The site of all attacks that are rendered, and the lines that refused the others."""

    content: Path
    output: Path
    refusals: dict[str, list[str]] = field(default_factory=dict)


def make_hostile_site(folder: Path, tables: Tables) -> HostileSite:
    """Build a site of all attacks, without those that the build refuses, round by round.

    What a round has read and settled the next one has at hand, as the preview's builds do.
    """
    cases = choose_cases()
    site = HostileSite(write_hostile_content(folder, cases), folder / "output")
    for case in cases:
        if case.kind == "raw":
            convert_raw(case, site, tables)
    rounds, kept = 0, KeptArticles()
    while lines := build(site, tables, kept):
        rounds += 1
        assert rounds < MOST_ROUNDS, lines
        remove_refused(site, lines)
    return site


def write_hostile_content(folder: Path, cases: Iterable[Case]) -> Path:
    """Write a content folder of attacks, the site's own settings and pages among them."""
    content = write_content(folder, {"first.md": GOOD})
    (folder / "outside.md").write_text(GOOD, encoding="utf-8")
    write_pictures(content / "images")
    for case in cases:
        case.write(content)
    for name, fields in ATTACKED.items():
        table = content / "data" / name
        text = table.read_text(encoding="utf-8")
        table.unlink()
        table.write_text(make_hostile(text, fields), encoding="utf-8")
    about = (content / "pages" / "about.md").read_text(encoding="utf-8")
    (content / "pages").unlink()
    (content / "pages").mkdir()
    (content / "pages" / "about.md").write_text(about, encoding="utf-8")
    (content / "pages" / "hostile.md").write_text(PAGE, encoding="utf-8")
    return content


def make_hostile(table: str, fields: str) -> str:
    """Put scripts into some fields of a table."""
    lines = []
    for line in table.splitlines():
        key, colon, _ = line.strip().partition(":")
        indent = line[: len(line) - len(line.lstrip())]
        attacked = colon and key in fields.split()
        lines.append(f"{indent}{key}: '{WORDS}'" if attacked else line)
    return "\n".join(lines) + "\n"


def convert_raw(case: Case, site: HostileSite, tables: Tables) -> None:
    """Put the articles that the converter makes of a raw page beside the others, or its refusal."""
    raw = site.content / case.file
    try:
        page = convert(raw, Issue(), tables)
    except ContentError as refusal:
        site.refusals[case.file] = [str(refusal)]
        raw.unlink()
        raw.with_suffix(SIDECAR).unlink(missing_ok=True)
        return
    assert page.manuscripts or page.page.unassigned, case.tries
    for number, manuscript in enumerate(page.manuscripts, start=1):
        article = site.content / "articles" / f"{case.name}-{number}.md"
        article.write_text(manuscript.text, encoding="utf-8")


def build(site: HostileSite, tables: Tables, kept: KeptArticles) -> list[str]:
    """Build the site; return the lines that the build says, none where it is sound."""
    said = io.StringIO()
    settings = {"CANONICAL_URL": SITE_URL, "LOAD_TABLES": lambda _: tables, KEPT: kept}
    try:
        with redirect_stderr(said):
            build_site(site.content, site.output, **settings)
    except BuildStoppedError:
        assert not site.output.exists()
        return said.getvalue().splitlines()
    return []


def remove_refused(site: HostileSite, lines: Iterable[str]) -> None:
    """Remove the files that the lines name, and keep the lines."""
    files = [path for path in (site.content / "articles").rglob("*") if not path.is_dir()]
    files += [path for path in (site.content / "articles").rglob("*") if path.is_symlink()]
    named = {show_name(path, site.content): path for path in files}
    for line in lines:
        place = line.partition("：")[0].partition(" 第 ")[0]
        assert place in named, line
        site.refusals.setdefault(place.removeprefix("content/"), []).append(line)
        named[place].unlink(missing_ok=True)


def show_name(path: Path, content: Path) -> str:
    """Return a file's name as messages have it: on one line, nothing that a terminal obeys."""
    return shown_name(path.relative_to(content.parent).as_posix())


def shown_name(name: str) -> str:
    """Return a path as messages have it."""
    return CONTROL.sub("", " ".join(name.split()))
