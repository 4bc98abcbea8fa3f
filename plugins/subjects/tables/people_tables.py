"""The tables that people are recognised by: surnames and the words that give somebody a role."""

import re
from dataclasses import dataclass
from pathlib import Path

from plugins.content.tables import parse_row, read_yaml
from plugins.model import PersonRole
from plugins.subjects.tables.places import Row


class Surnames(Row):
    """surnames.yaml: surnames, those doubling as function words, words that look like names."""

    single: str
    compound: tuple[str, ...]
    function: str
    not_names: tuple[str, ...]


class Roles(Row):
    """roles.yaml: the words that give a person a role, and who is never listed."""

    公职: tuple[str, ...]
    专业: tuple[str, ...]
    受访群众: tuple[str, ...]
    表彰: tuple[str, ...]
    omitted: tuple[str, ...]


@dataclass(frozen=True)
class NameTables:
    """Surnames of one and of two characters, and those that double as function words."""

    single: frozenset[str]
    compound: frozenset[str]
    function: frozenset[str]


@dataclass(frozen=True)
class PeopleTables:
    """All that people are recognised by: surnames, and role words as patterns."""

    names: NameTables
    role_of: dict[str, PersonRole]
    title: re.Pattern[str]
    honour: re.Pattern[str]
    omitted: frozenset[str]
    not_names: tuple[str, ...]


def read_people_tables(folder: Path) -> PeopleTables:
    """Read surnames.yaml and roles.yaml. Raises TableError for a bad table."""
    surnames_path = folder / "surnames.yaml"
    surnames = parse_row(surnames_path, None, Surnames, read_yaml(surnames_path))
    roles_path = folder / "roles.yaml"
    roles = parse_row(roles_path, None, Roles, read_yaml(roles_path))
    role_of: dict[str, PersonRole] = {}
    for role, titles in (
        ("公职", roles.公职),
        ("专业", roles.专业),
        ("受访群众", roles.受访群众),
        ("表彰", roles.表彰),
    ):
        role_of |= dict.fromkeys(titles, role)  # type: ignore[arg-type] # the keys are roles
    longest_first = sorted(role_of, key=lambda title: (-len(title), title))
    return PeopleTables(
        names=NameTables(
            frozenset(surnames.single), frozenset(surnames.compound), frozenset(surnames.function)
        ),
        role_of=role_of,
        title=re.compile("|".join(map(re.escape, longest_first))),
        honour=re.compile("|".join(map(re.escape, roles.表彰))),
        omitted=frozenset(roles.omitted),
        not_names=surnames.not_names,
    )
