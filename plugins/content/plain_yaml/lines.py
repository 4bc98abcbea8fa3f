"""What plain YAML may hold, and where its values stand."""

MAX_DEPTH = 8
#: The longest value is a paragraph that the site says of itself.
MAX_VALUE = 3000
NULLS = frozenset({"", "~", "null", "Null", "NULL"})
Location = tuple[int | str, ...]


class Lines(dict[Location, int]):
    """The line of each value, by the keys and indices that lead to it."""

    def nearest(self, location: Location) -> int | None:
        """Return the line of the value, or of the nearest one around it."""
        for length in range(len(location), -1, -1):
            if location[:length] in self:
                return self[location[:length]]
        return None
