"""Characters that are no text: they control a terminal or a page's direction, or are no character.

In XML most of them make a feed unreadable; those of direction (Unicode TR 36, 2.1) let a title
show other words than it has. No newspaper prints them.
"""

import re

CONTROL = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)
