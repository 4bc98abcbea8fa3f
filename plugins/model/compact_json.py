"""Values as JSON for the browser: the shortest, and always the same."""

import json


def dump_json(value: object) -> str:
    """Return a value as JSON without any blank that it does not need."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
