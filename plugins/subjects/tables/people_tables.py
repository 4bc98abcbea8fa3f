"""The tables that people are recognised by: surnames and the words that give somebody a role."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from pydantic import BaseModel

from plugins.content.records import read_record_file
from plugins.model import PersonRole
from plugins.subjects.tables.places import Row

#: Log odds of a surname that is seldom anything else.
CLEAR_SURNAME = 2.0
#: So many characters of translated names in a row may be one.
LEAST_RUN = 4
#: What benchmarks/names.py learned from labelled articles.
WEIGHTS = Path(__file__).with_name("name_weights.json")


class Surnames(Row):
    """surnames.yaml: surnames, characters of translated names, words that look like names."""

    single: str
    compound: tuple[str, ...]
    foreign: str
    japanese: tuple[str, ...]
    not_names: tuple[str, ...]
    no_words: tuple[str, ...]


class Endings(Row):
    """What nouns end with that say somebody's role: 司长, 辅导员."""

    公职: tuple[str, ...]
    专业: tuple[str, ...]
    受访群众: tuple[str, ...]


class SitePeople(BaseModel):
    """What of site.yaml is about people; its other settings are the site's."""

    national_people: bool = False


class Roles(Row):
    """roles.yaml: the words that give a person a role, and who is never listed."""

    公职: tuple[str, ...]
    专业: tuple[str, ...]
    受访群众: tuple[str, ...]
    表彰: tuple[str, ...]
    neutral: tuple[str, ...]
    endings: Endings
    no_titles: tuple[str, ...]
    national: tuple[str, ...]
    omitted: tuple[str, ...]


@dataclass(frozen=True)
class NameTables:
    """What names are made of.

    `surnames` and `given` are log odds of a character in that part of a name against the same
    character in newspaper text; `weights` say for each of name_evidence.SETTINGS what each
    piece of evidence counts, in the order of name_features.FEATURES.
    """

    single: frozenset[str]
    compound: frozenset[str]
    foreign: frozenset[str]
    japanese: frozenset[str]
    surnames: Mapping[str, float]
    given: Mapping[str, float]
    weights: Mapping[str, tuple[float, ...]]

    @cached_property
    def clear(self) -> frozenset[str]:
        """The surnames of one character that are seldom anything else."""
        return frozenset(c for c, odds in self.surnames.items() if odds >= CLEAR_SURNAME)

    @cached_property
    def foreign_run(self) -> re.Pattern[str]:
        """So many characters of translated names in a row as may be one."""
        return re.compile(f"[{''.join(sorted(self.foreign))}]{{{LEAST_RUN}}}")

    def begins_with_surname(self, text: str) -> bool:
        """Whether a text begins as Chinese names do."""
        return text[:1] in self.single or text[:2] in self.compound


@dataclass(frozen=True)
class PeopleTables:
    """All that people are recognised by: surnames, and role words as patterns."""

    names: NameTables
    role_of: dict[str, PersonRole | None]
    ending_of: dict[str, PersonRole | None]
    no_titles: frozenset[str]
    national: tuple[str, ...]
    title: re.Pattern[str]
    honour: re.Pattern[str]
    omitted: frozenset[str]
    not_names: tuple[str, ...]
    no_words: tuple[str, ...]

    @cached_property
    def last_characters(self) -> frozenset[str]:
        """The characters that nouns of a role end with."""
        return frozenset(ending[-1] for ending in self.ending_of)


def read_people_tables(folder: Path) -> PeopleTables:
    """Read surnames.yaml, roles.yaml and what site.yaml says of people.

    Raises ContentError for a bad table.
    """
    surnames = read_record_file(Surnames, folder / "surnames.yaml")
    roles = read_record_file(Roles, folder / "roles.yaml")
    role_of = _roles_of(roles) | dict.fromkeys(roles.neutral)
    role_of |= {title: "公职" for title in roles.national if title not in role_of}
    longest_first = sorted(role_of, key=lambda title: (-len(title), title))
    return PeopleTables(
        names=_read_names(surnames),
        role_of=role_of,
        ending_of=_roles_of(roles.endings),
        no_titles=frozenset(roles.no_titles),
        national=() if _lists_national_people(folder / "site.yaml") else roles.national,
        title=re.compile("|".join(map(re.escape, longest_first))),
        honour=re.compile("|".join(map(re.escape, roles.表彰))),
        omitted=frozenset(roles.omitted),
        not_names=surnames.not_names,
        no_words=surnames.no_words,
    )


def _lists_national_people(path: Path) -> bool:
    """Whether the site's settings say that national figures count among an article's people."""
    return path.exists() and read_record_file(SitePeople, path).national_people


def _roles_of(table: Roles | Endings) -> dict[str, PersonRole | None]:
    """Return the role of each word; one that stands under several has the last."""
    roles: tuple[PersonRole, ...] = ("公职", "专业", "受访群众", "表彰")
    return {word: role for role in roles for word in getattr(table, role, ())}


def _read_names(surnames: Surnames) -> NameTables:
    learned = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    return NameTables(
        single=frozenset(surnames.single),
        compound=frozenset(surnames.compound),
        foreign=frozenset(surnames.foreign),
        japanese=frozenset(surnames.japanese),
        surnames=learned["surnames"],
        given=learned["given"],
        weights={name: tuple(row.values()) for name, row in learned["weights"].items()},
    )
