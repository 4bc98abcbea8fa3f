"""The route through characters that make no word is jieba's own."""

from hypothesis import example, given, settings
from hypothesis import strategies as st
from jieba.posseg import char_state_tab_P, emit_P, start_P, trans_P
from jieba.posseg.viterbi import viterbi

from plugins.figures.naming.unknown_words import find_route
from tests.amounts import choose

#: Characters that jieba's model knows, whatever they are, and those that it does not.
CHARACTERS = st.one_of(st.sampled_from(sorted(char_state_tab_P)), st.characters(min_codepoint=32))


@settings(max_examples=choose(200, 5000))
@given(text=st.text(CHARACTERS, min_size=1, max_size=12))
@example("刘付")
@example("龘龘龘")
def test_route_is_jiebas_own(text: str) -> None:
    """Every character has the state that jieba's Viterbi search over all pairs of states gives."""
    assert find_route(text) == viterbi(text, char_state_tab_P, start_P, trans_P, emit_P)[1]
