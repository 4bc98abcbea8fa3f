"""A raw page's bytes → its articles in reading order: the stages of the converter, composed."""

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from plugins.newspaper.articles import build_page
from plugins.newspaper.captions import set_aside
from plugins.newspaper.evidence import Evidence
from plugins.newspaper.features import Features
from plugins.newspaper.fragments import Fragment, read_fragments
from plugins.newspaper.furniture import find_furniture, is_caption, is_issue_heading
from plugins.newspaper.language import Language
from plugins.newspaper.page import Page, SetAside
from plugins.newspaper.raw_text import read_raw_page
from plugins.newspaper.roles import Role, find_roles
from plugins.newspaper.segments import cut_segments
from plugins.newspaper.wrapping import unwrap


@lru_cache(maxsize=1)
def load_language() -> Language:
    """The word model, read once a process: it is large and never changes."""
    return Language()


def convert_page(data: bytes, name: str) -> Page:
    """The articles of one raw page, `data` being the content of the file called `name`.

    Raises RawPageError where the file is no page of text.
    """
    lines = read_raw_page(data, name).lines
    fragments, furniture = set_furniture_aside(read_fragments(lines))
    pieces = unwrap(fragments) if fragments else []
    captions = [p for p in pieces if is_caption(p.text)]
    language = load_language()
    features = [
        Features(p, language.ends_loosely(p.text)) for p in pieces if not is_caption(p.text)
    ]
    if not features:
        loose = [a for c in captions for a in set_aside(c, "图片说明")]
        return Page((), tuple(sorted([*furniture, *loose], key=lambda a: a.line)))
    evidence = Evidence(features, language)
    roles = find_roles(evidence)
    roles = find_roles(evidence, weigh_bare_lead(features, roles))
    return build_page(evidence, roles, captions, furniture)


def set_furniture_aside(
    fragments: Sequence[Fragment],
) -> tuple[list[Fragment], list[SetAside]]:
    """The fragments that may be in an article, and the lines that are the page's own."""
    kept: list[Fragment] = []
    furniture: list[SetAside] = []
    gap = 0
    for fragment in fragments:
        why = find_furniture(fragment.text)
        if why is None and not kept and is_issue_heading(fragment.text):
            why = "刊期"
        if why is None:
            kept.append(replace(fragment, gap=fragment.gap + gap))
            gap = 0
        else:
            furniture.append(SetAside(fragment.lines[0], fragment.text, why))
            gap += fragment.gap
    return kept, furniture


def weigh_bare_lead(features: Sequence[Features], roles: Sequence[Role]) -> float:
    """Score of an article that opens with neither byline nor dateline, by this page's custom."""
    leads = [s for s in cut_segments(roles) if s.list_head(Role.TITLE) and s.body]
    signed = sum(bool(s.head.get(Role.BYLINE)) or features[s.body[0]].has_dateline for s in leads)
    if signed < 2:
        return 0.0
    return -7.0 * max(0.0, (signed - 0.5 * (len(leads) - signed)) / len(leads))
