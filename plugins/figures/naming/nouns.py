"""The noun that a number counts, where grammar alone tells it."""

from plugins.chinese.expressions import compile_late
from plugins.figures.naming.names import SHORT, Around
from plugins.figures.naming.phrases import MEASURED, noun_phrase
from plugins.figures.naming.words import Tagger, Word

#: 10万元的欠债，: what stands alone between 的 and the next mark is a noun, whatever its words are.
_ALONE = compile_late(r"的(?P<noun>[^\W\d_的了着过]{2,8})(?=[，。；！？,;!?]|$)")
_NO_NAME = ("p", "c", "r", "u", "f", "y", "t", "m")
_BARE = 4
#: A number of places counts these, not what is theirs: 22个省份公益岗位安置.
_AREA = compile_late(r"(?:省份|(?<!农)村|(?<!城)乡|[县镇省])$")
_OF_AREA = 4
#: What ends a verb that says where something is put or what is made of it.
_COMPLETED = ("给", "到", "成", "为", "入", "在", "上", "出", "往", "至", "作", "于")
#: 把3亩荒地改成茶园: what is told of stands behind, and was not told before.
TAKES = compile_late(r"[把将]$")
_ADVERBIAL = ("d", "ad", "p")
_FACILITY = compile_late("企业|[社院所校站室心厂园馆店库]")


def stands_alone(after: str, around: Around, tagger: Tagger) -> tuple[Word, ...]:
    """Return the noun that is all that stands between 的 and the next mark, if one does."""
    if around.followed or not (alone := _ALONE.match(after)):
        return ()
    words, short = tagger.tag(alone["noun"]), len(alone["noun"]) <= _BARE
    says = short or MEASURED.search(alone["noun"])
    is_name = says and not any(word.tag.startswith(_NO_NAME) for word in words)
    return (Word(alone["noun"], "n", listed=True),) if is_name else ()


def taken_noun(words: tuple[Word, ...]) -> str:
    """Return what 把 or 将 takes: the words before the deed, "" where that is not clear.

    荒地|租给合作社, 草案|分别审议; but 帮扶 in 贫困户帮扶措施 may describe a noun.
    """
    at = next((at for at, word in enumerate(words) if at and _begins_deed(word)), len(words))
    if (at == len(words) and at > 1) or not words[:at] or not words[at - 1].is_noun:
        return ""
    describes = at + 1 < len(words) and words[at + 1].is_noun and words[at].tag not in _ADVERBIAL
    is_unclear = describes and not words[at].text.endswith(_COMPLETED)
    return "" if is_unclear else "".join(word.text for word in words[:at])


def _begins_deed(word: Word) -> bool:
    return word.is_verb or word.is_action or word.tag in _ADVERBIAL


def last_noun(words: tuple[Word, ...], said: str) -> str:
    """Return what a list before 等 is of (A、B等16项活动): a phrase, or a word alone."""
    phrase, _ = noun_phrase(words)
    if len(phrase) < len(said) <= SHORT and words[-1].is_noun and not words[-1].is_action:
        return said  # 奖励支持措施
    return phrase or (said if len(words) == 1 or len(said) <= SHORT // 2 else "")


def cut_area(words: tuple[Word, ...], phrase: str, rest: str) -> tuple[str, str]:
    """Cut what is behind the places that are counted: 省份|扶贫公益岗位安置, not 乡镇卫生院."""
    said = ""
    for word in words:
        said += word.text
        if len(phrase) < len(said) + _OF_AREA or _FACILITY.search(phrase, len(said)):
            break
        if _AREA.search(word.text) and phrase[len(said)] not in "、和及与的一级定":
            return said, ""
    return phrase, rest
