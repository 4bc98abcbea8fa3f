"""One page of each kind that the built site has, so that each kind is looked at."""

from pathlib import Path

import pytest

#: Kinds of subject: each has an index page and, in a folder of the same name, a page for each.
SUBJECTS = (
    "counties",
    "towns",
    "villages",
    "topics",
    "people",
    "authors",
    "columns",
    "dates",
    "issues",
)

#: Each kind of page, and where its pages lie in the output.
KINDS = {
    "home": "index.html",
    "article": "articles/*.html",
    "about": "about.html",
    "glossary": "glossary.html",
    "licences": "licences.html",
    "search": "search.html",
    "figures": "figures.html",
    "compare": "compare.html",
    "statistics": "statistics.html",
    "english": "english.html",
    "offline": "offline.html",
    "not-found": "404.html",
    **{f"all-{subject}": f"{subject}.html" for subject in SUBJECTS},
    **{f"one-of-{subject}": f"{subject}/*.html" for subject in SUBJECTS},
}


def largest_page(site: Path, kind: str) -> str:
    """Give the address of a kind's longest page: it shows the most that such a page can hold."""
    pages = sorted(site.glob(KINDS[kind]))
    if not pages:
        pytest.skip(f"the content has no {kind}")
    return max(pages, key=lambda page: page.stat().st_size).relative_to(site).as_posix()
