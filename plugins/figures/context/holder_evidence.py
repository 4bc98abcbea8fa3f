"""What speaks for and against the place and the scope that were found for a number."""

from collections.abc import Iterator

from plugins.chinese.expressions import compile_late
from plugins.figures.context.holders import PERSONAL, Holder, HolderState

#: What is named in the number's clause before it, and may be whose it is.
_BESIDE = {
    "village": compile_late(r"[^各个一贫该全每][村乡镇](?!民)"),
    "invested": compile_late(r"(?:投资|投入|资金|拿出|贷款|价格?)[^，。；]{0,6}$"),
    "person": compile_late(r"[他她我你俺咱]|老[^\W\d_]|[一两三四]家"),
}
#: An article that names more places than it is given tells of one after another.
_MANY = 8


def find_place_evidence(holder: Holder, state: HolderState) -> Iterator[str]:
    """Yield what is known of a holder's place."""
    if holder.scope == "省":
        yield "province"
    if state.places.count_met() > _MANY:
        yield "many places"
    if holder.how != "default" and state.clauses - holder.clause > 2:
        yield "far"


def find_scope_evidence(holder: Holder, state: HolderState, before: str) -> Iterator[str]:
    """Yield what is known of a holder's scope; `before` is the number's clause as far as it."""
    yield from (name for name, words in _BESIDE.items() if words.search(before))
    own = state.default
    if own.scope is not None and (holder.place, holder.scope) == (own.place, own.scope):
        yield "the article's own"  # it is come back to, wherever it was named
    else:
        yield "another"
        if holder.place is not None:
            yield "given" if state.places.is_given(holder.place) else "met"
        if state.clauses > holder.clause:
            yield "another clause"
        if state.sentences > holder.sentence:
            yield "another sentence"
    if holder.scope in PERSONAL:
        yield "private"
    if holder.scope == "村":
        yield "of a village"
