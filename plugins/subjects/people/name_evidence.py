"""What speaks for a string being a Chinese person's name, as numbers that a model weighs."""

import math
from collections.abc import Sequence

from plugins.chinese.expressions import compile_late
from plugins.subjects.mentions.passages import Passage
from plugins.subjects.people.name_context import NameContext
from plugins.subjects.people.roles import Titles
from plugins.subjects.tables.name_features import AROUND, REPEATS, WORDS
from plugins.subjects.tables.vocabulary import Vocabulary, add_up
from plugins.subjects.tables.words import Words

#: What stands before a name: the same evidence counts more behind a title than in mid-sentence.
SETTINGS = ("title", "stop", "other")
_LEADERS = frozenset("叫对向由让请给跟和与同及以像见找问据随帮陪听是为")
SAYS = (
    r"说|告诉|表示|介绍|认为|坦言|指出|回忆|透露|强调|感慨|感叹|解释|称(?!号|职)|谈到|建议|认真听|算了|"
    r"算起|算着|觉得|希望|深有感触|笑着|笑道|问道|直言|呼吁|相信|补充"
)
#: Speech right behind a name.
_SPEECH_NOW = compile_late(rf"(?:{SAYS})|(?:向|对)(?:本报|本台)?记者")
_SPEECH_STARTS = frozenset(["向", "对", *(words[0] for words in SAYS.split("|"))])
#: Speech behind a name and how it is said: 激动地说, 笑着告诉记者.
SPEECH = compile_late(
    r"(?:向|对)(?:本报|本台)?记者|"
    r"(?:[一-龥]{0,6}地)?(?:笑着|笑呵呵|高兴|激动|感慨|坦言|直言|深情|动情|自豪|兴奋|连连|欣慰|乐呵呵|"
    r"哽咽|如是|又|也|还|曾|就|则|对|向|和|跟)?(?:[^，。]{0,6}(?<=记者|大家|他们|我们|笔者|对方))?"
    rf"(?:{SAYS})"
)
_STOP_AFTER = frozenset("，。；：！？,;:!?”’）)（(》」\n ")
_STOP_BEFORE = frozenset("，。；：！？,;:!?“‘（(「—\n  ")
_LIST = frozenset("、和与及等")
#: What begins the words behind a name of two characters: 罗远受命.
_VERBS = frozenset(
    "为受作任获赴率带领提同与和及等向在是于将已先正又再也就被把从到来去做参出当接见表介称特常"
)
_ADVERBS = frozenset("常总又也还都再就才只便")
_FUNCTION = frozenset("的为在是把被也就都还又从已将正便却给让对向自用带有来去到没不可以当家则曾")
_MOST_REPEATS = 5
_LOGARITHMS = tuple(math.log(max(1, times)) for times in range(_MOST_REPEATS + 1))
#: Log odds below which no use is made of a candidate.
HOPELESS = -4.0
#: A string whose own characters and words say less is a name nowhere (of 13,000 candidates in 100
#: articles 70 % say less, and none of them comes to 1 in 20).
OUT_OF_REACH = -10.0


def weigh_name(
    passage: Passage, start: int, end: int, surname: str, titles: Titles, context: NameContext
) -> float:
    """Return the log odds of the string at [start, end) being a name, -inf where hopeless."""
    vocabulary = context.vocabulary
    setting = find_setting(passage.text, start, titles)
    own = vocabulary.read_name(passage.text[start:end], len(surname), setting)
    if own.most < OUT_OF_REACH:
        return -math.inf
    weights = vocabulary.names.weights[setting]
    inside = _measure_words(passage, start, start + len(surname), end, vocabulary)
    told = add_up((*inside, *own.word), weights[WORDS], own.total)
    if told < OUT_OF_REACH:
        return -math.inf
    is_one = len(surname) + 1 == end - start
    around = _look_around(passage, start, end, is_one, titles, context)
    told = add_up(around, weights[AROUND], told)
    # Nothing else that recurs speaks for a name.
    recurs = _count(context.find_all(passage.text[start:end]).times)
    if told + weights[REPEATS.start] * recurs < HOPELESS:
        return -math.inf
    return add_up(_count_repeats(passage.text, start, end, context), weights[REPEATS], told)


def find_setting(text: str, start: int, titles: Titles) -> str:
    """Return which of SETTINGS a name at `start` stands in."""
    if start in titles.ends:
        return "title"
    return "stop" if not start or text[start - 1] in _STOP_BEFORE else "other"


