"""Explanations of the policy terms of the time: content/data/glossary.yaml."""

import re
from collections import Counter
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from plugins.chinese.pinyin import SLUG_PATTERN
from plugins.content.content_error import ContentError
from plugins.content.records import read_record_file


class Term(BaseModel):
    """One term: its place on the page, its name, other ways to write it, and what it means."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    slug: Annotated[
        str,
        Field(pattern=SLUG_PATTERN, description="网址名：拼音，如 jingzhun-fupin，定了就不要改"),
    ]
    name: Annotated[str, Field(min_length=2, description="名称")]
    aliases: Annotated[tuple[str, ...], Field(description="别的写法")] = ()
    explanation: Annotated[str, Field(min_length=1, description="解释：给读者看的一两句话")]


class GlossaryTable(BaseModel):
    """The glossary file's content."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    terms: Annotated[tuple[Term, ...], Field(description="名词")] = ()


class Glossary:
    """The terms in the editors' order, and a pattern that finds their names in a text."""

    def __init__(self, terms: tuple[Term, ...]) -> None:
        self.terms = terms
        self._by_name = {name: term for term in terms for name in (term.name, *term.aliases)}
        names = sorted(self._by_name, key=lambda name: (-len(name), name))
        self.pattern = re.compile("|".join(map(re.escape, names)) or r"(?!)")

    def term(self, name: str) -> Term:
        """Return the term that goes by `name`."""
        return self._by_name[name]


def load_glossary(path: Path) -> Glossary:
    """Read the glossary. Raises ContentError, also where two terms share a slug or a name."""
    terms = read_record_file(GlossaryTable, path).terms
    slugs = Counter(term.slug for term in terms)
    names = Counter(name for term in terms for name in (term.name, *term.aliases))
    twice = [word for counter in (slugs, names) for word, count in counter.items() if count > 1]
    if twice:
        raise ContentError(path, None, f"“{twice[0]}”出现两次，请合并或改名")
    return Glossary(terms)
