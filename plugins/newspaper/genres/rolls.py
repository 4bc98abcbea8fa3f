"""Names below a text that lists people, or that is of those who are aided: they have not written.

Nobody is made an author who is named as poor or ill only.
"""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from plugins.chinese.expressions import compile_late
from plugins.newspaper.evidence.credits import read_workers
from plugins.newspaper.evidence.features import Features
from plugins.newspaper.evidence.personal_names import close_names, is_name

_LISTING = compile_late(
    r"名单|公示|如下|以下|下列|贫困户|贫困学生|低保|特困|五保|患者|病人|患病|残疾|救助|资助|受助|慰问"
)


def find_rolls(features: Sequence[Features]) -> Iterator[int]:
    """Which lines are names without a role at the end of such a text."""
    listing = headed = False
    for i, (feature, below) in enumerate(zip_longest(features, features[1:])):
        ends = below is None or below.is_display
        if listing and ends and _names(feature):
            yield i
            continue
        # A list's own sub-headlines end it as little as its headline: what is told below them does.
        heads = feature.is_display and not feature.announces
        listing = (listing and (heads or not headed)) or bool(_LISTING.search(feature.text))
        headed = heads


def _names(feature: Features) -> bool:
    """Whether a line is of names that blanks part, or of these and what they work for."""
    if not feature.is_display:
        return False
    words = close_names(feature.text.replace("、", " ").split(), ())
    return all(map(is_name, words)) or bool(read_workers(feature.text))