def is_speech(text: str, at: int) -> bool:
    """Tell whether speech begins right here, as it does behind a name."""
    return text[at : at + 1] in _SPEECH_STARTS and _SPEECH_NOW.match(text, at) is not None


def gather_evidence(
    passage: Passage, start: int, end: int, surname: str, titles: Titles, context: NameContext
) -> list[float]:
    """Return all evidence for the name at [start, end), in the order of FEATURES."""
    setting = find_setting(passage.text, start, titles)
    own = context.vocabulary.read_name(passage.text[start:end], len(surname), setting)
    is_one = len(surname) + 1 == end - start
    return [
        *own.characters,
        *_measure_words(passage, start, start + len(surname), end, context.vocabulary),
        *own.word,
        *_look_around(passage, start, end, is_one, titles, context),
        *_count_repeats(passage.text, start, end, context),
    ]


def _look_around(
    passage: Passage, start: int, end: int, is_one: bool, titles: Titles, context: NameContext
) -> list[float]:
    """Return what stands before and behind says, and both together."""
    left = _look_left(passage, start, titles, context.vocabulary.words)
    right = _look_right(passage, end, titles)
    is_verb = passage.text[end - 1] in _VERBS and not is_one
    return [*left, *right, max(right) * is_one, max(right[:4]) * left[2], float(is_verb)]


def _measure_words(
    passage: Passage, start: int, given: int, end: int, vocabulary: Vocabulary
) -> tuple[float, float, float, float]:
    """Return how usual words are in the name, as its given name, across its end, and as all of it.

    In that order, each as the log of the greatest frequency; 建国 and 春梅 are given names, too.
    """
    inside = as_given = across = whole = 0.0
    for offset, word in passage.words_between(start, end):
        usual = vocabulary.measure(word)
        if usual is None:
            continue
        behind = offset + len(word)
        if offset < end < behind and _breaks_off(word, passage.text, end):
            continue
        if offset < start or behind > end:
            across = max(across, usual)
        elif offset == given and behind == end:
            as_given = usual
        elif len(word) == end - start:
            whole = usual
        else:
            inside = max(inside, usual)
    return inside, as_given, across, whole


def _breaks_off(word: str, text: str, end: int) -> bool:
    """Whether a word is none because somebody speaks: 陈善|明说, but not 李娜|常说."""
    return word[0] not in _ADVERBS and is_speech(text, end)


def _look_left(passage: Passage, start: int, titles: Titles, words: Words) -> Sequence[float]:
    before = passage.text[max(start - 1, 0) : start]
    word = passage.word_before(start)
    title = titles.ends.get(start)
    seen = (
        title is not None and title.role in ("公职", "专业"),
        title is not None and title.is_known,
        bool(before) and before in _LIST,
        word in _LEADERS,
        before == "的",
        (bool(before) and before in "村组镇县乡区市") or words.tag(word) in {"ns", "place"},
    )
    return [
        float(bool(before) and is_so) if n > 2 else float(is_so) for n, is_so in enumerate(seen)
    ]


def _look_right(passage: Passage, end: int, titles: Titles) -> Sequence[float]:
    text, after = passage.text, passage.text[end : end + 1]
    seen = (
        SPEECH.match(text, end) is not None,
        end in titles.starts,
        not after or after in _STOP_AFTER,
        bool(after) and after in _LIST,
        bool(after) and after in _FUNCTION,
        len(passage.word_after(end)) > 1,
    )
    return [float(is_so) for is_so in seen]


def _count(times: int) -> float:
    return _LOGARITHMS[min(times, _MOST_REPEATS)]


def _count_repeats(text: str, start: int, end: int, context: NameContext) -> list[float]:
    """Return how often the name recurs, and whether its shorter or a longer form does besides."""
    name, before, after = text[start:end], text[max(start - 1, 0) : start], text[end : end + 1]
    seen = context.find_all(name)
    is_longer = seen.times > 1 and seen.behind == {after}
    is_wider = seen.times > 1 and seen.before == {before}
    shorter = context.find_all(name[:-1]).times - seen.times if len(name) > 2 else 0
    return [
        _count(seen.times),
        math.log1p(max(0, min(shorter, _MOST_REPEATS))),
        math.log(seen.times) if is_longer else 0.0,
        math.log(seen.times) if is_wider else 0.0,
        math.log1p(min(seen.places, _MOST_REPEATS)),
    ]
