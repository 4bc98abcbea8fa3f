"""Villages by their committees: 骆驼村 has the 骆驼村委会, 鼓楼社区 the 鼓楼社区居委会."""

import re
from collections.abc import Sequence

from plugins.chinese.expressions import compile_late

#: Forms of committees' names, by what the place is.
_FORMS = (
    ("嘎查", compile_late(r"(.+?)嘎查(?:村民委员会|村委会|委员会|委会|村)?")),
    ("社区", compile_late(r"(.+?)(?:社区(?:居民)?(?:居?委会|委员会)?|居委会|居民委会|居民委员会)")),
    ("村", compile_late(r"(.+?)村(?:民委员会|民委会|委员会|委会)?")),
)
#: Statistics' own: an area that no committee has.
NO_VILLAGE = compile_late("虚拟|生活区$")


def name_villages(committees: Sequence[str]) -> list[str]:
    """Return the village of each of a county's committees, "" of one that has none.

    That of 三间房东村 is 三间房东村村委会 in one county and 三间房东村委会 in the next: where
    most have two 村, one belongs to the committee.
    """
    villages = [_name(committee) for committee in committees]
    rural = [name for name in villages if name.endswith("村")]
    if 2 * sum(name.endswith("村村") for name in rural) > len(rural):
        return [re.sub("村村$", "村", name) for name in villages]
    return villages


def _name(committee: str) -> str:
    if NO_VILLAGE.search(committee):
        return ""
    for kind, form in _FORMS:
        if match := form.fullmatch(committee):
            return match[1] + kind
    return ""
