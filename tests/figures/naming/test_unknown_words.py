"""Words, their tags and the route through characters that make no word are jieba's own."""

from functools import cache
from typing import TYPE_CHECKING

from hypothesis import example, given, settings
from hypothesis import strategies as st

from plugins.chinese.words.dictionary import load_dictionary, load_model_table
from plugins.figures.naming.unknown_words import ModelTokenizer, find_route
from tests.amounts import choose

if TYPE_CHECKING:
    from jieba.posseg import POSTokenizer

STATES = load_model_table("char_state_tab")
#: Characters that jieba's model knows, whatever they are, and those that it does not.
CHARACTERS = st.one_of(st.sampled_from(sorted(STATES)), st.characters(min_codepoint=32))


@settings(max_examples=choose(25, 5000))
@given(text=st.text(CHARACTERS, min_size=1, max_size=12))
@example("刘付")
@example("龘龘龘")
def test_route_is_jiebas_own(text: str) -> None:
    """Every character has the state that jieba's Viterbi search over all pairs of states gives."""
    # jieba reads its whole dictionary when it is imported, which only these tests wait for.
    from jieba.posseg.viterbi import viterbi

    model = map(load_model_table, ("prob_start", "prob_trans", "prob_emit"))
    assert find_route(text) == viterbi(text, STATES, *model)[1]


PIECES = (
    "浔滨区",
    "龘龘",
    "刘付国强",
    "3.5%",
    "A4",
    "_",
    "+",
    "，",
    " ",
    "\r\n",
    "的了",
    "🙂",
    "㐀",
)


@cache
def make_tokenizers() -> tuple[ModelTokenizer, "POSTokenizer"]:
    """Return our tokenizer and jieba's, both with jieba's dictionary."""
    from jieba.posseg import POSTokenizer

    return ModelTokenizer(load_dictionary()), POSTokenizer()


@settings(max_examples=choose(200, 5000))
@given(text=st.lists(st.sampled_from(PIECES) | st.text(CHARACTERS, max_size=4), max_size=8))
@example(["村民刘付国强说，今年收入3.5万元，种了2亩A4号猕猴桃。"])
def test_words_and_tags_are_jiebas_own(text: list[str]) -> None:
    """Whatever the text, its words and their tags are jieba's, and joined they are the text."""
    ours, theirs = make_tokenizers()
    words = list(ours.cut("".join(text)))
    assert words == [(pair.word, pair.flag) for pair in theirs.cut("".join(text))]
    assert "".join(word for word, _ in words) == "".join(text)
