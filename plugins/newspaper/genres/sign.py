"""What speaks for a line being of a role."""

from typing import NamedTuple

from plugins.newspaper.roles import Role


class Sign(NamedTuple):
    """What speaks for a line, by its number on the page, being of a role, in nats."""

    line: int
    role: Role
    weight: float = 8.0
