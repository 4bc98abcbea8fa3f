"""Names of people without a Chinese surname: translated ones, and those of some minorities.

阿卜都克尤木·肉孜 is known by its dot, 吉石罗布 and 古特雷斯 by the title before them and by what
stands behind. Translators write such names with few characters (tables.foreign).
"""

from collections.abc import Iterator

from plugins.chinese.characters import is_han
from plugins.chinese.expressions import compile_late
from plugins.subjects.mentions.passages import Passage
from plugins.subjects.people.name_evidence import is_speech
from plugins.subjects.people.native_names import begins_with_verb, find_native_end
from plugins.subjects.people.roles import Titles
from plugins.subjects.tables.people_tables import NameTables
from plugins.subjects.tables.vocabulary import Vocabulary
from plugins.subjects.tables.words import Words

#: It is sought by the dot, which is rare, and looks behind only there.
DOT = compile_late(r"[·•‧・](?<=[一-龥].)(?=[一-龥])")
#: No part of a dotted name is longer.
LONGEST_PART = 8
#: Characters of a name without dot; two are enough only before speech.
FEWEST, MOST = 2, 7
#: Names of the Yi and Tibetans mostly have so many, of any characters.
USUAL = 4
#: So many characters have the names of Japanese, and less likely (in log odds) is no given name.
JAPANESE = (4, 5)
LEAST_GIVEN = -2.0
ENDS_RUN = compile_late(r"[，。；：！？,;:、和与及等”’）)（(「」》\s]|$")
#: What no run of a name without dot has.
NOT_IN_RUN = compile_late(
    r"[为对向给与和跟同被让由从到的了在是也都就不没有把被将们这那我你他她它说要会能可]"
)

#: What begins behind a dotted name, besides speech: 马塞洛·坎特米|赞道.
BEHIND_DOTTED = compile_late(
    r"赞[道叹扬]|[叹答写喊]道|发现|看到|注意到|来到|分析|评价|先生|女士|博士|教授"
)
ADVERBS = frozenset("也还都又再曾则并均便就才将正更即而仍亦先后常总")
#: What joins the name to other words, and is none of its characters.
STRANGE_NOT = compile_late(NOT_IN_RUN.pattern + "|[及家地里上下会席人员等一]")


def find_foreign_names(
    passage: Passage, titles: Titles, vocabulary: Vocabulary
) -> Iterator[tuple[int, int]]:
    """Yield where such names stand: [start, end)."""
    tables, words = vocabulary.names, vocabulary.words
    taken = 0
    for dot in DOT.finditer(passage.text):
        if dot.start() < taken or dot.end() in titles.starts:
            continue
        start = _reach_back(passage, dot.start(), titles, tables, words)
        end = dot.start()
        while DOT.match(passage.text, end):
            end = _reach_on(passage.text, end + 1, titles, tables, is_dotted=True)
        end = _cut_word(passage, dot.end(), end, tables, words)
        if start < dot.start() and passage.text[end - 1] not in "·•‧・":
            yield start, end
            taken = end
    for start in sorted(titles.ends):
        run = _find_run(passage, start, titles, tables, words)
        if run:
            yield start, run


def _reach_back(
    passage: Passage, dot: int, titles: Titles, tables: NameTables, words: Words
) -> int:
    """Return where the name begins: behind a title, or behind a country's name (埃及艾哈迈德)."""
    start = dot
    while start and dot - start < LONGEST_PART:
        step = _step(passage.text, start - 1, -1, tables)
        if not step:
            break
        start -= step
    ends = [end for end in range(start, dot) if end in titles.ends]
    for offset, word in passage.words_between(start, dot):
        if len(word) > 1 and offset + len(word) < dot and words.tag(word) in {"ns", "n", "v"}:
            ends.append(offset + len(word))
    return max(ends, default=start)


def _reach_on(
    text: str, start: int, titles: Titles, tables: NameTables, *, is_dotted: bool = False
) -> int:
    end = start
    while end < len(text) and end - start < LONGEST_PART:
        step = _step(text, end, 1, tables) if is_dotted else int(text[end] in tables.foreign)
        if not step or (end > start and _is_over(text, end, titles)):
            break
        end += step
    return end


