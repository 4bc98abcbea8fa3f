"""Characters that are no text: they control a terminal or a page's direction, or are no character.

In XML most of them make a feed unreadable; those of direction (Unicode TR 36, 2.1) let a title
show other words than it has. No newspaper prints them.
"""

import unicodedata

from plugins.chinese.expressions import compile_late

CONTROL = compile_late(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)
#: Letters and symbols by their class that show nothing (Unicode, DerivedCoreProperties).
_BLANK_LETTERS = "\u115f\u1160\u2800\u3164\uffa0"


def is_visible(text: str) -> bool:
    """Whether anything of a text is seen: blanks, marks of format and combining marks are not."""
    kinds = (unicodedata.category(one) for one in text if one not in _BLANK_LETTERS)
    return any(kind[0] not in "ZM" and kind not in ("Cc", "Cf", "Cn") for kind in kinds)
