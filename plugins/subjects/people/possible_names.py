"""Strings that may name somebody: no people of the archive, and in none of its excerpts.

What is kept out of excerpts for nothing does no harm, so little evidence is enough here.
"""

from collections.abc import Collection, Iterator
from itertools import groupby, pairwise

from plugins.chinese.characters import is_han
from plugins.chinese.expressions import compile_late
from plugins.privacy.excerpts import KIN
from plugins.subjects.mentions.passages import Passage
from plugins.subjects.people.foreign_names import NOT_IN_RUN, STRANGE_NOT, has_words
from plugins.subjects.people.names import NOT_GIVEN
from plugins.subjects.people.native_names import find_native_names
from plugins.subjects.people.roles import Titles
from plugins.subjects.tables.people_tables import LEAST_RUN, NameTables
from plugins.subjects.tables.vocabulary import Vocabulary

#: Who speaks, or of whom something is told as of one person, where a clause begins.
OPENING = compile_late(
    r"(?:^|[。！？”，；的\n])([一-龥]{2,5}?)(?=说|表示|告诉|介绍|认为|坦言|来自|出生|家住|今年\d|记得|总说|老人"
    rf"|的(?:{KIN}|老师|孩子))"
)
#: So many characters that are no words may name whom they stand behind: 入住|者|特觉子夹.
LEAST_STRANGE = 3
BEARER = "者"
#: What counts the word behind it: 一张网.
COUNTING = frozenset("一二三四五六七八九十两几数多这那每整百千万")
#: What stands before the name that neighbours use.
CALLING = frozenset("阿老小")
#: Words that have a surname behind it, and call nobody.
NOT_CALLED = frozenset(
    {"小牛", "小熊", "小鹿", "小苗", "小石", "小孔", "小巢", "小曲", "小钱", "小童"}
    | {"老牛", "老巢", "老翁", "老赖", "老帅"}
)


def find_possible_names(
    passage: Passage, titles: Titles, taken: Collection[int], vocabulary: Vocabulary
) -> Iterator[str]:
    """Yield what may be a name outside the offsets `taken`, or what it begins with.

    A clear surname that no ordinary word has, or any behind a title, is enough for two characters.
    What neighbours call somebody, and what ends as names of Tibetans do, is yielded whole.
    """
    text, surnames = passage.text, vocabulary.names.surnames
    foreign = vocabulary.names.foreign
    for start in {*_find_surnames(passage, vocabulary), *titles.ends}.difference(taken):
        first = text[start + 1 : start + 2]
        may_be_given = is_han(first) and first not in NOT_GIVEN
        is_foreign = start in titles.ends and foreign.issuperset(text[start : start + 3])
        if may_be_given and (is_foreign or surnames.get(text[start], -1.0) > 0):
            yield passage.form.text[start : start + 2]
    yield from _find_called(passage, vocabulary)
    for start, end in find_native_names(text, vocabulary.names):
        if end - 1 not in taken:
            yield passage.form.text[start:end]


def _find_called(passage: Passage, vocabulary: Vocabulary) -> Iterator[str]:
    """Yield how somebody is called who is not named: 阿峰, 老章; also where it is a word: 老王."""
    if not any(map(passage.text.__contains__, CALLING)):
        return
    printed = passage.form.text
    for at, word in passage.list_words(CALLING, 0):
        if len(word) > 1 and word[1:] in vocabulary.names.clear and word not in NOT_CALLED:
            yield printed[at : at + len(word)]
    for at, (called, name) in zip(passage.offsets, pairwise(passage.words), strict=False):
        is_known = name in vocabulary.names.clear or (called == "阿" and len(name) == 1)
        if called in CALLING and is_known and is_han(name) and name not in NOT_GIVEN:
            yield printed[at : at + len(called + name)]


def _find_surnames(passage: Passage, vocabulary: Vocabulary) -> Iterator[int]:
    """Yield where a clear surname stands that no ordinary word has, and nothing counts it."""
    for offset, word in passage.list_words(vocabulary.names.clear, 0):
        is_own = len(word) == 1 or not vocabulary.is_ordinary(word)
        if is_own and passage.text[max(offset - 1, 0) : offset] not in COUNTING:
            yield offset


def find_unknown_runs(passage: Passage, titles: Titles, vocabulary: Vocabulary) -> Iterator[str]:
    """Yield runs of characters that are no words, and may name somebody: 帕提古丽.

    Translators' characters anywhere, any others behind who is told of (脱贫户|呼呢斯图), and before
    speech, where a sentence begins, two are enough: 汉松说.
    """
    tables, words, printed = vocabulary.names, vocabulary.words, passage.form.text
    for opening in OPENING.finditer(passage.text):
        name, tag = opening[1], words.tag(opening[1])
        if tag and not tag.startswith("nr"):
            continue
        if tables.foreign.issuperset(name) or not (
            NOT_IN_RUN.search(name) or has_words(passage, *opening.span(1), words)
        ):
            yield printed[slice(*opening.span(1))]
    bearers = passage.list_words({BEARER}, 0)
    ends = {offset + 1 for offset, word in bearers if word == BEARER}
    ends.update(end for end, title in titles.ends.items() if title.role == "受访群众")
    for end in ends:
        run = passage.text[end : end + LEAST_STRANGE]
        if not tables.foreign.isdisjoint(run) and _is_strange(passage, end, run):
            yield printed[end : end + LEAST_STRANGE]
    if tables.foreign_run.search(passage.text):
        yield from (printed[start:end] for start, end in _list_runs(passage, tables))


def _is_strange(passage: Passage, start: int, run: str) -> bool:
    """Whether a run is of single characters that may all be a name's."""
    words = passage.words_between(start, start + LEAST_STRANGE)
    return (
        all(len(word) == 1 for _, word in words)
        and sum(map(is_han, run)) == LEAST_STRANGE
        and STRANGE_NOT.search(run) is None
    )


def _list_runs(passage: Passage, tables: NameTables) -> Iterator[tuple[int, int]]:
    """Yield where words of translators' characters stand in a row, long enough for a name."""
    places = zip(passage.offsets, passage.words, strict=False)
    for is_foreign, row in groupby(places, lambda place: place[1] in tables.foreign):
        if is_foreign:
            stretch = [(at, at + len(word)) for at, word in row]
            start, end = stretch[0][0], stretch[-1][1]
            if end - start >= LEAST_RUN:
                yield start, end