def _cut_word(passage: Passage, first: int, end: int, tables: NameTables, words: Words) -> int:
    """Return where the last part, from `first`, ends without the word that goes on behind it.

    艾哈桑·布哈利法|近日, 维拉·松圭|日前, 迪诺·帕蒂|仗义执言; but 涅戈伊察|认为 is whole.
    """
    for offset, word in passage.words_between(first + 2, end):
        is_word = len(word) > 1 and not words.tag(word).startswith("nr")
        goes_on = offset + len(word) > end or not tables.foreign.issuperset(word)
        if is_word and goes_on and offset > first + 1:
            return offset
    text = passage.text
    is_last = is_han(text[end : end + 1]) and not is_speech(text, end) and text[end] not in ADVERBS
    return end + 1 if is_last and is_speech(text, end + 1) else end


def _is_over(text: str, end: int, titles: Titles) -> bool:
    """Tell whether what is said of the name begins here, though characters of names follow."""
    if end in titles.starts or is_speech(text, end):
        return True
    return BEHIND_DOTTED.match(text, end) is not None


def _step(text: str, at: int, way: int, tables: NameTables) -> int:
    """Return by how many characters a part of a dotted name goes on at text[at], 0 if by none.

    One that translators seldom write may stand between two that they do: 布|再|乃普, 阿卜|来|海提.
    """
    if text[at] in tables.foreign:
        return 1
    beyond = text[at + way : at + way + 1] if at + way >= 0 else ""
    is_strange = is_han(text[at]) and STRANGE_NOT.match(text[at]) is None
    return 2 if is_strange and beyond and beyond in tables.foreign else 0


def _find_run(
    passage: Passage, start: int, titles: Titles, tables: NameTables, words: Words
) -> int | None:
    """Return the end of a name without dot that begins right behind a title."""
    text = passage.text
    if begins_with_verb(text, start, words):
        return None
    native = find_native_end(passage, start, tables, words)
    if native:
        return native
    end = _reach_on(text, start, titles, tables)
    if (
        end - start >= USUAL
        and passage.is_boundary(end)
        and not has_words(passage, start, end, words)
    ):
        return end
    end = _end_run(text, start, titles)
    run = text[start:end]
    if run[:2] in tables.japanese and len(run) in JAPANESE:
        return end if _may_be_given(passage, start + 2, end, tables, words) else None
    # 代表5月5日表示, 〈看小康①〉
    if len(run) < FEWEST or not all(map(is_han, run)) or NOT_IN_RUN.search(run):
        return None
    if has_words(passage, start, end, words):
        return None
    if all(character in tables.foreign for character in run):
        is_known = words.tag(run).startswith("nr")
        return end if len(run) > FEWEST or is_known or is_speech(text, end) else None
    if len(run) < USUAL:
        return None
    strange = sum(character not in tables.foreign for character in run)
    if run[0] not in tables.foreign and words.tag(run[0]).startswith("v"):
        return None  # 书记|帮|沙马拉毛
    if strange == 1 or len(run) > USUAL:
        return end if strange <= len(run) // USUAL else None
    is_rare = sum(tables.given.get(character, 0.0) for character in run) > -USUAL
    return end if is_rare and not tables.begins_with_surname(run) else None


def _end_run(text: str, start: int, titles: Titles) -> int:
    """Return where what may be a name ends: at `start` where it is longer than any."""
    for end in range(start, start + MOST + 1):
        is_told = end - start >= FEWEST and (is_speech(text, end) or end in titles.starts)
        if is_told or ENDS_RUN.match(text, end):
            return end
    return start


def _may_be_given(passage: Passage, start: int, end: int, tables: NameTables, words: Words) -> bool:
    """Whether what stands behind a Japanese surname may be a given name, and is no verb.

    井上|由纪子, not 高桥|村人 or 石川|修渠.
    """
    given = passage.text[start:end]
    if NOT_IN_RUN.search(given.replace("由", "")) or not all(map(is_han, given)):
        return False
    for offset, word in passage.words_between(start, end):
        # 隆|至 is one, though 至 is a verb as well.
        if words.tag(word).startswith("v") and (offset == start or len(word) > 1):
            return False
    odds = [tables.given.get(character, 0.0) for character in given]
    return min(odds[0], sum(odds)) > LEAST_GIVEN


def has_words(passage: Passage, start: int, end: int, words: Words) -> bool:
    """Whether words of the dictionary that are no names stand in [start, end)."""
    return any(
        len(word) > 1 and not words.tag(word).startswith("nr")
        for _, word in passage.words_between(start, end)
    )
