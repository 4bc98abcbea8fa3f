"""YAML as plain words: mappings, lists, text and null, with the line of each value."""

from plugins.content.plain_yaml import careful, quick
from plugins.content.plain_yaml.lines import Lines, Location

__all__ = ["Lines", "Location", "read_list", "read_mapping"]


def read_mapping(text: str, first_line: int = 1) -> tuple[dict[str, object], Lines]:
    """Read a YAML mapping of plain words; an empty text is an empty mapping.

    Every scalar is a str, or None where it is empty, `~` or `null` without quotes. Returns the
    mapping and the lines of its values, the text's first line being `first_line`. Raises
    ruamel's YAMLError; a `note` in it, if any, is for the reader (Chinese).
    """
    value, lines = quick.read_plain(text, first_line) or (None, Lines())
    return (value, lines) if isinstance(value, dict) else careful.read_mapping(text, first_line)


def read_list(text: str) -> tuple[list[object], Lines]:
    """Read a YAML list of plain words, as read_mapping does a mapping."""
    value, lines = quick.read_plain(text, first_line=1) or (None, Lines())
    return (value, lines) if isinstance(value, list) else careful.read_list(text)
