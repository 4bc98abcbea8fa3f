"""The pieces of evidence for a name, and where each group of them stands among the numbers."""

from itertools import accumulate, pairwise

#: Of a string's characters, of these and its words, of it as a word itself, of what is around it,
#: and of how it recurs. name_weights.json gives each its weight.
_GROUPS = (
    ("bias", "surname", "given", "given of one", "one given"),
    ("words inside", "word as given name", "word across the end", "cut as one word"),
    ("in the dictionary", "word of another kind"),
    ("after office", "after known title", "in list", "after leader", "after 的", "after place",
     "before speech", "before title", "before stop", "before list", "before function word",
     "before word", "one given, end marked", "in list, end marked", "ends as a verb"),
    ("repeated", "shorter recurs", "longer recurs", "part of a longer", "recurs as place"),
)  # fmt: skip
#: The order of the numbers.
FEATURES = tuple(name for group in _GROUPS for name in group)
_CHARACTERS, INSIDE, WORD, AROUND, REPEATS = (
    slice(*ends) for ends in pairwise(accumulate(map(len, _GROUPS), initial=0))
)
#: What the words tell that are in a string, and the string as a word.
WORDS = slice(INSIDE.start, WORD.stop)
