"""The attacks as one content folder, and what the site makes of it."""

import os
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from plugins.archive.content_error import ContentError
from plugins.archive.raw_folder import SIDECAR
from plugins.archive.reference import Tables
from plugins.desk.inspection import Inspection
from plugins.desk.issues import Issue
from plugins.desk.manuscripts import convert
from plugins.newspaper import RawPageError
from tests.archive.small_site import build_site, write_content
from tests.hostile.corpus import Case, choose_cases
from tests.hostile.pictures import write_pictures

SITE_URL = "http://archive.example/archive"
#: What other cases claim to be, and what all may refer to.
FIRST = {"first.md": "---\ntitle: 汉滨茶园\nid: first-01\ndate: 2019-11-21\n---\n\n汉滨区种茶。\n"}
WORDS = "<script>alert(1)</script><img src=//evil.example/x onerror=alert(1)>{{ 7 * 7 }}"
PAGE = f"---\ntitle: '{WORDS}'\ndescription: '{WORDS}'\n---\n\n## {WORDS.partition('<img')[0]}\n\n"
#: Tables that editors may change, and the words in them.
ATTACKED = {
    "site.yaml": (
        "name tagline description publisher contact rights code_licence data_licence "
        "historical_note icp police"
    ),
    "glossary.yaml": "explanation",
}


@dataclass(frozen=True)
class Outcome:
    """What became of an attack: the refusals' lines, if any, and the seconds that it took."""

    refusals: tuple[str, ...]
    seconds: float


def write_hostile_content(folder: Path, cases: Iterable[Case]) -> Path:
    """Write a content folder of attacks, the site's own settings and pages among them."""
    content = write_content(folder, FIRST)
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


def convert_raw(case: Case, content: Path, tables: Tables) -> Outcome:
    """Write a raw page and, beside the other articles, those that the converter makes of it."""
    case.write(content)
    raw = content / case.file
    start = time.process_time()
    try:
        page = convert(raw, Issue(), tables)
    except (RawPageError, ContentError) as refusal:
        raw.unlink()
        raw.with_suffix(SIDECAR).unlink(missing_ok=True)
        return Outcome((str(refusal),), time.process_time() - start)
    for number, manuscript in enumerate(page.manuscripts, start=1):
        article = content / "articles" / f"{case.name}-{number}.md"
        article.write_text(manuscript.text, encoding="utf-8")
    assert page.manuscripts or page.page.unassigned
    return Outcome((), time.process_time() - start)


def inspect(content: Path) -> dict[str, list[str]]:
    """Return what `make check` says is wrong, as it prints it, by file below content/."""
    found: dict[str, list[str]] = {}
    for finding in Inspection(content).run():
        if finding.level == "错误":
            name = os.path.relpath(finding.path, content)
            found.setdefault(name, []).append(str(finding))
    return found


def build(content: Path, output: Path) -> Path:
    """Build the site as production does."""
    return build_site(content, output, CANONICAL_URL=SITE_URL)


def list_rendered() -> Iterator[Case]:
    """Yield the attacks that become articles."""
    return (case for case in choose_cases() if not case.refused)
