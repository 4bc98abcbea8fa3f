"""The true role of each fragment of a page whose printed lines are known."""

from collections.abc import Mapping, Sequence

from evaluation.pages.printed_page import Item
from plugins.newspaper.evidence.features import Features
from plugins.newspaper.roles import FOLLOWERS, Role

_HEADS = {"kicker": Role.KICKER, "subtitle": Role.SUBTITLE, "byline": Role.BYLINE}


def label_fragments(items: Mapping[int, Item], features: Sequence[Features]) -> list[Role] | None:
    """The roles of fragments, given the item that each raw line prints."""
    roles: list[Role] = []
    before: Item | None = None
    for feature in features:
        parts = [items.get(n) for n in feature.fragment.lines]
        item = parts[0]
        if item is None or any(not _is_one(item, other) for other in parts):
            return None
        role = _find_role(item, before)
        if role is None:
            return None
        roles.append(role)
        before = item if role is not Role.SECTION else before
    return roles if _is_possible(roles) else None


def _is_one(item: Item, other: Item | None) -> bool:
    return other is not None and (item.story, item.role, item.block) == (
        other.story, other.role, other.block,
    )  # fmt: skip


def _find_role(item: Item, before: Item | None) -> Role | None:
    goes_on = before is not None and _is_one(item, before)
    if item.role == "furniture":
        return Role.SECTION if item.why == "栏目" else None
    if item.role == "title":
        return Role.TITLE_END if goes_on else Role.TITLE
    if item.role == "byline":
        at_end = before is not None and before.role == "body"
        return Role.END_BYLINE if at_end else Role.BYLINE
    if item.role != "body":
        return _HEADS.get(item.role)
    if item.why == "heading":
        return Role.HEADING
    if goes_on:
        return Role.REST
    return Role.BRIEF if item.why == "brief" else Role.START


def _is_possible(roles: Sequence[Role]) -> bool:
    steps = zip([None, *roles], roles, strict=False)
    return all(role in FOLLOWERS[before] for before, role in steps)
