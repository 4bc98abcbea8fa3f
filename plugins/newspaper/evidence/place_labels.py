"""Lines that only name a place: where the story below is from (流水镇, ★平山)."""

from plugins.chinese.expressions import compile_late

_STEM = "[\u4e00-\u9fff]{2,3}"
_RANKED = compile_late(rf"[▲△■□●○◆◇★☆▌]?\s*(?:{_STEM}[省市县区州旗镇乡]|{_STEM}街道){{1,3}}")
_MARKED = compile_late(rf"[▲△■□●○◆◇★☆▌]\s*{_STEM}")
#: A town with the county or district that it is in.
_WITHIN = compile_late(rf"{_STEM}[市县区旗]{_STEM}[镇乡]")
#: What ends like a place and is none by itself.
_NO_PLACE = compile_late(
    "(?:开发|示范|园|景|社|小|灾|山|老|城|片|库|牧|林|贫困|试验)区|城镇|城乡|老乡|都市"
)


def names_place(text: str) -> bool:
    """Whether a line is nothing but a place's name, or two or three characters behind a mark."""
    return names_rank(text) or (
        _MARKED.fullmatch(text) is not None and _NO_PLACE.search(text) is None
    )


def names_rank(text: str) -> bool:
    """Whether a line is nothing but a place's name with its rank: 流水镇, □流水镇."""
    within = _WITHIN.fullmatch(text) is not None
    return _RANKED.fullmatch(text) is not None and (within or _NO_PLACE.search(text) is None)
